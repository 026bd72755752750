import { day, recordTable } from './record-table.ts';
import type { Migration } from './migration.ts';

/**
 * An attachment that went for good with what it belonged to names no file: its row stays, voided, because the audit
 * trail knows it.
 */
export const attachmentPurge: Migration = {
  number: 5,
  name: 'attachment-purge',
  sql: `
${recordTable(
  'attachment_next',
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
  keyed_hash TEXT CHECK (length(keyed_hash) = 64 AND keyed_hash NOT GLOB '*[^0-9a-f]*'),
  note TEXT,
  CHECK ((media_type = 'application/pdf') = (width IS NULL)),
  CHECK ((width IS NULL) = (height IS NULL)),
  CHECK (keyed_hash IS NOT NULL OR (voided_at IS NOT NULL AND note IS NULL))`,
)}
-- The same columns in the same order.
INSERT INTO attachment_next SELECT * FROM attachment;
DROP TABLE attachment;
ALTER TABLE attachment_next RENAME TO attachment;
CREATE INDEX attachment_owner ON attachment(owner_kind, owner_id);
CREATE INDEX attachment_file ON attachment(keyed_hash);
-- The same bytes belong to a record once.
CREATE UNIQUE INDEX attachment_once ON attachment(owner_kind, owner_id, keyed_hash) WHERE voided_at IS NULL;
`,
};
