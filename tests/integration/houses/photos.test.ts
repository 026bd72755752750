import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Attachment } from '../../../shared/api/attachments.ts';
import type { AuditRow } from '../../../shared/api/records.ts';
import { pdf, png } from '../../unit/attachments/samples.ts';
import { approval, brokenTrail, houseKit, type HouseKit } from './kit.ts';

// Photos of a house before and after it was built.

let kit: HouseKit;
let desk: string;
let chosen: string[] = [];
beforeAll(async () => {
  desk = mkdtempSync(join(tmpdir(), 'ba-yen-desk-'));
  kit = await houseKit({ chooseFiles: () => chosen });
});
afterAll(async () => {
  await kit.page.end();
  rmSync(desk, { recursive: true, force: true });
});

async function choose(name: string, bytes: Buffer): Promise<string> {
  writeFileSync(join(desk, name), bytes);
  chosen = [join(desk, name)];
  const [found] = await kit.page.value<{ file: string }[]>('attachments.choose');
  return found?.file ?? '';
}
const photo = (name: string) => choose(name, Buffer.concat([png(40, 30), randomBytes(500)]));
const attach = (owner_kind: string, owner_id: number, file: string, photo_stage?: string | null) =>
  kit.page.call('attachments.add', { owner_kind, owner_id, file, original: true, note: null, photo_stage });
const list = (owner_id: number) =>
  kit.page.value<Attachment[]>('attachments.list', { owner_kind: 'house', owner_id });

test('a photo says at once, or later, whether it shows the time before or after', async () => {
  const { id } = await kit.house();
  expect((await attach('house', id, await photo('a.png'), 'before')).ok).toBe(true);
  expect((await attach('house', id, await photo('b.png'))).ok).toBe(true);
  const stages = async () => (await list(id)).map(({ photo_stage }) => photo_stage);
  expect(await stages()).toEqual(['before', null]);
  const [first, second] = await list(id);
  const set = (one: Attachment | undefined, photo_stage: string | null) =>
    kit.page.call('attachments.set_photo_stage', { id: one?.id, version: one?.version, photo_stage });
  expect((await set(second, 'after')).ok).toBe(true);
  expect((await set(first, null)).ok).toBe(true);
  expect(await stages()).toEqual([null, 'after']);
  const old = await set(first, 'before');
  expect(old.ok ? '' : old.error.code).toBe('conflict');
  await kit.page.logIn('quantri');
  const { rows } = await kit.page.value<{ rows: AuditRow[] }>('audit.list', {});
  expect(rows.find((row) => row.kind === 'attachment')).toMatchObject({
    action: 'update',
    before: { photo_stage: 'before' },
    after: { photo_stage: null },
  });
  await kit.page.logIn('lan');
});

test('only a photo, and only of a house', async () => {
  const { id } = await kit.house();
  const scan = await attach('house', id, await choose('biên bản.pdf', pdf()), 'after');
  // Told at once, before the PDF is looked over.
  expect(scan.ok ? '' : scan.error.text).toContain('Chỉ ảnh của một nhà');
  expect(await list(id)).toEqual([]);
  const team = await kit.create('team', { name: 'Đội hai' });
  const other = await attach('team', team, await photo('c.png'), 'before');
  expect(other.ok ? '' : other.error.text).toContain('Chỉ ảnh của một nhà');
  expect((await attach('team', team, await photo('c.png'))).ok).toBe(true);
  const [plain] = await kit.page.value<Attachment[]>('attachments.list', {
    owner_kind: 'team',
    owner_id: team,
  });
  const later = { id: plain?.id, version: plain?.version, photo_stage: 'after' };
  expect((await kit.refused('attachments.set_photo_stage', later)).code).toBe('invalid');
});

test('a voided photo is left as it is, and nobody without the right says anything of one', async () => {
  const { id } = await kit.house();
  await attach('house', id, await photo('d.png'), 'before');
  const [one] = await list(id);
  await kit.page.value('attachments.void', { id: one?.id, version: 1, reason: 'nhầm nhà' });
  const change = { id: one?.id, version: 2, photo_stage: 'after' };
  expect((await kit.refused('attachments.set_photo_stage', change)).code).toBe('conflict');
  await kit.page.logIn('xem');
  expect(await kit.page.ask('attachments.set_photo_stage', change)).toBe('forbidden');
  await kit.page.logIn('lan');
});

test('a house that has a photo is not taken back with those that were added with it', async () => {
  const household_ids = [await kit.household()];
  const input = { phase_id: kit.phase, household_ids, ...approval };
  const { house_ids } = await kit.call('houses.add_many', input);
  const [id = 0] = house_ids;
  await attach('house', id, await photo('e.png'), 'before');
  const undo = () => kit.call('houses.undo_add_many', { house_ids, reason: 'nhầm giai đoạn' });
  expect(await undo()).toMatchObject({ undone: 0, refused: [{ id }] });
  const [one] = await list(id);
  await kit.page.value('attachments.void', { id: one?.id, version: 1, reason: 'nhầm nhà' });
  expect(await undo()).toMatchObject({ undone: 1, refused: [] });
});

test('the trail of all this holds', async () => {
  expect(await brokenTrail(kit)).toEqual([]);
});
