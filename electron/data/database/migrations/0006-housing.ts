import { day, linesTable, recordTable } from './record-table.ts';
import type { Migration } from './migration.ts';

const steps = `('approved', 'surveyed', 'committed', 'ground_levelled', 'material_delivered', 'foundation', 'frame_walls',
    'roof', 'finished', 'accepted', 'handed_over')`;
const money = (column: string, least = 1) => `CHECK (${column} BETWEEN ${least} AND 999999999999)`;
const quantity = (column: string) => `CHECK (${column} BETWEEN 1 AND 999999999000)`;

/** Houses for poor households: the programme with its people, phases, houses with their dated steps and photos, labour. */
export const housing: Migration = {
  number: 6,
  name: 'housing',
  sql: `
${recordTable(
  'housing_program',
  `
  title TEXT NOT NULL CHECK (title <> ''),
  basis TEXT,
  from_date TEXT NOT NULL ${day('from_date')},
  to_date TEXT ${day('to_date')},
  note TEXT,
  CHECK (to_date >= from_date)`,
)}

${recordTable(
  'steering_committee',
  `
  program_id INTEGER NOT NULL REFERENCES housing_program(id),
  title TEXT NOT NULL CHECK (title <> ''),
  decision_number TEXT NOT NULL CHECK (decision_number <> ''),
  decided_on TEXT NOT NULL ${day('decided_on')},
  issuing_agency TEXT NOT NULL CHECK (issuing_agency <> ''),
  dissolved_on TEXT ${day('dissolved_on')},
  note TEXT`,
)}

${recordTable(
  'committee_member',
  `
  committee_id INTEGER NOT NULL REFERENCES steering_committee(id),
  full_name TEXT NOT NULL CHECK (full_name <> ''),
  officer_id INTEGER REFERENCES officer(id),
  position TEXT,
  role TEXT NOT NULL CHECK (role IN ('head', 'deputy', 'standing', 'member', 'secretary')),
  from_date TEXT NOT NULL ${day('from_date')},
  to_date TEXT ${day('to_date')},
  CHECK (to_date >= from_date)`,
)}
CREATE INDEX committee_member_committee ON committee_member(committee_id, from_date) WHERE voided_at IS NULL;

${recordTable(
  'working_group',
  `
  program_id INTEGER NOT NULL REFERENCES housing_program(id),
  name TEXT NOT NULL CHECK (name <> ''),
  decision_number TEXT,
  leader_id INTEGER NOT NULL REFERENCES officer(id),
  team_id INTEGER REFERENCES team(id),
  from_date TEXT NOT NULL ${day('from_date')},
  to_date TEXT ${day('to_date')},
  note TEXT,
  sort_key TEXT NOT NULL,
  CHECK (to_date >= from_date)`,
)}
CREATE INDEX working_group_sort ON working_group(sort_key, id) WHERE voided_at IS NULL;
-- A group may be set up anew under its name when its communes change.
CREATE UNIQUE INDEX working_group_name ON working_group(program_id, name, from_date) WHERE voided_at IS NULL;
${linesTable('working_group', 'members', 'officer', null)}
${linesTable('working_group', 'communes', 'unit', null)}

${recordTable(
  'housing_phase',
  `
  program_id INTEGER NOT NULL REFERENCES housing_program(id),
  name TEXT NOT NULL CHECK (name <> ''),
  planned_houses INTEGER NOT NULL CHECK (planned_houses BETWEEN 1 AND 100000),
  from_date TEXT NOT NULL ${day('from_date')},
  to_date TEXT NOT NULL ${day('to_date')},
  note TEXT,
  CHECK (to_date >= from_date)`,
)}
CREATE UNIQUE INDEX housing_phase_name ON housing_phase(program_id, name) WHERE voided_at IS NULL;

${recordTable(
  'house',
  `
  phase_id INTEGER NOT NULL REFERENCES housing_phase(id),
  household_id INTEGER NOT NULL REFERENCES household(id),
  beneficiary_name TEXT NOT NULL CHECK (beneficiary_name <> ''),
  commune_id INTEGER NOT NULL REFERENCES unit(id),
  village_id INTEGER NOT NULL REFERENCES unit(id),
  poverty_class TEXT NOT NULL
    CHECK (poverty_class IN ('poor', 'near_poor', 'housing_hardship', 'merit', 'alone')),
  build_kind TEXT NOT NULL CHECK (build_kind IN ('new', 'repair')),
  approved_on TEXT NOT NULL ${day('approved_on')},
  due_on TEXT NOT NULL ${day('due_on')},
  standard TEXT,
  floor_area INTEGER ${quantity('floor_area')},
  consent INTEGER NOT NULL CHECK (consent IN (0, 1)),
  step TEXT NOT NULL CHECK (step IN ${steps}),
  step_on TEXT NOT NULL ${day('step_on')},
  hard_foundation INTEGER CHECK (hard_foundation IN (0, 1)),
  hard_frame INTEGER CHECK (hard_frame IN (0, 1)),
  hard_roof INTEGER CHECK (hard_roof IN (0, 1)),
  note TEXT,
  -- "3 cứng": what is accepted has all three, and none of them unsaid.
  CHECK (step NOT IN ('accepted', 'handed_over')
    OR (hard_foundation IS 1 AND hard_frame IS 1 AND hard_roof IS 1))`,
)}
CREATE UNIQUE INDEX house_once ON house(phase_id, household_id) WHERE voided_at IS NULL;
CREATE INDEX house_household ON house(household_id);
CREATE INDEX house_approved ON house(approved_on, id) WHERE voided_at IS NULL;
-- The board counts from this one alone.
CREATE INDEX house_board ON house(phase_id, commune_id, step, due_on, voided_at) WHERE voided_at IS NULL;
CREATE INDEX house_commune ON house(commune_id, step, id) WHERE voided_at IS NULL;

${recordTable(
  'house_step',
  `
  house_id INTEGER NOT NULL REFERENCES house(id),
  step TEXT NOT NULL CHECK (step IN ${steps}),
  step_on TEXT NOT NULL ${day('step_on')},
  batch TEXT,
  note TEXT`,
)}
CREATE UNIQUE INDEX house_step_once ON house_step(house_id, step) WHERE voided_at IS NULL;
CREATE INDEX house_step_day ON house_step(step, step_on, house_id) WHERE voided_at IS NULL;
CREATE INDEX house_step_batch ON house_step(batch) WHERE batch IS NOT NULL;

${recordTable(
  'house_funding',
  `
  house_id INTEGER NOT NULL REFERENCES house(id),
  source TEXT NOT NULL CHECK (source IN ('ministry', 'provincial_police', 'officers', 'fatherland_front', 'enterprise',
    'family', 'loan', 'other')),
  planned_amount INTEGER NOT NULL ${money('planned_amount', 0)},
  paid_outside INTEGER NOT NULL ${money('paid_outside', 0)},
  note TEXT`,
)}
CREATE UNIQUE INDEX house_funding_source ON house_funding(house_id, source) WHERE voided_at IS NULL;

${recordTable(
  'labour_turn',
  `
  worked_on TEXT NOT NULL ${day('worked_on')},
  team_id INTEGER REFERENCES team(id),
  unit_name TEXT,
  village_id INTEGER REFERENCES unit(id),
  house_id INTEGER REFERENCES house(id),
  work TEXT NOT NULL CHECK (work IN ('site_levelling', 'material_transport', 'building')),
  people INTEGER NOT NULL CHECK (people BETWEEN 1 AND 10000),
  days INTEGER NOT NULL ${quantity('days')},
  turns INTEGER NOT NULL,
  person_days INTEGER NOT NULL,
  note TEXT,
  CHECK (team_id IS NOT NULL OR unit_name IS NOT NULL),
  CHECK (village_id IS NOT NULL),
  CHECK (turns = people * ((days + 999) / 1000)),
  CHECK (person_days = people * days)`,
)}
CREATE INDEX labour_turn_day ON labour_turn(worked_on, id) WHERE voided_at IS NULL;
CREATE INDEX labour_turn_house ON labour_turn(house_id) WHERE voided_at IS NULL;

-- A photo of a house shows the time before or after it was built.
ALTER TABLE attachment ADD COLUMN photo_stage TEXT CHECK (photo_stage IS NULL
  OR (photo_stage IN ('before', 'after') AND owner_kind = 'house' AND width IS NOT NULL));
`,
};
