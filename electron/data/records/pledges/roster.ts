import type { CallOutput, ParsedInput } from '../../../../shared/api.ts';
import { fail } from '../../../../shared/failure.ts';
import { formatNumber } from '../../../../shared/vietnamese/numbers.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { rowOf, updateRecord, voidRecord, type ChangeBy, type Row } from '../record-writer.ts';
import { KnownHouseholds } from '../../register/known-households.ts';
import { countsOf, nextNumber, openBatchOf, type BatchRow } from './batch.ts';
import { requireNoBreach, requireStaysSigned } from './breach.ts';
import { campaignOf, requireReason } from './campaign.ts';
import { requirePossible } from './form-rules.ts';
import { planPledge, type FormPlace } from './save-form.ts';

type RosterLine = CallOutput<'pledges.roster'>[number];
type Mark = ParsedInput<'pledges.mark'>;

const standingForms = () => query.selectFrom('pledge').where('voided_at', 'is', null);
const formVersions = statement((given: { campaign_id: number; village_id: number }) =>
  standingForms()
    .select(['id', 'version'])
    .where('campaign_id', '=', given.campaign_id)
    .where('village_id', '=', given.village_id),
);
const formOfHousehold = statement((given: { household_id: number; campaign_id: number }) =>
  standingForms()
    .selectAll()
    .where('household_id', '=', given.household_id)
    .where('campaign_id', '=', given.campaign_id),
);

/** The households of the batch's village in its campaign, by name, with the version of their form. */
export function rosterOf(database: Database, batch: BatchRow): RosterLine[] {
  const { campaign_id, village_id } = batch;
  const known = new KnownHouseholds(database, campaignOf(database, campaign_id));
  const forms = database.all(formVersions({ campaign_id, village_id }));
  const versions = new Map(forms.map(({ id, version }) => [id, version]));
  return known.ofVillage(village_id, 'name').map(({ ethnicity: _ethnicity, note: _note, ...line }) => ({
    ...line,
    pledge_version: line.pledge_id === null ? null : (versions.get(line.pledge_id) ?? null),
  }));
}

/** Where the forms of a batch belong. */
export function placeOf(batch: BatchRow): FormPlace {
  const { campaign_id, commune_id, village_id, id } = batch;
  return { campaign_id, commune_id, village_id, batch_id: id };
}

/** The head and members of a household as a form would say them today. */
function headOf(household: Row) {
  const { head_name, birth, sex, ethnicity, member_count } = household;
  return { head_name, birth, sex, ethnicity, member_count } as Pick<
    Parameters<typeof planPledge>[3],
    'head_name' | 'birth' | 'sex' | 'ethnicity' | 'member_count'
  >;
}

/** One known household, one key: a new pledge, or the one it has marked anew. Gives the pledge's id. */
export function markHousehold(database: Database, input: Mark, by: ChangeBy): number {
  const batch = openBatchOf(database, input.batch_id);
  requireReason(campaignOf(database, batch.campaign_id), input.reason_for_change);
  const household = rowOf(database, 'household', input.household_id);
  if (!rosterOf(database, batch).some((line) => line.household_id === household.id))
    fail('invalid', 'Hộ này không thuộc bản của tập tờ.');
  const { signature_mode, reason, signed_on, note } = input;
  const unit = new UnitOfWork();
  const { campaign_id } = batch;
  const before = database.first(formOfHousehold({ household_id: household.id, campaign_id }));
  if (before) requireStaysSigned(database, before, signature_mode);
  const head = headOf(before ?? household);
  requirePossible(database, { ...head, signature_mode, reason, signed_on, note });
  const id = before
    ? updateRecord(
        unit,
        'pledge',
        before,
        before.version,
        { signature_mode, reason, signed_on, note: note ?? before['note'] ?? null },
        by,
      ).id
    : planPledge(
        database,
        unit,
        placeOf(batch),
        {
          ...head,
          form_number: nextNumber(database, batch.campaign_id, batch.commune_id),
          signature_mode,
          reason,
          signed_on,
          note,
        },
        household.id,
        'roster',
        by,
      );
  if (unit.changes.length > 0) database.commit(unit);
  return id;
}

/**
 * "All signed, except …": marks every household of the village that has no form yet. The cover count, the paper's
 * total and what would stand in the batch must all agree.
 */
export function markRest(database: Database, input: ParsedInput<'pledges.mark_rest'>, by: ChangeBy): number {
  const batch = openBatchOf(database, input.batch_id);
  requireReason(campaignOf(database, batch.campaign_id), input.reason_for_change);
  const rest = rosterOf(database, batch).filter((line) => line.pledge_id === null);
  const would = countsOf(database, batch.id).forms + rest.length;
  if (input.cover_count !== input.paper_total || input.cover_count !== would)
    fail(
      'totals_disagree',
      `Số tờ trên bìa (${formatNumber(input.cover_count)}), tổng trên giấy (${formatNumber(input.paper_total)}) và số tờ sẽ có (${formatNumber(would)}) chưa khớp nhau.`,
      { safe: 'Chưa đánh dấu hộ nào.' },
    );
  const unit = new UnitOfWork();
  let number = nextNumber(database, batch.campaign_id, batch.commune_id);
  for (const line of rest) {
    const household = rowOf(database, 'household', line.household_id);
    const signature = {
      signature_mode: 'signed',
      reason: null,
      signed_on: input.signed_on,
      note: null,
    } as const;
    requirePossible(database, { ...headOf(household), ...signature });
    const form = { ...headOf(household), ...signature, form_number: number++ };
    planPledge(database, unit, placeOf(batch), form, household.id, 'bulk', { ...by, action: 'bulk_mark' });
  }
  if (unit.changes.length > 0) database.commit(unit);
  return rest.length;
}

/** Takes back what `markRest` marked in this batch; gives how many. A closed campaign wants a reason (`by.reason`). */
export function unmarkRest(database: Database, batchId: number, by: ChangeBy): number {
  const batch = openBatchOf(database, batchId);
  requireReason(campaignOf(database, batch.campaign_id), by.reason);
  const reason = by.reason === undefined ? 'hoàn tác' : `hoàn tác: ${by.reason}`;
  const bulk = standingForms().selectAll().where('batch_id', '=', batch.id).where('entry_way', '=', 'bulk');
  const marked = database.all(bulk.compile());
  const unit = new UnitOfWork();
  for (const row of marked) {
    requireNoBreach(database, row);
    voidRecord(unit, 'pledge', row, row.version, { ...by, reason });
  }
  if (marked.length > 0) database.commit(unit);
  return marked.length;
}
