import { day, recordTable } from './record-table.ts';
import type { Migration } from './migration.ts';

/**
 * Attachments: what belongs to which record, and the keys of their files. The owner may be of any kind, also one of
 * a later version, so the table holds its shape and the program its existence.
 */
export const attachments: Migration = {
  number: 3,
  name: 'attachments',
  sql: `
${recordTable(
  'attachment',
  `
  owner_kind TEXT NOT NULL CHECK (owner_kind GLOB '[a-z]*' AND owner_kind NOT GLOB '*[^a-z_]*'
    AND owner_kind <> 'attachment'),
  owner_id INTEGER NOT NULL CHECK (owner_id >= 1),
  added_on TEXT NOT NULL ${day('added_on')},
  file_name TEXT NOT NULL CHECK (file_name <> ''),
  media_type TEXT NOT NULL CHECK (media_type IN ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  byte_count INTEGER NOT NULL CHECK (byte_count BETWEEN 1 AND 52428800),
  width INTEGER CHECK (width BETWEEN 1 AND 16384),
  height INTEGER CHECK (height BETWEEN 1 AND 16384),
  original_kept INTEGER NOT NULL CHECK (original_kept IN (0, 1)),
  keyed_hash TEXT NOT NULL CHECK (length(keyed_hash) = 64 AND keyed_hash NOT GLOB '*[^0-9a-f]*'),
  note TEXT,
  CHECK ((media_type = 'application/pdf') = (width IS NULL)),
  CHECK ((width IS NULL) = (height IS NULL))`,
)}
CREATE INDEX attachment_owner ON attachment(owner_kind, owner_id);
CREATE INDEX attachment_file ON attachment(keyed_hash);
-- The same bytes belong to a record once.
CREATE UNIQUE INDEX attachment_once ON attachment(owner_kind, owner_id, keyed_hash) WHERE voided_at IS NULL;

-- Random, and kept in here: files stay readable when the database gets another key. The newest one is for new files.
CREATE TABLE attachment_key (
  id INTEGER PRIMARY KEY,
  secret BLOB NOT NULL CHECK (length(secret) = 32)
) STRICT;
`,
};
