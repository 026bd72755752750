/**
 * SQL of a record table: the frame that every record has, then its own columns and constraints. Migrations that
 * have shipped call it, so what it gives for the same input never changes.
 */
export function recordTable(name: string, columns: string): string {
  return `
CREATE TABLE ${name} (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  origin INTEGER NOT NULL REFERENCES workstation(id),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  created_at TEXT NOT NULL,
  created_by INTEGER NOT NULL REFERENCES user(id),
  updated_at TEXT NOT NULL,
  updated_by INTEGER NOT NULL REFERENCES user(id),
  voided_at TEXT,
  void_reason TEXT,
  ${columns.trim()},
  CHECK ((voided_at IS NULL) = (void_reason IS NULL))
) STRICT;`;
}

/** A day, `yyyy-MM-dd`: enough to keep anything else out. */
export const day = (column: string) => `CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')`;

/** A birth: a year, or a day. */
export const birth = (column: string) =>
  `CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]' OR ${column} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')`;

/** SQL of the table that keeps the lines of a field of many: `<kind>_<field>`, each target once a record. */
export function linesTable(kind: string, field: string, target: string, count: string | null): string {
  return `
CREATE TABLE ${kind}_${field} (
  record_id INTEGER NOT NULL REFERENCES ${kind}(id),
  position INTEGER NOT NULL CHECK (position >= 0),
  target_id INTEGER NOT NULL REFERENCES ${target}(id),
  count INTEGER ${count === null ? 'CHECK (count IS NULL)' : `CHECK (count BETWEEN ${count})`},
  PRIMARY KEY (record_id, target_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ${kind}_${field}_target ON ${kind}_${field}(target_id);`;
}
