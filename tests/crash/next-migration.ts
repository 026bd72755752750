import { migrations } from '../../electron/data/database/migrations/index.ts';
import type { Migration } from '../../electron/data/database/migrations/migration.ts';

/** A step as a later program would bring it: rebuilds a table with data in it. */
export const nextMigration: Migration = {
  number: migrations.length + 1,
  name: 'crash-test',
  sql: `
CREATE TABLE audit_note (seq INTEGER PRIMARY KEY REFERENCES audit(seq), note TEXT NOT NULL) STRICT;
INSERT INTO audit_note SELECT a.seq, hex(randomblob(2000)) FROM audit a;
ALTER TABLE team ADD COLUMN motto TEXT;
UPDATE team SET motto = 'x';
`,
};
