import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Attachment } from '../../../shared/api/attachments.ts';
import { png } from '../../unit/attachments/samples.ts';
import { brokenTrail, forumKit, readerOf, today, type ForumKit } from './kit.ts';

// What leaves for another procedure (khiếu nại, tố cáo, tố giác) leaves a reference behind and nothing else.

let kit: ForumKit;
let forum: number;
let desk: string;
let chosen: string;
const speaker = { full_name: 'Vừ Y Mái Xủ', address: 'Bản Huồi Đun, xã Huồi Tụ, nhà cạnh suối' };
const transfer = {
  transfer_kind: 'complaint',
  transfer_to: 'Chủ tịch UBND xã',
  transfer_number: '07/CV-CAX',
};

beforeAll(async () => {
  desk = mkdtempSync(join(tmpdir(), 'ba-yen-desk-'));
  kit = await forumKit({ chooseFiles: () => [chosen] });
  forum = await kit.forum();
});
afterAll(async () => {
  await kit.page.end();
  rmSync(desk, { recursive: true, force: true });
});

/** Whether any of these words stands anywhere in the database file. */
async function kept(...words: string[]): Promise<string[]> {
  const reader = await readerOf(kit);
  const whole = reader.serialize();
  reader.close();
  return words.filter((word) => whole.includes(word));
}

/** A new scan on the desk, chosen to be attached to a record. */
async function chosenFor(owner_kind: string, owner_id: number, name: string, sheet: number) {
  chosen = join(desk, name);
  writeFileSync(chosen, png(4, 4, { grey: sheet }));
  const [found] = await kit.page.value<{ file: string }[]>('attachments.choose');
  return { owner_kind, owner_id, file: found?.file, original: true, note: `${name} kèm theo` };
}
const attach = async (...about: Parameters<typeof chosenFor>) =>
  kit.page.value<{ id: number; version: number }>('attachments.add', await chosenFor(...about));
const listed = (owner_kind: string, owner_id: number) =>
  kit.page.value<Attachment[]>('attachments.list', { owner_kind, owner_id });

test('what becomes a complaint leaves only its reference: text, notes, speaker and their traces go', async () => {
  const content = 'Ông Hạ Bá Lầu chiếm nương của nhà tôi, xã không giải quyết.';
  const { id } = await kit.add(forum, { content, speaker });
  await kit.step(id, 'assign', { responsible_agency: 'Công an xã', note: 'gặp ông Hạ Bá Lầu' });
  await kit.step(id, 'answer', { answer: 'Đã mời ông Hạ Bá Lầu.' });
  const { version } = await kit.opinion(id);
  await kit.page.value('opinions.correct', {
    ...{ id, version, topic_id: 2, opinion_kind: 'criticism', about: 'commune_police', about_other: null },
    ...{ village_id: null, content: `${content} Đề nghị xem xét.`, answer: 'Đã mời ông Hạ Bá Lầu hai lần.' },
  });
  const transfer = {
    transfer_kind: 'complaint',
    transfer_to: 'Chủ tịch UBND xã',
    transfer_number: '07/CV-CAX',
  };
  await kit.step(id, 'transfer', transfer);
  expect(await kit.opinion(id)).toMatchObject({
    ...{
      ...transfer,
      transfer_on: today,
      content: null,
      answer: null,
      status: 'transferred',
      awaiting: false,
    },
  });
  expect(await kit.page.value('search.find', { text: 'Hạ Bá Lầu' })).toEqual({ hits: [] });
  const reader = await readerOf(kit);
  const whole = reader.serialize();
  reader.close();
  for (const part of ['Hạ Bá Lầu', 'ha ba lau', 'chiếm nương'])
    expect(whole.includes(part), part).toBe(false);
  const history = await kit.page.value<{ action: string; about: string }[]>('records.history', {
    kind: 'opinion',
    id,
  });
  expect(history.map(({ action }) => action)).toContain('transfer_opinion');
  const now = await kit.opinion(id);
  const undo = { id, version: now.version, reason: 'nhầm' };
  expect((await kit.refused('opinions.undo_step', undo)).text).toContain('Không hoàn tác được');
  expect(await brokenTrail(kit)).toEqual([]);
});

