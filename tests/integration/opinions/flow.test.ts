import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  isAwaiting,
  nextStep,
  opinionFlow,
  refusedStep,
  type DueDays,
  type TakenStep,
} from '../../../shared/records/opinion-flow.ts';
import { opinionStatuses, type OpinionStatus } from '../../../shared/records/opinion.ts';
import { forum as forumKind } from '../../../shared/records/forum.ts';
import type { ShownRecord } from '../../../shared/api/records.ts';
import { addDays } from '../../../shared/vietnamese/dates.ts';
import { ago, brokenTrail, empty, forumKit, today, type ForumKit } from './kit.ts';

// The flow of opinions through the real gateway: every step from every status, due dates, undo, transfer.

let kit: ForumKit;
let forum: number;
beforeAll(async () => {
  kit = await forumKit();
  forum = await kit.forum();
});
afterAll(() => kit.page.end());

const given: Record<TakenStep, object> = {
  assign: { responsible_agency: 'Công an xã Huồi Tụ' },
  start: {},
  escalate: { responsible_agency: 'Công an tỉnh Nghệ An' },
  refer: { responsible_agency: 'UBND xã' },
  answer: { answer: 'Đã tăng cường tuần tra.' },
  send_reply: {},
  transfer: { transfer_kind: 'complaint', transfer_to: 'Thanh tra huyện', transfer_number: '05/CV' },
  close: {},
};
/** How an opinion gets to a status. */
const wayTo: Record<OpinionStatus, readonly TakenStep[]> = {
  new: [],
  assigned: ['assign'],
  in_progress: ['assign', 'start'],
  answered: ['assign', 'start', 'answer'],
  closed: ['answer', 'close'],
  transferred: ['transfer'],
};
const owed: readonly OpinionStatus[] = ['new', 'assigned', 'in_progress'];
/** What the domain allows, written out apart from the program's own table. */
const allowed: Record<TakenStep, readonly OpinionStatus[]> = {
  assign: owed,
  start: ['assigned'],
  escalate: owed,
  refer: owed,
  answer: owed,
  send_reply: [],
  transfer: [...owed, 'answered'],
  close: ['answered'],
};
const after: Record<TakenStep, OpinionStatus> = {
  assign: 'assigned',
  start: 'in_progress',
  escalate: 'assigned',
  refer: 'assigned',
  answer: 'answered',
  send_reply: 'answered',
  transfer: 'transferred',
  close: 'closed',
};

async function opinionIn(status: OpinionStatus): Promise<number> {
  const { id } = await kit.add(forum);
  for (const step of wayTo[status]) await kit.step(id, step, given[step]);
  return id;
}

const statuses = Object.keys(opinionStatuses) as OpinionStatus[];
const steps = Object.keys(opinionFlow) as TakenStep[];

describe.each(statuses)('an opinion that is %s', (status) => {
  test.each(steps)('takes %s or is told why not', async (step) => {
    const id = await opinionIn(status);
    const { version } = await kit.opinion(id);
    const input = { id, version, step, step_on: today, note: null, ...empty, ...given[step] };
    const answer = await kit.page.call('opinions.take_step', input);
    const fits = allowed[step].includes(status);
    expect(answer.ok).toBe(fits);
    const now = await kit.opinion(id);
    expect(now['status']).toBe(fits ? after[step] : status);
    if (!answer.ok) expect(answer.error.text).toMatch(/^Ý kiến /);
  });
});

test('a written answer is owed until it is sent, and only then the opinion closes', async () => {
  const speaker = { full_name: 'Vừ Y Mái', address: 'Bản Huồi Đun, xã Huồi Tụ' };
  const { id } = await kit.add(forum, { speaker });
  await kit.step(id, 'answer', given.answer);
  expect(await kit.opinion(id)).toMatchObject({ status: 'answered', awaiting: true, reply_wanted: true });
  const { version } = await kit.opinion(id);
  const close = { id, version, step: 'close', step_on: today, note: null, ...empty };
  expect((await kit.refused('opinions.take_step', close)).text).toContain('Còn nợ trả lời bằng văn bản');
  await kit.step(id, 'send_reply');
  expect(await kit.opinion(id)).toMatchObject({ awaiting: false, replied_on: today });
  await kit.step(id, 'close');
  expect((await kit.pageOf(id)).steps.map((step) => step['step'])).toEqual([
    'receive',
    'answer',
    'send_reply',
    'close',
  ]);
});

