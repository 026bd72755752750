import { afterAll, beforeAll, expect, test } from 'vitest';
import { brokenTrail, forumKit, minutesText, type ForumKit } from './kit.ts';

// The minutes tell what was answered at the forum, in its corrected words, whatever happened to the opinion since.

let kit: ForumKit;
beforeAll(async () => {
  kit = await forumKit();
});
afterAll(() => kit.page.end());

const wrong = 'Công an xã đã tuần tra ba đêm.';
const right = 'Công an xã sẽ tuần tra mỗi đêm.';
const later = 'Đã lập tổ tuần tra, có mười người.';

/** An opinion that was answered on the spot and handed on. */
async function answeredOnTheSpot(values: object = {}) {
  const forum = await kit.forum();
  const given = { answer: wrong, responsible_team_id: kit.team, ...values };
  const { id } = await kit.add(forum, given);
  return { forum, id };
}

async function correct(id: number, values: object) {
  const opinion = await kit.opinion(id);
  const typed = ['topic_id', 'opinion_kind', 'about', 'about_other', 'village_id', 'content', 'answer'];
  const known = Object.fromEntries(typed.map((name) => [name, opinion[name]]));
  return kit.page.call('opinions.correct', { id, version: opinion.version, ...known, ...values });
}

const told = async (forum: number) =>
  /Trả lời tại diễn đàn: (.*?\.) /.exec(await minutesText(kit, forum))?.[1] ?? null;

test('corrected after a later step', async () => {
  const { forum, id } = await answeredOnTheSpot();
  await kit.step(id, 'start');
  await correct(id, { answer: right });
  expect(await told(forum)).toBe(right);
});

test('corrected before a later step and before another answer', async () => {
  const { forum, id } = await answeredOnTheSpot();
  await kit.step(id, 'start');
  await correct(id, { answer: right });
  await kit.step(id, 'answer', { answer: later });
  await kit.step(id, 'close');
  expect(await told(forum)).toBe(right);
  expect(await kit.opinion(id)).toMatchObject({ answer: later });
});

test('what answered the opinion at the forum is its answer through every step after it', async () => {
  const speaker = { full_name: 'Vừ Y Mái', address: 'Bản Huồi Đun' };
  const { forum, id } = await answeredOnTheSpot({
    ...{ handling: 'explained', responsible_team_id: null, speaker },
  });
  await kit.step(id, 'send_reply');
  await kit.step(id, 'close');
  await correct(id, { answer: right });
  expect(await told(forum)).toBe(right);
});

test('the same words taken for the later answer are corrected in both places', async () => {
  const { forum, id } = await answeredOnTheSpot();
  await kit.step(id, 'answer', { answer: null });
  await correct(id, { answer: right });
  expect(await told(forum)).toBe(right);
  expect(await kit.opinion(id)).toMatchObject({ answer: right });
});

test('beside another answer that came later, each is corrected on its own', async () => {
  const { forum, id } = await answeredOnTheSpot();
  await kit.step(id, 'answer', { answer: later });
  await correct(id, { answer: `${later} Đã xong.` });
  expect(await told(forum)).toBe(wrong);
  await correct(id, { answer_at_forum: right });
  expect(await told(forum)).toBe(right);
  expect(await kit.opinion(id)).toMatchObject({ answer: `${later} Đã xong.` });
  const { version } = await kit.opinion(id);
  await kit.page.value('opinions.undo_step', { id, version, reason: 'ghi nhầm' });
  expect(await kit.opinion(id)).toMatchObject({ answer: right });
});

test('an answer that came later is never printed as one of the forum; what was forgotten can be added', async () => {
  const { forum, id } = await answeredOnTheSpot({ answer: null });
  const early = await correct(id, { answer_at_forum: right });
  expect(early.ok ? '' : early.error.fields).toHaveProperty('answer_at_forum');
  await kit.step(id, 'answer', { answer: later });
  expect(await told(forum)).toBeNull();
  await correct(id, { answer_at_forum: right });
  expect(await told(forum)).toBe(right);
});

test('what was done at the forum and taken back is not printed, and the opinion can still be corrected', async () => {
  const forum = await kit.forum();
  for (const given of [
    { handling: 'escalated', responsible_agency: 'Công an tỉnh Nghệ An' },
    { handling: 'explained', answer: wrong },
  ]) {
    const { id, version } = await kit.add(forum, given);
    await kit.page.value('opinions.undo_step', { id, version, reason: 'ghi nhầm' });
    expect(await correct(id, { content: 'Đề nghị lắp đèn đường.' })).toMatchObject({ ok: true });
    await kit.step(id, 'assign', { responsible_agency: 'Công an xã' });
  }
  const text = await minutesText(kit, forum);
  expect(text.match(/Đề nghị lắp đèn đường\./g)).toHaveLength(2);
  for (const gone of ['Hướng xử lý', 'kiến nghị cấp trên', 'Công an tỉnh', wrong])
    expect(text, gone).not.toContain(gone);
});

test('the trail of all this holds', async () => {
  expect(await brokenTrail(kit)).toEqual([]);
});
