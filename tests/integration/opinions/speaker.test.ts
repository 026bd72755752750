import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openKeys, readEnvelope } from '../../../electron/data/database/key-envelope.ts';
import { addDays } from '../../../shared/vietnamese/dates.ts';
import { passwordOf, type Login } from '../taken-page.ts';
import { ago, brokenTrail, forumKit, readerOf, today, type ForumKit } from './kit.ts';

// Who wants a written answer: kept under the second key, shown to answering roles only, gone after the answer.

let kit: ForumKit;
let forum: number;
let folder: string;
const speaker = { full_name: 'Vừ Y Mái Xủ', address: 'Bản Huồi Đun, xã Huồi Tụ, nhà cạnh suối' };

beforeAll(async () => {
  kit = await forumKit();
  forum = await kit.forum();
  folder = (await kit.page.value<{ folder: string }>('office.status')).folder;
});
afterAll(() => kit.page.end());

async function withSpeaker(): Promise<number> {
  await kit.page.logIn('lan');
  return (await kit.add(forum, { speaker })).id;
}
const answerKeyOf = async (login: Login) => {
  const envelope = readEnvelope(join(folder, 'keys.json'));
  const opened = envelope && (await openKeys(envelope, login, passwordOf(login)));
  return opened?.answerKey ?? null;
};

test('the answering roles see the speaker, a viewer does not, and every look is in the trail', async () => {
  const id = await withSpeaker();
  expect(await kit.page.value('opinions.reveal_speaker', { id })).toEqual(speaker);
  await kit.page.logIn('chihuy');
  expect(await kit.page.value('opinions.reveal_speaker', { id })).toEqual(speaker);
  // A commander answers, and writes nothing down.
  expect(await kit.page.ask('opinions.keep_speaker', { id, version: 1, speaker })).toBe('forbidden');
  await kit.page.logIn('xem');
  expect(await kit.page.ask('opinions.reveal_speaker', { id })).toBe('forbidden');
  expect(await kit.page.ask('opinions.keep_speaker', { id, version: 1, speaker })).toBe('forbidden');
  await kit.page.logIn('quantri');
  const rows = await kit.page.value<{ action: string; about: string; after: unknown }[]>('records.history', {
    kind: 'opinion',
    id,
  });
  expect(rows.filter(({ action }) => action === 'reveal_speaker')).toHaveLength(2);
  expect(JSON.stringify(rows)).not.toContain('Mái');
});

test("a viewer's own wrap and the database key that she has open no speaker", async () => {
  await withSpeaker();
  const keys = await Promise.all((['quantri', 'lan', 'chihuy'] as const).map(answerKeyOf));
  expect(keys.every((key) => key !== null && keys[0]?.equals(key))).toBe(true);
  expect(await answerKeyOf('xem')).toBeNull();
  const reader = await readerOf(kit);
  const whole = reader.serialize();
  reader.close();
  for (const part of ['Mái Xủ', 'cạnh suối', 'mai xu', 'canh suoi'])
    expect(whole.includes(part), part).toBe(false);
});

test('the speaker is in no search, list, page, draft or audit value', async () => {
  const id = await withSpeaker();
  for (const text of ['Mái Xủ', 'mai xu', 'cạnh suối'])
    expect(await kit.page.value('search.find', { text })).toEqual({ hits: [] });
  const answers = await Promise.all([
    kit.page.value('opinions.page', { id }),
    kit.page.value('opinions.board', {}),
    kit.page.value('opinions.of_forum', { forum_id: forum }),
    kit.page.value('records.list', { kind: 'opinion', filter: {} }),
    kit.page.value('records.history', { kind: 'opinion', id }),
  ]);
  expect(JSON.stringify(answers)).not.toMatch(/Mái Xủ|cạnh suối/);
  expect(kit.page.log.join()).not.toMatch(/Mái Xủ|cạnh suối/);
  await kit.page.logIn('quantri');
  const { rows } = await kit.page.value<{ rows: unknown[] }>('audit.list', {});
  expect(JSON.stringify(rows)).not.toMatch(/Mái Xủ|cạnh suối/);
});

