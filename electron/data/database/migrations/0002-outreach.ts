import { day, linesTable, recordTable } from './record-table.ts';
import type { Migration } from './migration.ts';

/** Launch and propaganda sessions, what was published, and the book of advisory documents. */
export const outreach: Migration = {
  number: 2,
  name: 'outreach',
  sql: `
${recordTable(
  'launch_session',
  `
  held_on TEXT NOT NULL ${day('held_on')},
  launch_form TEXT NOT NULL CHECK (launch_form IN ('mass_form', 'individual_form')),
  attendance_count INTEGER NOT NULL CHECK (attendance_count BETWEEN 1 AND 1000000),
  content TEXT NOT NULL CHECK (content <> ''),
  legal_documents TEXT,
  note TEXT`,
)}
CREATE INDEX launch_session_day ON launch_session(held_on, id) WHERE voided_at IS NULL;
${linesTable('launch_session', 'villages', 'unit', '0 AND 100000')}
${linesTable('launch_session', 'attendance_by_commune', 'unit', '0 AND 1000000')}
${linesTable('launch_session', 'presenters', 'officer', null)}

${recordTable(
  'propaganda_session',
  `
  held_on TEXT NOT NULL ${day('held_on')},
  commune_id INTEGER NOT NULL REFERENCES unit(id),
  place TEXT NOT NULL CHECK (place <> ''),
  topic TEXT NOT NULL CHECK (topic <> ''),
  audience TEXT NOT NULL CHECK (audience <> ''),
  attendance_count INTEGER NOT NULL CHECK (attendance_count BETWEEN 1 AND 1000000),
  note TEXT`,
)}
CREATE INDEX propaganda_session_day ON propaganda_session(held_on, id) WHERE voided_at IS NULL;
CREATE INDEX propaganda_session_commune ON propaganda_session(commune_id, held_on) WHERE voided_at IS NULL;
${linesTable('propaganda_session', 'presenters', 'officer', null)}

${recordTable(
  'news_item',
  `
  published_on TEXT NOT NULL ${day('published_on')},
  medium TEXT NOT NULL CHECK (medium IN ('reportage', 'news_item', 'article', 'leaflet')),
  title TEXT NOT NULL CHECK (title <> ''),
  published_in TEXT NOT NULL CHECK (published_in <> ''),
  copy_count INTEGER CHECK (copy_count BETWEEN 1 AND 10000000),
  author_id INTEGER REFERENCES officer(id),
  note TEXT,
  CHECK ((medium = 'leaflet') = (copy_count IS NOT NULL))`,
)}
CREATE INDEX news_item_day ON news_item(published_on, id) WHERE voided_at IS NULL;

${recordTable(
  'advisory_document',
  `
  entry_year INTEGER NOT NULL CHECK (entry_year BETWEEN 1990 AND 2100),
  entry_number INTEGER NOT NULL CHECK (entry_number BETWEEN 1 AND 99999),
  dated TEXT NOT NULL ${day('dated')},
  doc_type TEXT NOT NULL CHECK (doc_type IN ('resolution', 'decision', 'directive', 'charter', 'regulation',
    'communique', 'announcement', 'guidance', 'programme', 'plan', 'option', 'scheme', 'project', 'report',
    'minutes', 'submission', 'contract', 'official_letter', 'telegram', 'memorandum', 'agreement',
    'authorisation', 'invitation', 'introduction', 'leave_permit', 'dispatch_slip', 'transfer_slip',
    'notice_slip', 'public_letter')),
  issuing_agency TEXT NOT NULL CHECK (issuing_agency <> ''),
  doc_number TEXT CHECK (doc_number <> ''),
  other_book INTEGER CHECK (other_book IN (0, 1)),
  doc_summary TEXT NOT NULL CHECK (doc_summary <> ''),
  drafting_officer_id INTEGER REFERENCES officer(id),
  addressee TEXT NOT NULL CHECK (addressee IN ('party_committee', 'people_council', 'people_committee', 'other')),
  addressee_other TEXT,
  signed_result TEXT NOT NULL CHECK (signed_result IN ('reserved', 'pending', 'signed', 'returned', 'dropped')),
  signed_on TEXT ${day('signed_on')},
  note TEXT,
  CHECK (substr(dated, 1, 4) = CAST(entry_year AS TEXT)),
  CHECK (addressee <> 'other' OR addressee_other IS NOT NULL)`,
)}
-- A number once given stays used, also where its document was voided: the book has no gap and no double.
CREATE UNIQUE INDEX advisory_document_entry ON advisory_document(entry_year, entry_number);
CREATE UNIQUE INDEX advisory_document_number ON advisory_document(issuing_agency, doc_type, entry_year, doc_number)
  WHERE voided_at IS NULL AND doc_number IS NOT NULL;
CREATE INDEX advisory_document_day ON advisory_document(dated, id) WHERE voided_at IS NULL;
`,
};
