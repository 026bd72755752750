import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CallOutput } from '../../../shared/api.ts';
import { dueState } from '../../../shared/records/opinion-flow.ts';
import type { ShownRecord } from '../../../shared/api/records.ts';
import type { OpinionStatus } from '../../../shared/records/opinion.ts';
import { addDays } from '../../../shared/vietnamese/dates.ts';
import { ago, brokenTrail, forumKit, today, type ForumKit } from './kit.ts';

// A forum of sixty opinions with every status: the board, its counts, what is overdue, the start page, the export.

type Board = CallOutput<'opinions.board'>;
let kit: ForumKit;
let forum: number;
const agency = { responsible_agency: 'Công an xã Huồi Tụ' };
/** Ten of each status; due dates from ten days ago to some days ahead. */
const plan: readonly [OpinionStatus, readonly [string, object][]][] = [
  ['new', []],
  ['assigned', [['assign', agency]]],
  [
    'in_progress',
    [
      ['assign', agency],
      ['start', {}],
    ],
  ],
  ['answered', [['answer', { answer: 'Đã trả lời.' }]]],
  [
    'closed',
    [
      ['answer', { answer: 'Đã trả lời.' }],
      ['close', {}],
    ],
  ],
  ['transferred', [['transfer', { transfer_kind: 'crime_report', transfer_to: 'Cơ quan điều tra' }]]],
];

beforeAll(async () => {
  kit = await forumKit();
  forum = await kit.forum();
  for (const [status, steps] of plan)
    for (let index = 0; index < 10; index += 1) {
      const due_date = addDays(today, index - 5);
      const content = `Ý kiến ${status} ${index}`;
      const speaker =
        status === 'answered' && index < 3 ? { full_name: 'Vừ Y Mái', address: 'Bản Huồi Đun' } : null;
      const { id } = await kit.add(forum, { content, due_date, speaker, topic_id: 1 + (index % 3) });
      for (const [step, values] of steps) await kit.step(id, step, { step_on: ago(20), due_date, ...values });
    }
});
afterAll(() => kit.page.end());

const dueOf = (row: ShownRecord) => (typeof row['due_date'] === 'string' ? row['due_date'] : '');
const board = (filter: object = {}, more: object = {}) =>
  kit.page.value<Board>('opinions.board', { filter, ...more });

test('the counts are those of every status; what is owed is counted with the written answers', async () => {
  const { counts } = await board();
  expect(counts.by_status).toEqual(Object.fromEntries(plan.map(([status]) => [status, 10])));
  expect(counts.owed).toBe(33);
  // Due before today: five of each status that is owed, and all three written answers.
  expect(counts.overdue).toBe(18);
  expect(counts.soon).toBe(12);
  expect(await kit.page.value('opinions.waiting')).toEqual({ overdue: 18, soon: 12 });
});

test('the board stands in the order of the due dates, page by page, each opinion once', async () => {
  const seen: number[] = [];
  let after: string | null = null;
  do {
    const page: Board = await board({}, { limit: 7, ...(after === null ? {} : { after }) });
    expect(page.today).toBe(today);
    seen.push(...page.rows.map(({ id }) => id));
    after = page.next;
  } while (after !== null);
  const all = (await board({}, { limit: 200 })).rows;
  expect(seen).toEqual(all.map(({ id }) => id));
  expect(new Set(seen).size).toBe(33);
  const dates = all.map((row) => dueOf(row));
  expect(dates).toEqual([...dates].sort());
});

test('the filters narrow it: overdue, near, a status, a topic, a forum', async () => {
  const rows = async (filter: object) => (await board(filter, { limit: 200 })).rows;
  expect((await rows({ due: 'overdue' })).every((row) => dueOf(row) < today)).toBe(true);
  expect(await rows({ due: 'overdue' })).toHaveLength(18);
  expect(await rows({ due: 'soon' })).toHaveLength(12);
  expect(await rows({ due: 'all' })).toHaveLength(60);
  expect(await rows({ due: 'all', status: 'closed' })).toHaveLength(10);
  expect(await rows({ due: 'owed', status: 'answered' })).toHaveLength(3);
  expect(await rows({ due: 'all', topic_id: 1 })).toHaveLength(24);
  expect(await rows({ due: 'all', forum_id: forum + 1 })).toEqual([]);
  expect(await kit.page.ask('opinions.board', { after: '["2024-13-45",1]' })).toBe('bad_input');
});

test('overdue is computed from day to day and stored nowhere', () => {
  const owed = { awaiting: true, due_date: '2024-05-10' };
  expect(dueState(owed, '2024-05-06')).toBe('later');
  expect(dueState(owed, '2024-05-07')).toBe('soon');
  expect(dueState(owed, '2024-05-10')).toBe('soon');
  expect(dueState(owed, '2024-05-11')).toBe('overdue');
  expect(dueState({ ...owed, awaiting: false }, '2024-05-11')).toBe('none');
});

test('the opinions of the forum come in the order in which they were spoken', async () => {
  const rows = await kit.page.value<{ position: number }[]>('opinions.of_forum', { forum_id: forum });
  expect(rows.map(({ position }) => position)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
});

test('steps are events of their days: each is there once, and reports can count them by period', async () => {
  const filter = { equal: { step: 'answer' }, period: { step_on: { from: ago(20), to: ago(20) } } };
  const { total } = await kit.page.value<{ total: number }>('records.total', {
    kind: 'opinion_step',
    filter,
  });
  expect(total).toBe(20);
  const received = { equal: { step: 'receive' }, period: { step_on: { from: ago(40), to: ago(40) } } };
  expect(await kit.page.value('records.total', { kind: 'opinion_step', filter: received })).toMatchObject({
    total: 60,
  });
});

test('nobody writes an opinion or a step past the flow', async () => {
  const values = { opinion_id: 1, step: 'close', step_on: today, status_after: 'closed' };
  expect(await kit.page.ask('records.create', { kind: 'opinion_step', values })).toBe('bad_input');
  expect(await kit.page.ask('records.create', { kind: 'opinion', values: {} })).toBe('bad_input');
  expect(await kit.page.ask('records.void', { kind: 'opinion', id: 1, version: 1, reason: 'x' })).toBe(
    'bad_input',
  );
  await kit.page.logIn('xem');
  expect(await kit.page.ask('opinions.void', { id: 1, version: 1, reason: 'x' })).toBe('forbidden');
  expect(await kit.page.ask('opinions.board', {})).toBe('ok');
});

test('the trail of all this holds', async () => {
  expect(await brokenTrail(kit)).toEqual([]);
});