test('the pure flow: the usual next step is always one that may be taken', () => {
  for (const status of statuses)
    for (const reply_wanted of [false, true])
      for (const replied_on of [null, today]) {
        const state = { status, reply_wanted, replied_on };
        const next = nextStep(state);
        if (next) expect(refusedStep(state, next)).toBeNull();
        else expect(['closed', 'transferred']).toContain(status);
        if (status === 'closed') expect(isAwaiting(state)).toBe(false);
      }
});

test('the due date follows the handling, by the days that the office has set', async () => {
  const due = async (values: object) => (await kit.opinion((await kit.add(forum, values)).id))['due_date'];
  const held = ago(40);
  expect(await due({ handling: 'accepted' })).toBe(addDays(held, 10));
  expect(await due({})).toBe(addDays(held, 15));
  expect(await due({ handling: 'escalated', responsible_agency: 'Công an tỉnh' })).toBe(addDays(held, 30));
  expect(await due({ handling: 'explained', answer: 'Đã giải thích.' })).toBeNull();
  expect(await due({ due_date: today })).toBe(today);
  await kit.page.logIn('quantri');
  await kit.page.value('opinions.set_due_days', { accepted: 12, assigned: 7, escalated: 30 });
  await kit.page.logIn('lan');
  expect(await due({})).toBe(addDays(held, 7));
  expect(await kit.page.ask('opinions.set_due_days', { accepted: 1, assigned: 1, escalated: 1 })).toBe(
    'forbidden',
  );
});

test('praise is accepted at once; what was explained at the forum is answered there', async () => {
  const praise = await kit.add(forum, { opinion_kind: 'praise', handling: 'accepted' });
  expect(await kit.opinion(praise.id)).toMatchObject({
    status: 'answered',
    awaiting: false,
    answer: 'Tiếp thu.',
  });
  const explained = await kit.refused('opinions.add', {
    ...(await spoken()),
    handling: 'explained',
  });
  expect(explained.fields).toHaveProperty('answer');
  const told = await kit.add(forum, { handling: 'explained', answer: 'Đã giải thích tại chỗ.' });
  expect((await kit.pageOf(told.id)).steps.map((step) => [step['step'], step['step_on']])).toEqual([
    ['receive', ago(40)],
    ['answer', ago(40)],
  ]);
});

async function spoken() {
  const { opinion } = await kit.pageOf((await kit.add(forum)).id);
  const { topic_id, opinion_kind, about, about_other, village_id, content, answer } = opinion;
  const values = { topic_id, opinion_kind, about, about_other, village_id, content, answer };
  return { forum_id: forum, ...values, handling: 'assigned', responsible_agency: null };
}

test.each([
  ['no text', { content: ' ' }, 'content'],
  ['another agency without its name', { about: 'other_agency' }, 'about_other'],
  ['a higher level without its name', { handling: 'escalated' }, 'responsible_agency'],
  ['a due date before the forum', { due_date: '2020-01-01' }, 'due_date'],
])('an opinion with %s is refused under its field', async (_what, values, field) => {
  const failure = await kit.refused('opinions.add', { ...(await spoken()), ...values });
  expect(failure.code).toBe('invalid');
  expect(Object.keys(failure.fields ?? {})).toContain(field);
});

test('a step on a day to come, or before the step before it, is refused', async () => {
  const { id } = await kit.add(forum);
  await kit.step(id, 'assign', { ...given.assign, step_on: ago(5) });
  const { version } = await kit.opinion(id);
  const start = { id, version, step: 'start', note: null, ...empty };
  expect((await kit.refused('opinions.take_step', { ...start, step_on: ago(6) })).text).toContain('ở trước');
  expect((await kit.refused('opinions.take_step', { ...start, step_on: addDays(today, 1) })).text).toContain(
    'tương lai',
  );
});

