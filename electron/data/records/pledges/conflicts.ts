import type { CallOutput, ParsedInput } from '../../../../shared/api.ts';
import { fail } from '../../../../shared/failure.ts';
import type { SignatureMode } from '../../../../shared/records/pledge.ts';
import type { repeatResolutions } from '../../../../shared/records/pledge-repeat.ts';
import type { Database } from '../../database/database.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { rowOf, updateRecord, type ChangeBy } from '../record-writer.ts';
import { unitsOf } from '../units/directory.ts';
import { campaignOf, requireReason } from './campaign.ts';

interface Stored {
  readonly repeat_id: number;
  readonly version: number;
  readonly commune_id: number;
  readonly village_id: number;
  readonly to_date: string;
  readonly head_name: string;
  readonly birth: string;
  readonly member_count: number;
  readonly pledge_id: number;
  readonly first_number: number;
  readonly first_mode: SignatureMode;
  readonly first_signed_on: string | null;
  readonly form_number: number;
  readonly signature_mode: SignatureMode;
  readonly signed_on: string | null;
  readonly resolution: keyof typeof repeatResolutions | null;
}

const select = `SELECT r.id AS repeat_id, r.version, r.commune_id, p.village_id, c.to_date, p.head_name, p.birth,
    p.member_count, p.id AS pledge_id, p.form_number AS first_number, p.signature_mode AS first_mode,
    p.signed_on AS first_signed_on, r.form_number, r.signature_mode, r.signed_on, r.resolution
  FROM pledge_repeat r JOIN pledge p ON p.id = r.pledge_id JOIN pledge_campaign c ON c.id = r.campaign_id
  WHERE r.conflict = 1 AND r.voided_at IS NULL AND (r.resolution IS NOT NULL) = ? AND (? IS NULL OR r.campaign_id = ?)
  ORDER BY r.commune_id, p.village_id, r.form_number`;

/** "Cần đối chiếu": repeats whose signing date or mode differ from the first form. */
export function conflictsOf(
  database: Database,
  { campaign_id, resolved }: ParsedInput<'pledges.conflicts'>,
): CallOutput<'pledges.conflicts'> {
  const units = unitsOf(database);
  const campaign = campaign_id ?? null;
  return database.all<Stored>(select, resolved ? 1 : 0, campaign, campaign).map((row) => ({
    repeat_id: row.repeat_id,
    version: row.version,
    commune_name: units.nameAt(row.commune_id, row.to_date),
    village_name: units.nameAt(row.village_id, row.to_date),
    head_name: row.head_name,
    birth: row.birth,
    member_count: row.member_count,
    first: {
      pledge_id: row.pledge_id,
      form_number: row.first_number,
      signature_mode: row.first_mode,
      signed_on: row.first_signed_on,
    },
    repeat: { form_number: row.form_number, signature_mode: row.signature_mode, signed_on: row.signed_on },
    resolution: row.resolution,
  }));
}

/** Settles a conflict: the first form stands, or its date and mode become those of the repeat. */
export function resolveConflict(
  database: Database,
  input: ParsedInput<'pledges.resolve_conflict'>,
  by: ChangeBy,
): void {
  const repeat = rowOf(database, 'pledge_repeat', input.repeat_id);
  if (repeat.voided_at !== null) fail('conflict', 'Tờ trùng này đã bị hủy.');
  requireReason(campaignOf(database, Number(repeat['campaign_id'])), input.reason_for_change);
  const unit = new UnitOfWork();
  const { resolution, note } = input;
  updateRecord(unit, 'pledge_repeat', repeat, input.version, { resolution, resolution_note: note }, by);
  if (resolution === 'take_repeat') {
    const pledge = rowOf(database, 'pledge', Number(repeat['pledge_id']));
    const signature_mode = repeat['signature_mode'] ?? null;
    const values = {
      signature_mode,
      signed_on: repeat['signed_on'] ?? null,
      ...(signature_mode !== 'not_yet' && { reason: null }),
    };
    updateRecord(unit, 'pledge', pledge, pledge.version, values, by);
  }
  database.commit(unit);
}
