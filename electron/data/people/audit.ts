import { hash, randomFillSync } from 'node:crypto';
import type { CompiledQuery } from 'kysely';
import type { AuditActionName } from '../../../shared/audit-actions.ts';
import type { StoredValue } from '../../../shared/records/schema.ts';
import { statement } from '../database/statement.ts';
import { query, type Tables } from '../database/tables.ts';

/** Values of a record, before or after a change. */
export type AuditValues = Readonly<Record<string, StoredValue>>;

/** What an audit row tells; the part that names people lies in the payload, which can be purged. */
export interface AuditEntry {
  readonly action: AuditActionName;
  readonly userId: number;
  readonly kind?: string;
  readonly recordId?: number;
  /** The record's canonical text after the change; its hash is kept and compared with the live record. */
  readonly record?: string;
  readonly payload: {
    readonly about: string;
    readonly before?: AuditValues;
    readonly after?: AuditValues;
    readonly reason?: string;
  };
}

/** One row of the chain as hashed; `payloadHash` is all that it knows of the payload. */
export interface ChainLink {
  readonly at: string;
  readonly userId: number;
  readonly action: string;
  readonly kind: string | null;
  readonly recordId: number | null;
  readonly recordHash: Buffer | null;
  readonly payloadHash: Buffer;
}

/** Where the chain stands: its last row. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: Buffer;
  /** The moment of the last row; a clock that runs back is noticed against it. */
  readonly at: string;
}

/** The head of an empty chain. */
export const emptyChain: ChainHead = { seq: 0, hash: Buffer.alloc(32), at: '' };

/** Hash of salt and payload: says nothing once both are purged, and the chain still verifies. */
export function payloadHashOf(salt: Buffer, payload: string): Buffer {
  return hash('sha256', Buffer.concat([salt, Buffer.from(payload)]), 'buffer');
}

/** Hash of a record's canonical text; its uid in there is the salt. */
export function recordHashOf(canonical: string): Buffer {
  return hash('sha256', canonical, 'buffer');
}

/** The hash of a row over the row before it, who, when, what, record and payload. */
export function linkHash(previous: Buffer, link: ChainLink): Buffer {
  const text = JSON.stringify([link.at, link.userId, link.action, link.kind, link.recordId]);
  const parts = [previous, link.payloadHash, link.recordHash ?? Buffer.alloc(0), Buffer.from(text)];
  return hash('sha256', Buffer.concat(parts), 'buffer');
}

const addLink = statement((given: Tables['audit']) =>
  query.insertInto('audit').values({
    seq: given.seq,
    origin: given.origin,
    at: given.at,
    user_id: given.user_id,
    action: given.action,
    kind: given.kind,
    record_id: given.record_id,
    record_hash: given.record_hash,
    payload_hash: given.payload_hash,
    hash: given.hash,
  }),
);
const addPayload = statement((given: Tables['audit_payload']) =>
  query.insertInto('audit_payload').values({ seq: given.seq, salt: given.salt, payload: given.payload }),
);

const salts = Buffer.alloc(16 * 256);
let saltsUsed = salts.length;
function newSalt(): Buffer {
  if (saltsUsed >= salts.length) {
    randomFillSync(salts);
    saltsUsed = 0;
  }
  saltsUsed += 16;
  return Buffer.from(salts.subarray(saltsUsed - 16, saltsUsed));
}

/** Writes entries behind `head`, inside the caller's transaction; gives the new head. */
export function appendAudit(
  write: (query: CompiledQuery) => void,
  origin: number,
  head: ChainHead,
  at: string,
  entries: readonly AuditEntry[],
): ChainHead {
  let { seq, hash: previous } = head;
  for (const entry of entries) {
    seq += 1;
    const payload = JSON.stringify(entry.payload);
    const salt = newSalt();
    const link: ChainLink = {
      at,
      userId: entry.userId,
      action: entry.action,
      kind: entry.kind ?? null,
      recordId: entry.recordId ?? null,
      recordHash: entry.record === undefined ? null : recordHashOf(entry.record),
      payloadHash: payloadHashOf(salt, payload),
    };
    previous = linkHash(previous, link);
    write(
      addLink({
        seq,
        origin,
        at,
        user_id: link.userId,
        action: link.action,
        kind: link.kind,
        record_id: link.recordId,
        record_hash: link.recordHash,
        payload_hash: link.payloadHash,
        hash: previous,
      }),
    );
    write(addPayload({ seq, salt, payload }));
  }
  return { seq, hash: previous, at };
}
