import type { Failure } from '../../../shared/failure.ts';
import type { AuditEntry } from '../people/audit.ts';

export type SqlValue = string | number | bigint | Buffer | null;

/** One statement of a unit of work, with the number of rows that it must change. */
export interface Change {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
  /** Exactly so many rows, or everything is rolled back with `otherwise`. */
  readonly rows?: number;
  readonly otherwise?: Failure;
}

/**
 * What one save writes: compiled statements and the audit entries that go with them. It is executed in one
 * synchronous transaction, so no transaction is ever open across an `await`.
 */
export class UnitOfWork {
  readonly changes: Change[] = [];
  readonly audits: AuditEntry[] = [];

  /** Adds a statement; with `rows` it must change exactly so many rows. */
  add(sql: string, parameters: readonly SqlValue[], must?: { rows: number; otherwise: Failure }): this {
    this.changes.push({ sql, parameters, ...must });
    return this;
  }

  /** Adds a line of the audit trail; its hash is computed when the unit is committed. */
  audit(entry: AuditEntry): this {
    this.audits.push(entry);
    return this;
  }
}
