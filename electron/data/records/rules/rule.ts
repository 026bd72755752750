import type { Database } from '../../database/database.ts';
import type { Row } from '../record-writer.ts';
import type { Values } from '../record-sql.ts';

/** What of a kind only the database can tell; its declaration tells the rest. */
export interface KindRule {
  /** The computed values of a new record. */
  readonly complete?: (database: Database, values: Values) => Values;
  /** The computed values that follow from the typed ones, at every save; `before` as in `check`. */
  readonly compute?: (database: Database, values: Values, before: Row | null) => Values;
  /**
   * Vietnamese text per field that cannot be, or a failure of its own. `before` is the record that is changed, null
   * for a new one.
   */
  readonly check?: (
    database: Database,
    values: Values,
    before: Row | null,
    reason: string | undefined,
  ) => Record<string, string>;
}
