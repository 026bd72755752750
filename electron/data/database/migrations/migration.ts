/** One numbered step of the schema; runs in one transaction, foreign keys checked at its end. */
export interface Migration {
  /** Equal to `PRAGMA user_version` after it. */
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}
