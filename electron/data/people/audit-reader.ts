import type { AuditRow } from '../../../shared/api/records.ts';
import type { Database } from '../database/database.ts';
import type { SqlValue } from '../database/unit-of-work.ts';
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

const select = `SELECT a.seq, a.at, u.full_name AS user, a.action, a.kind, a.record_id, p.payload
  FROM audit a LEFT JOIN user u ON u.id = a.user_id LEFT JOIN audit_payload p ON p.seq = a.seq`;

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
  return database
    .all<Stored>(`${select} WHERE a.kind = ? AND a.record_id = ? ORDER BY a.seq DESC`, kind, id)
    .map(toRow);
}

/** What an audit screen asks for; days are inclusive. */
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
  const parts: string[] = ['1'];
  const parameters: SqlValue[] = [];
  const add = (condition: string, value: SqlValue | undefined) => {
    if (value === undefined) return;
    parts.push(condition);
    parameters.push(value);
  };
  add('a.at >= ?', filter.from);
  add('a.at < ?', filter.to === undefined ? undefined : `${filter.to}~`);
  add('a.user_id = ?', filter.user_id);
  add('a.action = ?', filter.action);
  add('a.seq < ?', filter.before_seq);
  const rows = database.all<Stored>(
    `${select} WHERE ${parts.join(' AND ')} ORDER BY a.seq DESC LIMIT ?`,
    ...parameters,
    filter.limit + 1,
  );
  const page = rows.slice(0, filter.limit);
  return { rows: page.map(toRow), next: rows.length > filter.limit ? (page.at(-1)?.seq ?? null) : null };
}