test('nobody can tell afterwards from which village it came, nor which other agency it was about', async () => {
  const about = { about: 'other_agency', about_other: 'Ban quản lý rừng Pù Loong' };
  const { id } = await kit.add(forum, { ...about, village_id: kit.village });
  expect(await kept('Pù Loong')).toEqual(['Pù Loong']);
  await kit.step(id, 'transfer', { ...transfer, transfer_kind: 'denunciation' });
  expect(await kit.opinion(id)).toMatchObject({ village_id: null, about_other: 'cơ quan khác', topic_id: 1 });
  expect(await kept('Pù Loong')).toEqual([]);
  const reader = await readerOf(kit);
  const villages = reader.prepare('SELECT village_id FROM opinion WHERE id = ?').pluck().all(id);
  reader.close();
  expect(villages).toEqual([null]);
  expect(await brokenTrail(kit)).toEqual([]);
});

test('the attachments go with the words, voided ones and those of its steps too; other records keep theirs', async () => {
  const { id } = await kit.add(forum);
  await kit.step(id, 'assign', { responsible_agency: 'Công an xã' });
  const step = (await kit.pageOf(id)).steps.at(-1)?.id ?? 0;
  const letter = await attach('opinion', id, 'Đơn của Lỳ Bá Xia.png', 1);
  const old = await attach('opinion', id, 'Ảnh nương Lỳ Bá Xia.png', 2);
  await attach('opinion_step', step, 'Giấy mời Lỳ Bá Xia.png', 3);
  await kit.page.value('attachments.void', { ...old, reason: 'mờ, Lỳ Bá Xia gửi lại' });
  const other = await kit.add(forum);
  await attach('opinion', other.id, 'ban-khac.png', 1);
  expect(await kept('Lỳ Bá Xia')).toEqual(['Lỳ Bá Xia']);
  await kit.step(id, 'transfer', transfer);

  expect(await kept('Lỳ Bá Xia')).toEqual([]);
  expect([await listed('opinion', id), await listed('opinion_step', step)]).toEqual([[], []]);
  const reader = await readerOf(kit);
  const named = reader.prepare('SELECT owner_id FROM attachment WHERE keyed_hash IS NOT NULL').pluck().all();
  const standing = reader
    .prepare('SELECT count(*) FROM attachment WHERE voided_at IS NULL AND owner_id <> ?')
    .pluck()
    .get(other.id);
  reader.close();
  expect([named, standing]).toEqual([[other.id], 0]);
  const [shared] = await listed('opinion', other.id);
  expect(shared).toMatchObject({ file_name: 'ban-khac.png', missing: false });

  expect(await kit.page.ask('attachments.address', { id: letter.id })).toBe('not_found');
  for (const version of [1, 2, 3]) {
    const back = { id: letter.id, version, reason: 'lấy lại' };
    expect(await kit.page.ask('attachments.restore', back)).toBe('not_found');
  }
  // The files wait for the next verified backup.
  const folder = join(kit.page.userData, '..', 'office', 'attachments');
  expect(readdirSync(folder, { recursive: true }).filter((name) => /[/\\]/.test(String(name)))).toHaveLength(
    3,
  );
  expect(await brokenTrail(kit)).toEqual([]);
});

test('what left takes no file any more, nor do its steps', async () => {
  const { id } = await kit.add(forum);
  const steps = async () => (await kit.pageOf(id)).steps.map((step) => step.id);
  await kit.step(id, 'transfer', transfer);
  const owners: [string, number][] = [['opinion', id]];
  for (const step of await steps()) owners.push(['opinion_step', step]);
  for (const [kind, owner] of owners) {
    const { code, text } = await kit.refused('attachments.add', await chosenFor(kind, owner, 'x.png', 4));
    expect([code, text]).toEqual(['conflict', expect.stringContaining('chuyển quy trình khác')]);
  }
});

test('the reasons of steps that were taken back go with the words', async () => {
  const { id } = await kit.add(forum);
  await kit.step(id, 'assign', { responsible_agency: 'Công an xã' });
  const { version } = await kit.opinion(id);
  await kit.page.value('opinions.undo_step', { id, version, reason: 'Moong Văn Tủa xin rút' });
  expect(await kept('Moong Văn Tủa')).toEqual(['Moong Văn Tủa']);
  await kit.step(id, 'transfer', transfer);
  expect(await kept('Moong Văn Tủa')).toEqual([]);
  expect(await brokenTrail(kit)).toEqual([]);
});