test('after the answer is delivered nothing of the speaker is left in the file or its log', async () => {
  const id = await withSpeaker();
  const cipherOf = async () => {
    const reader = await readerOf(kit);
    const row = reader.prepare('SELECT ciphertext FROM opinion_speaker WHERE opinion_id = ?').pluck().get(id);
    reader.close();
    return z.instanceof(Buffer).optional().parse(row);
  };
  const ciphertext = await cipherOf();
  expect(ciphertext).toBeDefined();
  const holds = async () => {
    const reader = await readerOf(kit);
    const found = reader.serialize().includes(ciphertext ?? '');
    reader.close();
    return found;
  };
  expect(await holds()).toBe(true);
  await kit.step(id, 'answer', { answer: 'Đã giải quyết.' });
  await kit.step(id, 'send_reply');
  expect(await cipherOf()).toBeUndefined();
  expect(await holds()).toBe(false);
  // No older page waits in the write-ahead log either.
  const log = join(folder, 'ba-yen.db-wal');
  expect(existsSync(log) ? readFileSync(log).length : 0).toBe(0);
  expect((await kit.pageOf(id)).has_speaker).toBe(false);
  expect(await kit.page.ask('opinions.reveal_speaker', { id })).toBe('not_found');
  const reader = await readerOf(kit);
  const purges = reader.prepare("SELECT count(*) FROM audit WHERE action = 'purge_speaker'").pluck().get();
  reader.close();
  expect(purges).toBe(1);
});

test('a voided opinion keeps no speaker', async () => {
  const id = await withSpeaker();
  const { version } = await kit.opinion(id);
  await kit.page.value('opinions.void', { id, version, reason: 'nhập hai lần' });
  const reader = await readerOf(kit);
  const kept = reader.prepare('SELECT count(*) FROM opinion_speaker WHERE opinion_id = ?').pluck().get(id);
  reader.close();
  expect(kept).toBe(0);
});

test('a name sealed for one opinion opens nothing at another', async () => {
  const one = await withSpeaker();
  const other = await withSpeaker();
  await kit.page.call('office.log_out');
  const { openWriter } = await import('../../../electron/data/database/open.ts');
  const envelope = readEnvelope(join(folder, 'keys.json'));
  const opened = envelope && (await openKeys(envelope, 'xem', passwordOf('xem')));
  const writer = openWriter(join(folder, 'ba-yen.db'), opened?.databaseKey ?? Buffer.alloc(32));
  writer
    .prepare(
      `UPDATE opinion_speaker SET nonce = (SELECT nonce FROM opinion_speaker WHERE opinion_id = ?),
        ciphertext = (SELECT ciphertext FROM opinion_speaker WHERE opinion_id = ?) WHERE opinion_id = ?`,
    )
    .run(one, one, other);
  writer.close();
  await kit.page.logIn('lan');
  expect(await kit.page.ask('opinions.reveal_speaker', { id: other })).toBe('wrong_key');
  expect(await kit.page.value('opinions.reveal_speaker', { id: one })).toEqual(speaker);
});

describe('who wants a written answer may say so later', () => {
  const days = { accepted: 4, assigned: 6, escalated: 9 };
  beforeAll(async () => {
    await kit.page.logIn('quantri');
    await kit.page.value('opinions.set_due_days', days);
    await kit.page.logIn('lan');
  });

  async function keepLater(id: number) {
    const { version } = await kit.opinion(id);
    await kit.page.value('opinions.keep_speaker', { id, version, speaker });
    expect(await kit.page.value('opinions.reveal_speaker', { id })).toEqual(speaker);
    return kit.opinion(id);
  }

  test('what was explained on the spot is owed again, from today on by the office’s own days', async () => {
    const { id } = await kit.add(forum, { handling: 'explained', answer: 'Đã giải thích.' });
    expect(await kit.opinion(id)).toMatchObject({ awaiting: false, due_date: null });
    const owed = { awaiting: true, reply_wanted: true, due_date: addDays(today, days.accepted) };
    expect(await keepLater(id)).toMatchObject(owed);
  });

  test('a due date that passed after the answer was given makes nothing overdue', async () => {
    const { id } = await kit.add(forum, { responsible_team_id: kit.team, due_date: ago(20) });
    await kit.step(id, 'answer', { answer: 'Đã giải quyết.', step_on: ago(30) });
    expect(await keepLater(id)).toMatchObject({ awaiting: true, due_date: addDays(today, days.assigned) });
  });

  test('a due date that is still to come stands, and so does one that is overdue already', async () => {
    const later = addDays(today, 2);
    const { id } = await kit.add(forum, { responsible_team_id: kit.team, due_date: later });
    await kit.step(id, 'answer', { answer: 'Đã giải quyết.' });
    expect(await keepLater(id)).toMatchObject({ awaiting: true, due_date: later });
    const late = await kit.add(forum, { responsible_team_id: kit.team, due_date: ago(20) });
    expect(await keepLater(late.id)).toMatchObject({ awaiting: true, due_date: ago(20) });
  });
});

test('the trail of all this holds', async () => {
  expect(await brokenTrail(kit)).toEqual([]);
});
