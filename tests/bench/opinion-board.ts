import { join } from 'node:path';
import { addDays } from '../../shared/vietnamese/dates.ts';
import type { ProgramClient } from '../support/program-client.ts';
import { Filler } from './fill.ts';
import { median, repeatedly, timed, type Bench, type Measurement, type Sample } from './harness.ts';
import { logIn, newOffice, type BenchOffice } from './office.ts';

const repeats = 5;
const times = 20;
const perForum = 50;
const topics = 12;
/** The day on which the oldest opinions are due; a third of those that are owed are overdue today. */
const firstDue = addDays(new Date().toISOString().slice(0, 10), -100);

type Filled = ReturnType<typeof opinionOf>;

/** Every fifth opinion is owed, in each of the statuses in turn; the others are closed. */
function opinionOf(index: number, forum_id: number, village_id: number) {
  const owed = index % 5 === 0;
  const status = owed ? (['new', 'assigned', 'in_progress'] as const)[index % 3] : 'closed';
  const due = addDays(firstDue, index % 300);
  return {
    forum_id,
    position: (index % perForum) + 1,
    raised_on: addDays(due, -15),
    topic_id: 1 + (index % topics),
    opinion_kind: 'proposal',
    about: 'commune_police',
    village_id,
    content: `Đề nghị Công an xã tuần tra ban đêm quanh trường học và chợ phiên, lần thứ ${index}`,
    handling: 'assigned',
    responsible_agency: 'Công an xã',
    answer: owed ? null : 'Đã tăng cường tuần tra.',
    due_date: due,
    reply_wanted: false,
    status: status ?? 'new',
    awaiting: owed,
  };
}

function fill(office: BenchOffice, opinions: number): void {
  const filler = new Filler(office);
  const communes = [...filler.communes()];
  const beside = { search: false, audit: false };
  for (let id = 1; id <= topics; id += 1) filler.add('opinion_topic', id, { name: `Chủ đề ${id}` }, beside);
  const forums = Math.ceil(opinions / perForum);
  const chairs = {
    police_chair: 'A',
    front_chair: 'B',
    secretary: 'C',
    attendees: 'D',
    attendance_count: 75,
  };
  for (let id = 1; id <= forums; id += 1) {
    const [, commune_id = 0] = communes[id % communes.length] ?? [];
    const place = { place: `Nhà văn hóa số ${id}`, forum_level: 'commune', commune_id };
    filler.add('forum', id, { held_on: addDays(firstDue, -15 - (id % 300)), ...place, ...chairs }, beside);
  }
  for (let index = 0; index < opinions; index += 1) {
    const [village = 0] = communes[index % communes.length] ?? [];
    const values: Filled = opinionOf(index, Math.floor(index / perForum) + 1, village);
    filler.add('opinion', index + 1, values, beside);
  }
  filler.close();
}

/** The first screen as the page asks for it: the rows that are due first, and every count above them. */
async function firstScreen(client: ProgramClient): Promise<Sample> {
  const took: number[] = [];
  for (let time = 0; time < times; time += 1) took.push(await timed(() => client.call('opinions.board', {})));
  return { value: median(took), n: times };
}

async function measure({ folder, scale, say }: Bench) {
  const opinions = Math.ceil(100_000 * scale);
  const office = await newOffice(join(folder, 'opinions'));
  const begun = Date.now();
  fill(office, opinions);
  say(`opinion board: ${opinions} opinions made in ${((Date.now() - begun) / 1000).toFixed(0)} s`);
  const client = await logIn(office);
  const { rows, counts } = await client.call('opinions.board', {});
  const all = Object.values(counts.by_status).reduce((sum, count) => sum + count, 0);
  if (all !== opinions || rows.length !== Math.min(100, counts.owed))
    throw new Error(`The board counts ${all} opinions and shows ${rows.length}.`);
  const figures = { opinion_board_ms: await repeatedly(repeats, () => firstScreen(client)) };
  await client.stop();
  return figures;
}

/** The board of open opinions among a hundred thousand, from the gateway call to its answer. */
export const opinionBoard: Measurement = { name: 'opinion-board', keys: ['opinion_board_ms'], run: measure };
