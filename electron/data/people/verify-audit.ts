import type BetterSqlite3 from 'better-sqlite3';
import type { InferResult } from 'kysely';
import { kindNames, kindOf, type KindName } from '../../../shared/records/index.ts';
import { ledgerFaults } from '../database/ledger.ts';
import { openReader } from '../database/open.ts';
import { Reader } from '../database/reader.ts';
import { failureOfSqlite } from '../database/sqlite-failure.ts';
import { query } from '../database/tables.ts';
import { type Task, stopIfCancelled, type TaskContext } from '../jobs/task.ts';
import { canonicalRecord } from '../records/canonical.ts';
import { everyRow } from '../records/record-sql.ts';
import { emptyChain, linkHash, payloadHashOf, recordHashOf } from './audit.ts';

/** What a check of the audit trail found; `broken` says in Vietnamese what does not agree. */
export interface AuditCheck {
  readonly rows: number;
  readonly records: number;
  readonly broken: string[];
}

type Watch = Pick<TaskContext, 'progress' | 'cancelled'>;

/** More findings than this say nothing new. */
const mostFindings = 200;
/** Rows between two looks at the cancel flag. */
const stride = 2048;

const links = () =>
  query
    .selectFrom('audit')
    .leftJoin('audit_payload', 'audit_payload.seq', 'audit.seq')
    .selectAll('audit')
    .select(['audit_payload.salt', 'audit_payload.payload'])
    .orderBy('audit.seq')
    .compile();
type StoredLink = InferResult<ReturnType<typeof links>>[number];

class Findings {
  readonly list: string[] = [];
  add(text: string): void {
    if (this.list.length < mostFindings) this.list.push(text);
  }
}

/** Walks the chain; gives the last record hash of every record: kind → id → hash. */
function walkChain(reader: Reader, total: number, watch: Watch, findings: Findings) {
  const last = new Map<string, Map<number, Buffer>>();
  const heads = new Map<number, Buffer>();
  let rows = 0;
  for (const row of reader.each(links())) {
    rows += 1;
    if (rows % stride === 0) {
      stopIfCancelled(watch);
      watch.progress('Đang kiểm tra chuỗi nhật ký', rows, total);
    }
    if (row.seq !== rows) {
      findings.add(`Nhật ký thiếu dòng trước dòng số ${row.seq}.`);
      rows = row.seq;
    }
    checkLink(row, heads.get(row.origin) ?? emptyChain.hash, findings);
    heads.set(row.origin, row.hash);
    if (row.kind !== null && row.record_id !== null && row.record_hash !== null) {
      const records = last.get(row.kind);
      if (records) records.set(row.record_id, row.record_hash);
      else last.set(row.kind, new Map([[row.record_id, row.record_hash]]));
    }
  }
  return { rows, last };
}

function checkLink(row: StoredLink, previous: Buffer, findings: Findings): void {
  const { at, action, kind } = row;
  const link = {
    at,
    userId: row.user_id,
    action,
    kind,
    recordId: row.record_id,
    recordHash: row.record_hash,
    payloadHash: row.payload_hash,
  };
  if (!linkHash(previous, link).equals(row.hash))
    findings.add(`Dòng nhật ký số ${row.seq} không khớp với dòng trước: đã bị sửa ngoài chương trình.`);
  // A payload that was purged by rule leaves nothing to compare; the chain itself still holds.
  if (
    row.salt !== null &&
    row.payload !== null &&
    !payloadHashOf(row.salt, row.payload).equals(row.payload_hash)
  )
    findings.add(`Nội dung của dòng nhật ký số ${row.seq} đã bị sửa.`);
}

/** Compares the live records of a kind with the hashes of their last rows. */
function checkKind(
  reader: Reader,
  kind: KindName,
  last: ReadonlyMap<number, Buffer>,
  findings: Findings,
): number {
  const { label } = kindOf(kind);
  const seen = new Set<number>();
  for (const row of reader.each<Record<string, unknown>>(everyRow(kind))) {
    const id = Number(row['id']);
    seen.add(id);
    const hash = last.get(id);
    if (!hash) findings.add(`Có ${label} số ${id} mà nhật ký không ghi.`);
    else if (!recordHashOf(canonicalRecord(kind, row)).equals(hash))
      findings.add(`Dữ liệu của ${label} số ${id} khác với lần ghi cuối trong nhật ký.`);
  }
  for (const id of last.keys()) if (!seen.has(id)) findings.add(`Thiếu ${label} số ${id} mà nhật ký có ghi.`);
  return seen.size;
}

/**
 * Walks the whole chain of a database and compares live records of every kind with their last audit rows, and the
 * books of the funds with their vouchers.
 */
export function verifyAudit(connection: BetterSqlite3.Database, watch: Watch): AuditCheck {
  const findings = new Findings();
  connection.exec('BEGIN');
  try {
    const reader = new Reader(connection);
    const counted = query.selectFrom('audit').select(({ fn }) => fn.countAll<number>().as('rows'));
    const total = reader.first(counted.compile())?.rows ?? 0;
    const { rows, last } = walkChain(reader, total, watch, findings);
    let records = 0;
    for (const [index, kind] of kindNames.entries()) {
      stopIfCancelled(watch);
      watch.progress('Đang đối chiếu bản ghi với nhật ký', index, kindNames.length);
      records += checkKind(reader, kind, last.get(kind) ?? new Map<number, Buffer>(), findings);
    }
    stopIfCancelled(watch);
    for (const fault of ledgerFaults(connection)) findings.add(fault);
    return { rows, records, broken: findings.list };
  } catch (error) {
    throw failureOfSqlite(error);
  } finally {
    if (connection.inTransaction) connection.exec('COMMIT');
  }
}

/** The check of the audit trail, in the worker on one snapshot. */
export const verifyAuditTask: Task<null, AuditCheck> = (_input, context) => {
  const connection = openReader(context.file, context.key);
  try {
    return verifyAudit(connection, context);
  } finally {
    connection.close();
  }
};
