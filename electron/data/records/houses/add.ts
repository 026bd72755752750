import type { CallOutput, ParsedInput } from '../../../../shared/api.ts';
import { recordDraft } from '../../../../shared/draft-names.ts';
import { fail } from '../../../../shared/failure.ts';
import { fundingSources } from '../../../../shared/records/house-funding.ts';
import type { CallContext } from '../../context.ts';
import type { Database } from '../../database/database.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { changeBy } from '../change-by.ts';
import { deleteDraft } from '../drafts.ts';
import { householdOf } from '../households/events.ts';
import { rowById } from '../record-sql.ts';
import { insertRecord, rowOf, type ChangeBy, type Row } from '../record-writer.ts';
import { beneficiaryOn, requireDays, requireNoHouse } from './approval.ts';
import { inChunks } from './in-chunks.ts';
import { phaseOf } from './rows.ts';

type Approved = Omit<ParsedInput<'houses.add'>, 'household_id'>;

function requireSourcesOnce(funding: Approved['funding']): void {
  const sources = funding.map(({ source }) => source);
  const twice = sources.find((source, index) => sources.indexOf(source) < index);
  if (twice === undefined) return;
  const text = `Nguồn "${fundingSources[twice]}" được ghi hai lần.`;
  fail('invalid', text, { fields: { funding: text } });
}

/** The household as one that can be given a house: neither voided nor merged into another. */
function standingHousehold(database: Database, id: number) {
  const household = householdOf(database, id);
  if (household.state !== 'merged') return household;
  const into = household.merged_into === null ? null : rowOf(database, 'household', household.merged_into);
  const text = `Hộ này đã gộp vào hộ ${String(into?.['head_name'] ?? 'khác')}. Hãy chọn hộ đó.`;
  fail('invalid', text, { fields: { household_id: text } });
}

/** Plans a house with the step of its approval and its funding; everything is checked before anything is planned. */
function planHouse(
  database: Database,
  unit: UnitOfWork,
  { funding, ...approved }: Approved,
  householdId: number,
  by: ChangeBy,
): Row {
  const phase = phaseOf(database, approved.phase_id);
  const due_on = approved.due_on ?? phase.to_date;
  requireSourcesOnce(funding);
  requireDays(phase, { approved_on: approved.approved_on, due_on });
  const household = standingHousehold(database, householdId);
  requireNoHouse(database, phase, householdId);
  const { approved_on } = approved;
  const values = {
    ...approved,
    ...beneficiaryOn(database, household, approved_on),
    due_on,
    household_id: householdId,
  };
  const row = insertRecord(
    database,
    unit,
    'house',
    { ...values, step: 'approved', step_on: approved_on },
    by,
  );
  const step = { house_id: row.id, step: 'approved', step_on: approved_on };
  insertRecord(database, unit, 'house_step', step, by);
  for (const one of funding)
    insertRecord(database, unit, 'house_funding', { ...one, house_id: row.id, paid_outside: 0 }, by);
  return row;
}

/** Adds the house of a household, approved on a day, as the household stood on it. */
export function addHouse(
  database: Database,
  { household_id, ...approved }: ParsedInput<'houses.add'>,
  by: ChangeBy,
): CallOutput<'houses.add'> {
  const unit = new UnitOfWork();
  const { id, version } = planHouse(database, unit, approved, household_id, by);
  deleteDraft(unit, by.userId, recordDraft('house', null));
  database.commit(unit);
  return { id, version };
}

/** Adds a house for each of many households; who cannot have one is told and left out. */
export async function addHouses(
  { household_ids, ...approved }: ParsedInput<'houses.add_many'>,
  context: CallContext,
): Promise<CallOutput<'houses.add_many'>> {
  const { database } = context.office;
  const phase = phaseOf(database, approved.phase_id);
  const due_on = approved.due_on ?? phase.to_date;
  requireSourcesOnce(approved.funding);
  requireDays(phase, { approved_on: approved.approved_on, due_on });
  const { done, refused } = await inChunks(
    context,
    household_ids,
    (id, unit) => planHouse(database, unit, approved, id, changeBy(context)).id,
  );
  const nameOf = (id: number) => String(database.first(rowById('household', id))?.['head_name'] ?? '');
  const leftOut = refused.map(({ id, text }) => ({ id, name: nameOf(id), text }));
  return { added: done.length, house_ids: [...done], refused: leftOut };
}
