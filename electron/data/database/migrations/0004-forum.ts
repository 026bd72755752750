import { day, recordTable } from './record-table.ts';
import type { Migration } from './migration.ts';

const statuses = `('new', 'assigned', 'in_progress', 'answered', 'closed', 'transferred')`;

/** Forums, the opinions spoken there with their dated steps, and the speakers under the second key. */
export const forums: Migration = {
  number: 4,
  name: 'forum',
  sql: `
${recordTable(
  'forum',
  `
  held_on TEXT NOT NULL ${day('held_on')},
  forum_level TEXT NOT NULL CHECK (forum_level IN ('district', 'commune', 'village')),
  commune_id INTEGER NOT NULL REFERENCES unit(id),
  village_id INTEGER REFERENCES unit(id),
  place TEXT NOT NULL CHECK (place <> ''),
  minutes_number TEXT,
  started_at TEXT,
  ended_at TEXT,
  police_chair TEXT NOT NULL CHECK (police_chair <> ''),
  front_chair TEXT NOT NULL CHECK (front_chair <> ''),
  secretary TEXT NOT NULL CHECK (secretary <> ''),
  attendees TEXT NOT NULL CHECK (attendees <> ''),
  attendance_count INTEGER NOT NULL CHECK (attendance_count BETWEEN 1 AND 100000),
  agenda TEXT,
  reports_given TEXT,
  spot_answers TEXT,
  conclusion TEXT,
  note TEXT`,
)}
CREATE INDEX forum_day ON forum(held_on, id) WHERE voided_at IS NULL;
CREATE INDEX forum_commune ON forum(commune_id, held_on) WHERE voided_at IS NULL;

${recordTable(
  'opinion_topic',
  `
  name TEXT NOT NULL CHECK (name <> ''),
  sort_key TEXT NOT NULL`,
)}
CREATE INDEX opinion_topic_sort ON opinion_topic(sort_key, id) WHERE voided_at IS NULL;
CREATE UNIQUE INDEX opinion_topic_name ON opinion_topic(name) WHERE voided_at IS NULL;

${recordTable(
  'opinion',
  `
  forum_id INTEGER NOT NULL REFERENCES forum(id),
  position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 10000),
  raised_on TEXT NOT NULL ${day('raised_on')},
  topic_id INTEGER NOT NULL REFERENCES opinion_topic(id),
  opinion_kind TEXT NOT NULL CHECK (opinion_kind IN ('praise', 'criticism', 'proposal', 'report', 'question')),
  about TEXT NOT NULL CHECK (about IN ('district_police', 'commune_police', 'other_agency')),
  about_other TEXT,
  village_id INTEGER REFERENCES unit(id),
  content TEXT CHECK (content <> ''),
  handling TEXT NOT NULL CHECK (handling IN ('accepted', 'explained', 'assigned', 'escalated', 'referred')),
  answer TEXT CHECK (answer <> ''),
  responsible_team_id INTEGER REFERENCES team(id),
  responsible_agency TEXT,
  due_date TEXT ${day('due_date')},
  reply_wanted INTEGER CHECK (reply_wanted IN (0, 1)),
  status TEXT NOT NULL CHECK (status IN ${statuses}),
  awaiting INTEGER NOT NULL CHECK (awaiting IN (0, 1)),
  replied_on TEXT ${day('replied_on')},
  transfer_kind TEXT CHECK (transfer_kind IN ('complaint', 'denunciation', 'crime_report')),
  transfer_to TEXT,
  transfer_on TEXT ${day('transfer_on')},
  transfer_number TEXT,
  CHECK (about <> 'other_agency' OR about_other IS NOT NULL),
  -- Of what left for another procedure only the reference is kept.
  CHECK ((status = 'transferred') = (transfer_kind IS NOT NULL)),
  CHECK ((status = 'transferred') = (content IS NULL)),
  CHECK (status <> 'transferred' OR (answer IS NULL AND transfer_to IS NOT NULL AND transfer_on IS NOT NULL)),
  CHECK (status NOT IN ('answered', 'closed') OR answer IS NOT NULL),
  CHECK (awaiting = (status IN ('new', 'assigned', 'in_progress')
    OR (status = 'answered' AND coalesce(reply_wanted, 0) = 1 AND replied_on IS NULL))),
  CHECK (awaiting = 0 OR due_date IS NOT NULL)`,
)}
CREATE UNIQUE INDEX opinion_position ON opinion(forum_id, position);
-- The board counts from these two alone: the columns of their conditions stand in them, so no row is read.
CREATE INDEX opinion_awaiting ON opinion(due_date, id, awaiting, voided_at) WHERE voided_at IS NULL AND awaiting = 1;
CREATE INDEX opinion_status ON opinion(status, voided_at) WHERE voided_at IS NULL;
CREATE INDEX opinion_day ON opinion(raised_on, id) WHERE voided_at IS NULL;

${recordTable(
  'opinion_step',
  `
  opinion_id INTEGER NOT NULL REFERENCES opinion(id),
  step TEXT NOT NULL CHECK (step IN ('receive', 'assign', 'start', 'escalate', 'refer', 'answer', 'send_reply',
    'transfer', 'close')),
  step_on TEXT NOT NULL ${day('step_on')},
  status_after TEXT NOT NULL CHECK (status_after IN ${statuses}),
  responsible TEXT,
  note TEXT,
  status_before TEXT,
  handling_before TEXT,
  responsible_team_id_before INTEGER REFERENCES team(id),
  responsible_agency_before TEXT,
  due_date_before TEXT ${day('due_date_before')},
  answer_before TEXT`,
)}
CREATE INDEX opinion_step_opinion ON opinion_step(opinion_id, id) WHERE voided_at IS NULL;
CREATE INDEX opinion_step_day ON opinion_step(step_on, step) WHERE voided_at IS NULL;

-- Who wants a written answer: sealed under the key that only the answering roles hold; gone once it is delivered.
CREATE TABLE opinion_speaker (
  opinion_id INTEGER PRIMARY KEY REFERENCES opinion(id),
  key_id TEXT NOT NULL,
  nonce BLOB NOT NULL CHECK (length(nonce) = 12),
  ciphertext BLOB NOT NULL
) STRICT;
`,
};
