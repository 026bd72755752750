import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatDate } from '../../../shared/vietnamese/dates.ts';
import { ago, forumKit, summaryText, today, type ForumKit } from './kit.ts';

// The summary tells how opinions stood on its own day, whatever came afterwards.

let kit: ForumKit;
let forum: number;
const words = {
  answered: 'Đã trả lời. Đã lập tổ tuần tra.',
  sent: `Đã gửi văn bản ngày ${formatDate(ago(6))}.`,
};

beforeAll(async () => {
  kit = await forumKit();
  forum = await kit.forum();
  const speaker = { full_name: 'Vừ Y Mái', address: 'Bản Huồi Đun' };
  const { id } = await kit.add(forum, {
    responsible_agency: 'Công an xã Keng Đu',
    due_date: ago(20),
    speaker,
  });
  await kit.step(id, 'assign', { step_on: ago(30), responsible_team_id: kit.team, due_date: ago(15) });
  await kit.step(id, 'answer', { step_on: ago(10), answer: 'Đã lập tổ tuần tra.' });
  await kit.step(id, 'send_reply', { step_on: ago(6) });
  await kit.step(id, 'close', { step_on: ago(3) });
  const gone = await kit.add(forum, { handling: 'accepted', content: 'Xin nói riêng.', due_date: today });
  const to = { transfer_kind: 'complaint', transfer_to: 'Thanh tra huyện', step_on: ago(2) };
  await kit.step(gone.id, 'transfer', to);
});
afterAll(() => kit.page.end());

test.each([
  { days: 35, counts: '0 đã trả lời, 2 còn phải trả lời, 0 đã chuyển', result: 'Đã phân công.' },
  { days: 12, counts: '0 đã trả lời, 2 còn phải trả lời (1 quá hạn)', result: 'Đã phân công, quá hạn.' },
  { days: 8, counts: '0 đã trả lời, 2 còn phải trả lời (1 quá hạn)', result: 'Đã trả lời, quá hạn.' },
  {
    days: 5,
    counts: '1 đã trả lời, 1 còn phải trả lời, 0 đã chuyển',
    result: `${words.answered} ${words.sent}`,
  },
  { days: 0, counts: '1 đã trả lời, 0 còn phải trả lời, 1 đã chuyển', result: 'Đã đóng.' },
])('$days days before today', async ({ days, counts, result }) => {
  const day = ago(days);
  const text = await summaryText(kit, { forum_id: forum }, day);
  expect(text).toContain(`Bảng này có 2 ý kiến; tính đến ngày ${formatDate(day)}: ${counts}`);
  expect(text).toContain(result);
  expect(text.includes('Đã lập tổ tuần tra.')).toBe(days < 10);
  expect(text.includes(words.sent)).toBe(days < 6);
  // Who answers, and until when, is also that of the day.
  expect([text.includes('Đội An ninh'), text.includes(formatDate(ago(15)))]).toEqual([days < 30, days < 30]);
  expect([text.includes('Công an xã Keng Đu'), text.includes(formatDate(ago(20)))]).toEqual([
    days >= 30,
    days >= 30,
  ]);
  // What was transferred has lost its words for good; it is counted as what it was on the day.
  expect(text).toContain('Chuyển quy trình khiếu nại: Thanh tra huyện');
  expect(text).not.toMatch(/Vừ Y Mái|Xin nói riêng/);
});

test('an answer that was corrected is told as corrected, also on a day before the last step', async () => {
  const held = await kit.forum();
  const { id } = await kit.add(held);
  await kit.step(id, 'answer', { step_on: ago(20), answer: 'Tuần tra hằng thán.' });
  const corrected = async (answer: string) => {
    const opinion = await kit.opinion(id);
    const typed = ['topic_id', 'opinion_kind', 'about', 'about_other', 'village_id', 'content'];
    const known = Object.fromEntries(typed.map((name) => [name, opinion[name]]));
    await kit.page.value('opinions.correct', { id, version: opinion.version, ...known, answer });
  };
  const told = (days: number) => summaryText(kit, { forum_id: held }, ago(days));
  await corrected('Tuần tra hằng tháng.');
  await kit.step(id, 'close', { step_on: ago(10) });
  await corrected('Tuần tra hằng tháng, từ tháng 5.');
  expect(await told(15)).toContain('Đã trả lời. Tuần tra hằng tháng, từ tháng 5.');
  expect(await told(25)).not.toContain('Tuần tra hằng');
});

test('a forum behind the day is not in it; where nothing is left, that is said', async () => {
  await kit.add(await kit.forum({ held_on: ago(1), place: 'Hội trường UBND xã' }), { content: 'Về đường.' });
  const period = { from: ago(60), to: today };
  expect(await summaryText(kit, period, today)).toContain('Hội trường UBND xã');
  expect(await summaryText(kit, period, ago(5))).not.toContain('Hội trường UBND xã');
  await expect(summaryText(kit, { forum_id: forum }, ago(50))).rejects.toMatchObject({
    message: expect.stringContaining('không có ý kiến nào') as string,
  });
});
