import type { AuditRow } from '../../../shared/api/records.ts';
import { addDays } from '../../../shared/vietnamese/dates.ts';
import type { Database } from '../database/database.ts';
import { query } from '../database/tables.ts';
import { beginningOf } from '../office/wording.ts';
import type { AuditEntry } from './audit.ts';

interface Stored {
  readonly seq: number;
  readonly at: string;
  readonly user: string | null;
  readonly action: string;
  readonly kind: string | null;
  readonly record_id: number | null;
  readonly payload: string | null;
}

const links = () =>
  query
    .selectFrom('audit')
    .leftJoin('user', 'user.id', 'audit.user_id')
    .leftJoin('audit_payload', 'audit_payload.seq', 'audit.seq')
    .select(['audit.seq', 'audit.at', 'user.full_name as user', 'audit.action', 'audit.kind'])
    .select(['audit.record_id', 'audit_payload.payload'])
    .orderBy('audit.seq', 'desc');

function toRow(stored: Stored): AuditRow {
  const payload = stored.payload === null ? null : (JSON.parse(stored.payload) as AuditEntry['payload']);
  return {
    seq: stored.seq,
    at: stored.at,
    user: stored.user ?? '—',
    action: stored.action,
    kind: stored.kind,
    record_id: stored.record_id,
    about: payload?.about ?? '(đã xóa nội dung theo quy định)',
    before: payload?.before ? { ...payload.before } : null,
    after: payload?.after ? { ...payload.after } : null,
    reason: payload?.reason ?? null,
  };
}

/** What happened to one record, newest first. */
export function historyOf(database: Database, kind: string, id: number): AuditRow[] {
  const ofRecord = links().where('audit.kind', '=', kind).where('audit.record_id', '=', id);
  return database.all(ofRecord.compile()).map(toRow);
}

/** What an audit screen asks for; days are the office's own and inclusive. */
export interface AuditFilter {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly user_id?: number | undefined;
  readonly action?: string | undefined;
  readonly before_seq?: number | undefined;
  readonly limit: number;
}

/** One page of the audit trail, newest first. */
export function auditRows(
  database: Database,
  filter: AuditFilter,
): { rows: AuditRow[]; next: number | null } {
  const { from, to, user_id, action, before_seq } = filter;
  let asked = links().limit(filter.limit + 1);
  if (from !== undefined) asked = asked.where('audit.at', '>=', beginningOf(from));
  if (to !== undefined) asked = asked.where('audit.at', '<', beginningOf(addDays(to, 1)));
  if (user_id !== undefined) asked = asked.where('audit.user_id', '=', user_id);
  if (action !== undefined) asked = asked.where('audit.action', '=', action);
  if (before_seq !== undefined) asked = asked.where('audit.seq', '<', before_seq);
  const rows = database.all(asked.compile());
  const page = rows.slice(0, filter.limit);
  return { rows: page.map(toRow), next: rows.length > filter.limit ? (page.at(-1)?.seq ?? null) : null };
}
