import { birth, day, recordTable } from './record-table.ts';
import type { Migration } from './migration.ts';

/** People, units, households, campaigns, batches, pledges, the audit trail and the search index. */
export const mainJob: Migration = {
  number: 1,
  name: 'main-job',
  sql: `
CREATE TABLE workstation (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE user (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL DEFAULT 1,
  login TEXT NOT NULL UNIQUE,
  full_name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('administrator', 'clerk', 'commander', 'viewer')),
  created_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  origin INTEGER NOT NULL REFERENCES workstation(id),
  at TEXT NOT NULL,
  user_id INTEGER NOT NULL,
  action TEXT NOT NULL,
  kind TEXT,
  record_id INTEGER,
  record_hash BLOB CHECK (record_hash IS NULL OR length(record_hash) = 32),
  payload_hash BLOB NOT NULL CHECK (length(payload_hash) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX audit_record ON audit(kind, record_id) WHERE record_id IS NOT NULL;

CREATE TABLE audit_payload (
  seq INTEGER PRIMARY KEY REFERENCES audit(seq),
  salt BLOB NOT NULL,
  payload TEXT NOT NULL
) STRICT;

CREATE TABLE draft (
  user_id INTEGER NOT NULL REFERENCES user(id),
  form TEXT NOT NULL,
  content TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (user_id, form)
) STRICT, WITHOUT ROWID;

CREATE TABLE unit (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  origin INTEGER NOT NULL REFERENCES workstation(id),
  level TEXT NOT NULL CHECK (level IN ('province', 'district', 'commune', 'village')),
  covered INTEGER NOT NULL DEFAULT 1 CHECK (covered IN (0, 1))
) STRICT;

CREATE TABLE unit_version (
  id INTEGER PRIMARY KEY,
  unit_id INTEGER NOT NULL REFERENCES unit(id),
  name TEXT NOT NULL CHECK (name <> ''),
  type TEXT NOT NULL,
  code TEXT,
  parent_id INTEGER REFERENCES unit(id),
  position INTEGER NOT NULL,
  sample INTEGER NOT NULL DEFAULT 0 CHECK (sample IN (0, 1)),
  valid_from TEXT NOT NULL ${day('valid_from')},
  valid_to TEXT ${day('valid_to')},
  legal_basis TEXT,
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
) STRICT;
CREATE INDEX unit_version_unit ON unit_version(unit_id, valid_from);
CREATE INDEX unit_version_parent ON unit_version(parent_id, valid_from);

CREATE TABLE unit_succession (
  id INTEGER PRIMARY KEY,
  from_unit_id INTEGER NOT NULL REFERENCES unit(id),
  to_unit_id INTEGER NOT NULL REFERENCES unit(id),
  date TEXT NOT NULL ${day('date')},
  legal_basis TEXT NOT NULL,
  UNIQUE (from_unit_id, to_unit_id, date)
) STRICT;

CREATE TABLE unit_alias (
  unit_id INTEGER NOT NULL REFERENCES unit(id),
  name TEXT NOT NULL,
  PRIMARY KEY (unit_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE declared_household_count (
  village_id INTEGER NOT NULL REFERENCES unit(id),
  year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2100),
  count INTEGER NOT NULL CHECK (count >= 0),
  PRIMARY KEY (village_id, year)
) STRICT, WITHOUT ROWID;

${recordTable(
  'household',
  `
  village_id INTEGER NOT NULL REFERENCES unit(id),
  head_name TEXT NOT NULL CHECK (head_name <> ''),
  birth TEXT NOT NULL ${birth('birth')},
  sex TEXT NOT NULL CHECK (sex IN ('male', 'female')),
  ethnicity TEXT,
  member_count INTEGER NOT NULL CHECK (member_count BETWEEN 1 AND 50),
  note TEXT,
  state TEXT NOT NULL DEFAULT 'living' CHECK (state IN ('living', 'moved_out', 'merged')),
  moved_in_on TEXT ${day('moved_in_on')},
  moved_out_on TEXT ${day('moved_out_on')},
  merged_into INTEGER REFERENCES household(id),
  sort_key TEXT NOT NULL,
  identity_key TEXT NOT NULL,
  CHECK ((state = 'merged') = (merged_into IS NOT NULL))`,
)}
CREATE INDEX household_sort ON household(sort_key, id) WHERE voided_at IS NULL;
CREATE INDEX household_village ON household(village_id, identity_key, birth) WHERE voided_at IS NULL;
CREATE INDEX household_members ON household(member_count) WHERE voided_at IS NULL;
CREATE INDEX household_merged ON household(merged_into) WHERE merged_into IS NOT NULL;

${recordTable(
  'household_event',
  `
  household_id INTEGER NOT NULL REFERENCES household(id),
  event_type TEXT NOT NULL CHECK (event_type IN ('new_head', 'split', 'split_from', 'moved', 'moved_in',
    'moved_out', 'returned', 'merged', 'unmerged')),
  event_on TEXT NOT NULL ${day('event_on')},
  other_household_id INTEGER REFERENCES household(id),
  from_village_id INTEGER REFERENCES unit(id),
  to_village_id INTEGER REFERENCES unit(id),
  head_name_before TEXT,
  birth_before TEXT,
  sex_before TEXT,
  member_count_before INTEGER,
  note TEXT`,
)}
CREATE INDEX household_event_household ON household_event(household_id, event_on);

${recordTable(
  'pledge_campaign',
  `
  year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2100),
  title TEXT NOT NULL CHECK (title <> ''),
  themes TEXT,
  from_date TEXT NOT NULL ${day('from_date')},
  to_date TEXT NOT NULL ${day('to_date')},
  closed_at TEXT,
  closed_by INTEGER REFERENCES user(id),
  CHECK (to_date >= from_date),
  CHECK ((closed_at IS NULL) = (closed_by IS NULL))`,
)}

${recordTable(
  'pledge_batch',
  `
  campaign_id INTEGER NOT NULL REFERENCES pledge_campaign(id),
  village_id INTEGER NOT NULL REFERENCES unit(id),
  commune_id INTEGER NOT NULL REFERENCES unit(id),
  way TEXT NOT NULL CHECK (way IN ('stack', 'roster')),
  cover_count INTEGER NOT NULL CHECK (cover_count BETWEEN 1 AND 5000),
  opened_at TEXT NOT NULL,
  closed_at TEXT,
  closed_by INTEGER REFERENCES user(id),
  close_note TEXT`,
)}
CREATE INDEX pledge_batch_campaign ON pledge_batch(campaign_id, village_id);

${recordTable(
  'pledge',
  `
  campaign_id INTEGER NOT NULL REFERENCES pledge_campaign(id),
  household_id INTEGER NOT NULL REFERENCES household(id),
  batch_id INTEGER REFERENCES pledge_batch(id),
  commune_id INTEGER NOT NULL REFERENCES unit(id),
  village_id INTEGER NOT NULL REFERENCES unit(id),
  form_number INTEGER NOT NULL CHECK (form_number BETWEEN 1 AND 999999),
  head_name TEXT NOT NULL CHECK (head_name <> ''),
  birth TEXT NOT NULL ${birth('birth')},
  sex TEXT NOT NULL CHECK (sex IN ('male', 'female')),
  ethnicity TEXT,
  member_count INTEGER NOT NULL CHECK (member_count BETWEEN 1 AND 50),
  signature_mode TEXT NOT NULL CHECK (signature_mode IN ('signed', 'thumbprint', 'represented', 'not_yet')),
  reason TEXT CHECK (reason IN ('away', 'works_elsewhere', 'just_moved_in', 'not_met')),
  signed_on TEXT ${day('signed_on')},
  note TEXT,
  entry_way TEXT NOT NULL CHECK (entry_way IN ('stack', 'roster', 'bulk')),
  sort_key TEXT NOT NULL,
  identity_key TEXT NOT NULL,
  CHECK ((signature_mode = 'not_yet') = (signed_on IS NULL)),
  CHECK (reason IS NULL OR signature_mode = 'not_yet')`,
)}
CREATE UNIQUE INDEX pledge_form_number ON pledge(campaign_id, commune_id, form_number) WHERE voided_at IS NULL;
CREATE UNIQUE INDEX pledge_household ON pledge(household_id, campaign_id) WHERE voided_at IS NULL;
CREATE INDEX pledge_village ON pledge(campaign_id, village_id, identity_key, birth) WHERE voided_at IS NULL;
CREATE INDEX pledge_batch_forms ON pledge(batch_id) WHERE voided_at IS NULL;

${recordTable(
  'pledge_repeat',
  `
  campaign_id INTEGER NOT NULL REFERENCES pledge_campaign(id),
  commune_id INTEGER NOT NULL REFERENCES unit(id),
  batch_id INTEGER REFERENCES pledge_batch(id),
  pledge_id INTEGER NOT NULL REFERENCES pledge(id),
  form_number INTEGER NOT NULL CHECK (form_number BETWEEN 1 AND 999999),
  signature_mode TEXT NOT NULL CHECK (signature_mode IN ('signed', 'thumbprint', 'represented', 'not_yet')),
  signed_on TEXT ${day('signed_on')},
  conflict INTEGER NOT NULL CHECK (conflict IN (0, 1)),
  resolution TEXT CHECK (resolution IN ('keep_first', 'take_repeat')),
  resolution_note TEXT,
  CHECK ((signature_mode = 'not_yet') = (signed_on IS NULL))`,
)}
CREATE UNIQUE INDEX pledge_repeat_form_number ON pledge_repeat(campaign_id, commune_id, form_number)
  WHERE voided_at IS NULL;
CREATE INDEX pledge_repeat_batch ON pledge_repeat(batch_id) WHERE voided_at IS NULL;
CREATE INDEX pledge_repeat_pledge ON pledge_repeat(pledge_id) WHERE voided_at IS NULL;
CREATE INDEX pledge_repeat_conflict ON pledge_repeat(campaign_id) WHERE conflict = 1 AND voided_at IS NULL;

-- A form number lies in one of two tables: each refuses what the other holds.
CREATE TRIGGER pledge_number_free BEFORE INSERT ON pledge WHEN NEW.voided_at IS NULL AND EXISTS (
  SELECT 1 FROM pledge_repeat r WHERE r.campaign_id = NEW.campaign_id AND r.commune_id = NEW.commune_id
    AND r.form_number = NEW.form_number AND r.voided_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'form_number_taken'); END;
CREATE TRIGGER pledge_number_still_free BEFORE UPDATE OF form_number, voided_at, commune_id ON pledge
WHEN NEW.voided_at IS NULL AND EXISTS (
  SELECT 1 FROM pledge_repeat r WHERE r.campaign_id = NEW.campaign_id AND r.commune_id = NEW.commune_id
    AND r.form_number = NEW.form_number AND r.voided_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'form_number_taken'); END;
CREATE TRIGGER repeat_number_free BEFORE INSERT ON pledge_repeat WHEN NEW.voided_at IS NULL AND EXISTS (
  SELECT 1 FROM pledge p WHERE p.campaign_id = NEW.campaign_id AND p.commune_id = NEW.commune_id
    AND p.form_number = NEW.form_number AND p.voided_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'form_number_taken'); END;
CREATE TRIGGER repeat_number_still_free BEFORE UPDATE OF form_number, voided_at ON pledge_repeat
WHEN NEW.voided_at IS NULL AND EXISTS (
  SELECT 1 FROM pledge p WHERE p.campaign_id = NEW.campaign_id AND p.commune_id = NEW.commune_id
    AND p.form_number = NEW.form_number AND p.voided_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'form_number_taken'); END;

${recordTable(
  'pledge_breach',
  `
  pledge_id INTEGER NOT NULL REFERENCES pledge(id),
  decision_number TEXT NOT NULL CHECK (decision_number <> ''),
  decision_on TEXT NOT NULL ${day('decision_on')},
  note TEXT`,
)}
CREATE INDEX pledge_breach_pledge ON pledge_breach(pledge_id);

${recordTable(
  'team',
  `
  name TEXT NOT NULL CHECK (name <> ''),
  short_name TEXT,
  note TEXT,
  sort_key TEXT NOT NULL`,
)}

${recordTable(
  'officer',
  `
  full_name TEXT NOT NULL CHECK (full_name <> ''),
  team_id INTEGER REFERENCES team(id),
  note TEXT,
  sort_key TEXT NOT NULL`,
)}

${recordTable(
  'officer_position',
  `
  officer_id INTEGER NOT NULL REFERENCES officer(id),
  valid_from TEXT NOT NULL ${day('valid_from')},
  rank TEXT NOT NULL,
  position TEXT NOT NULL`,
)}
CREATE UNIQUE INDEX officer_position_from ON officer_position(officer_id, valid_from) WHERE voided_at IS NULL;

${recordTable(
  'agency',
  `
  valid_from TEXT NOT NULL ${day('valid_from')},
  parent_agency TEXT NOT NULL,
  own_agency TEXT NOT NULL,
  place_name TEXT NOT NULL,
  signer_title TEXT NOT NULL,
  signer_rank TEXT,
  signer_name TEXT NOT NULL`,
)}
CREATE UNIQUE INDEX agency_from ON agency(valid_from) WHERE voided_at IS NULL;

-- Two columns: words with their diacritics, each marked as such, and folded. Which column a word lies in is
-- therefore never asked, and prefixes count the mark. The rowid is the record's id × 64 + its kind's number.
CREATE VIRTUAL TABLE search USING fts5(exact, folded, tokenize = "unicode61 remove_diacritics 0",
  detail = none, columnsize = 0, prefix = '1 2 3 4 5 6 7');
INSERT INTO search(search, rank) VALUES ('secure-delete', 1);
`,
};