test('the last step is taken back with its reason, and what was before it comes back', async () => {
  const { id } = await kit.add(forum, { responsible_team_id: kit.team });
  const before = await kit.opinion(id);
  await kit.step(id, 'escalate', given.escalate);
  await kit.step(id, 'answer', given.answer);
  const undo = async () => {
    const { version } = await kit.opinion(id);
    return kit.page.call('opinions.undo_step', { id, version, reason: 'ghi nhầm' });
  };
  expect((await undo()).ok).toBe(true);
  expect(await kit.opinion(id)).toMatchObject({ status: 'assigned', answer: null, handling: 'escalated' });
  expect((await undo()).ok).toBe(true);
  const { status, handling, due_date, responsible_team_id, responsible_agency } = before;
  const same = { status, handling, due_date, responsible_team_id, responsible_agency };
  expect(await kit.opinion(id)).toMatchObject(same);
  expect((await undo()).ok).toBe(true);
  expect(await kit.opinion(id)).toMatchObject({ status: 'new' });
  const last = await undo();
  expect(last.ok ? '' : last.error.text).toContain('Không còn bước nào');
  const [row] = await kit.page.value<{ action: string; reason: string }[]>('records.history', {
    kind: 'opinion',
    id,
  });
  expect(row).toMatchObject({ action: 'undo_step', reason: 'phân công: ghi nhầm' });
});

test('taking back a step that answered nothing keeps the words said on the spot', async () => {
  const { id } = await kit.add(forum, { responsible_team_id: kit.team, answer: 'Công an xã tiếp thu.' });
  const { version } = await kit.opinion(id);
  await kit.page.value('opinions.undo_step', { id, version, reason: 'ghi nhầm' });
  expect(await kit.opinion(id)).toMatchObject({ status: 'new', answer: 'Công an xã tiếp thu.' });
});

test('an explanation on the spot that is taken back is owed from today on, by the office’s own days', async () => {
  const { id, version } = await kit.add(forum, { handling: 'explained', answer: 'Đã giải thích.' });
  const { accepted } = await kit.page.value<DueDays>('opinions.due_days');
  await kit.page.value('opinions.undo_step', { id, version, reason: 'ghi nhầm' });
  const due_date = addDays(today, accepted);
  expect(await kit.opinion(id)).toMatchObject({ status: 'new', awaiting: true, due_date });
});

test('two clerks: the second step on an old version is refused', async () => {
  const { id, version } = await kit.add(forum);
  await kit.step(id, 'assign', given.assign);
  const late = { id, version, step: 'start', step_on: today, note: null, ...empty };
  expect((await kit.refused('opinions.take_step', late)).code).toBe('conflict');
});

test('an opinion voided with its steps comes back with them; steps taken back before stay so', async () => {
  const { id } = await kit.add(forum);
  await kit.step(id, 'assign', given.assign);
  await kit.step(id, 'start');
  const { version } = await kit.opinion(id);
  await kit.page.value('opinions.undo_step', { id, version, reason: 'nhầm' });
  const stood = (await kit.pageOf(id)).steps.length;
  await kit.page.value('opinions.void', { id, version: version + 1, reason: 'nhập hai lần' });
  expect((await kit.pageOf(id)).steps).toEqual([]);
  await kit.page.value('opinions.restore', { id, version: version + 2, reason: 'nhầm' });
  expect((await kit.pageOf(id)).steps).toHaveLength(stood);
});

test('an opinion is not restored into a forum whose day has changed', async () => {
  const other = await kit.forum();
  const { id, version } = await kit.add(other);
  await kit.page.value('opinions.void', { id, version, reason: 'nhập hai lần' });
  const kind = 'forum';
  const shown = await kit.page.value<ShownRecord>('records.get', { kind, id: other });
  const typed = Object.entries(shown).filter(([name]) => name in forumKind.fields);
  const values = { ...Object.fromEntries(typed), held_on: ago(39) };
  await kit.page.value('records.update', { kind, id: other, version: 1, values });
  const back = { id, version: version + 1, reason: 'nhầm' };
  expect((await kit.refused('opinions.restore', back)).text).toContain('Ngày diễn đàn đã được sửa');
});

test('a forum with opinions keeps its day and is not voided from under them', async () => {
  const [record] = [
    await kit.page.value<Record<string, unknown>>('records.get', { kind: 'forum', id: forum }),
  ];
  const fail = await kit.refused('records.void', {
    kind: 'forum',
    id: forum,
    version: record['version'],
    reason: 'x',
  });
  expect(fail.text).toContain('còn ý kiến');
});

test('the trail of all this holds', async () => {
  expect(await brokenTrail(kit)).toEqual([]);
});
