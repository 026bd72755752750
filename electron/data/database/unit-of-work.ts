import type { CompiledQuery } from 'kysely';
import type { Failure } from '../../../shared/failure.ts';
import type { AuditEntry } from '../people/audit.ts';

export type SqlValue = string | number | bigint | Buffer | null;

/** The number of rows that a statement must change, and how everything fails otherwise. */
export interface MustChange {
  readonly rows: number;
  readonly otherwise: Failure;
}

/** One statement of a unit of work. */
export interface Change {
  readonly query: CompiledQuery;
  readonly must?: MustChange | undefined;
}

/**
 * What one save writes: compiled statements and the audit entries that go with them. It is executed in one
 * synchronous transaction, so no transaction is ever open across an `await`.
 */
export class UnitOfWork {
  readonly changes: Change[] = [];
  /** Changes of the full-text index: executed last of all. */
  readonly searchTexts: CompiledQuery[] = [];
  readonly audits: AuditEntry[] = [];

  /** Adds a statement. */
  add(query: CompiledQuery, must?: MustChange): this {
    this.changes.push({ query, must });
    return this;
  }

  /**
   * Adds a statement on the full-text index. FTS5 writes a segment of its own for whatever was indexed before a
   * statement with a trigger, so all of a unit's texts go in one after the other, at its end.
   */
  index(query: CompiledQuery): this {
    this.searchTexts.push(query);
    return this;
  }

  /** Adds a line of the audit trail; its hash is computed when the unit is committed. */
  audit(entry: AuditEntry): this {
    this.audits.push(entry);
    return this;
  }
}
