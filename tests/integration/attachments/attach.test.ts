import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Attachment } from '../../../shared/api/attachments.ts';
import type { AuditRow } from '../../../shared/api/records.ts';
import type { Answer } from '../../../shared/failure.ts';
import { jpegHead, pdf, png } from '../../unit/attachments/samples.ts';
import { forkDataProcess } from '../../browser-shell/forked-data.ts';
import { takenPage, type TakenPage } from '../taken-page.ts';

// Attachments from the chosen file to its bytes on the page, through the real gateway and a real database.

let page: TakenPage;
let desk: string;
let chosen: string[] = [];
let team: number;

beforeAll(async () => {
  desk = mkdtempSync(join(tmpdir(), 'ba-yen-desk-'));
  page = await takenPage({
    startDataProcess: () => forkDataProcess('dist/data.cjs'),
    chooseFolder: () => desk,
    chooseFiles: () => chosen,
  });
  ({ id: team } = await page.value<{ id: number }>('records.create', {
    kind: 'team',
    values: { name: 'Đội An ninh' },
  }));
});
afterAll(async () => {
  expect(page.log).toEqual([]);
  await page.end();
  rmSync(desk, { recursive: true, force: true });
});

/** Puts a file on the desk and chooses it; gives its token. */
async function choose(name: string, bytes: Buffer): Promise<string> {
  writeFileSync(join(desk, name), bytes);
  chosen = [join(desk, name)];
  const [found] = await page.value<{ file: string; shown: string }[]>('attachments.choose');
  expect(found?.shown).toBe(name);
  return found?.file ?? '';
}

const owner = () => ({ owner_kind: 'team', owner_id: team });
const add = (file: string, more: object = {}) =>
  page.call('attachments.add', { ...owner(), file, original: true, note: null, ...more });
const codeOf = (answer: Answer) => (answer.ok ? 'ok' : answer.error.code);
const list = () => page.value<Attachment[]>('attachments.list', owner());

async function bytesOf(id: number): Promise<{ bytes: Buffer; contentType: string }> {
  const { address } = await page.value<{ address: string }>('attachments.address', { id });
  const found = await page.gateway.openOnce(address.replace('once/', ''));
  return { bytes: Buffer.from(found?.bytes ?? []), contentType: found?.contentType ?? '' };
}

/** The files below the office's folder of attachments. */
function stored(): string[] {
  const folder = join(page.userData, '..', 'office', 'attachments');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /[/\\]/.test(name))
    .map((name) => join(folder, name));
}

test('a photo is kept byte for byte, encrypted, under a name that says nothing; shown once by its address', async () => {
  const bytes = Buffer.concat([jpegHead(800, 600), randomBytes(700_000)]);
  const file = await choose('Buổi ra mắt.jpg', bytes);
  expect(codeOf(await add(file, { note: '  ra  mắt ' }))).toBe('ok');
  const [row] = await list();
  expect(row).toMatchObject({
    file_name: 'Buổi ra mắt.jpg',
    media_type: 'image/jpeg',
    byte_count: bytes.length,
    width: 800,
    height: 600,
    original_kept: true,
    note: 'ra mắt',
    created_by: 'Vừ Bá Rê',
    missing: false,
    voided_at: null,
  });
  const { address } = await page.value<{ address: string }>('attachments.address', { id: row?.id });
  const token = address.replace('once/', '');
  const first = await page.gateway.openOnce(token);
  expect(Buffer.from(first?.bytes ?? []).equals(bytes)).toBe(true);
  expect(first?.contentType).toBe('image/jpeg');
  expect(await page.gateway.openOnce(token)).toBeUndefined();
  const [path = ''] = stored();
  expect(stored()).toHaveLength(1);
  expect(path).toMatch(/attachments[/\\]([0-9a-f]{2})[/\\]\1[0-9a-f]{62}$/);
  expect(readFileSync(path).includes(bytes.subarray(1000, 1032))).toBe(false);
});

test('the same photo twice is one file; on one record it is refused the second time', async () => {
  const bytes = Buffer.concat([png(40, 30), randomBytes(5000)]);
  const file = await choose('a.png', bytes);
  const before = stored().length;
  expect(codeOf(await add(file))).toBe('ok');
  expect(codeOf(await add(await choose('b.png', bytes)))).toBe('duplicate');
  const other = await page.value<{ id: number }>('records.create', {
    kind: 'team',
    values: { name: 'Đội hai' },
  });
  expect(codeOf(await add(file, { owner_id: other.id }))).toBe('ok');
  expect(stored()).toHaveLength(before + 1);
  for (const { id } of await page.value<Attachment[]>('attachments.list', { ...owner(), owner_id: other.id }))
    expect((await bytesOf(id)).bytes.equals(bytes)).toBe(true);
});

test('void with a reason and restore, both in the trail; the voided one can still be looked at', async () => {
  const bytes = pdf();
  expect(codeOf(await add(await choose('biên bản.pdf', bytes)))).toBe('ok');
  const row = (await list()).find(({ media_type }) => media_type === 'application/pdf');
  const { id = 0, version } = row ?? {};
  expect(row).toMatchObject({ width: null, height: null });
  expect(await page.ask('attachments.void', { id, version, reason: '' })).toBe('invalid');
  const voided = await page.value<{ version: number }>('attachments.void', {
    id,
    version,
    reason: 'nhầm bản',
  });
  const last = (await list()).at(-1);
  expect(last).toMatchObject({ id, void_reason: 'nhầm bản' });
  expect((await bytesOf(id)).bytes.equals(bytes)).toBe(true);
  expect(await page.ask('attachments.void', { id, version: voided.version, reason: 'nữa' })).toBe('conflict');
  expect(await page.ask('attachments.restore', { id, version: 1, reason: 'đúng' })).toBe('conflict');
  expect(await page.ask('attachments.restore', { id, version: voided.version, reason: 'đúng' })).toBe('ok');
  const { rows } = await page.value<{ rows: AuditRow[] }>('audit.list', {});
  const told = rows.filter((one) => one.kind === 'attachment' && one.record_id === id);
  expect(told.map(({ action, about, reason }) => [action, about, reason])).toEqual([
    ['restore', 'biên bản.pdf', 'đúng'],
    ['void', 'biên bản.pdf', 'nhầm bản'],
    ['create', 'biên bản.pdf', null],
  ]);
});

test('a large image goes to the page by an address, comes back reduced, and is looked at again', async () => {
  const file = await choose('lớn.png', png(2500, 1200));
  expect(codeOf(await add(file, { original: false }))).toBe('invalid');
  const look = await page.value<{ address: string }>('attachments.look', { file, original: false });
  expect(look).toMatchObject({ media_type: 'image/png', width: 2500, height: 1200 });
  const given = await page.gateway.openOnce(look.address.replace('once/', ''));
  expect(Buffer.from(given?.bytes ?? []).equals(png(2500, 1200))).toBe(true);
  expect(await page.value('attachments.look', { file, original: true })).toMatchObject({ address: null });
  const reduced = new Uint8Array(jpegHead(2048, 983));
  expect(codeOf(await add(file, { reduced }))).toBe('bad_input');
  expect(codeOf(await add(file, { original: false, reduced }))).toBe('ok');
  expect((await list()).at(-1)).toMatchObject({ file_name: 'lớn.png', original_kept: false, width: 2048 });
});

test.each<[string, Buffer, string]>([
  ['a renamed program.jpg', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(5000)]), 'không phải ảnh'],
  ['a picture of 30.000 × 30.000.png', png(30_000, 30_000, { empty: true }), '30.000 × 30.000'],
  ['with scripts.pdf', pdf(['<< /S /JavaScript /JS (app.alert(1)) >>']), 'mã lệnh'],
  ['empty.png', Buffer.alloc(0), 'rỗng'],
])('%s is refused in Vietnamese, and nothing is written', async (name, bytes, word) => {
  const before = [stored(), await list()];
  const answer = await add(await choose(name, bytes));
  expect(answer).toMatchObject({
    ok: false,
    error: { code: 'invalid', text: expect.stringContaining(word) as string },
  });
  expect(answer.ok ? undefined : answer.error.safe).toBeTruthy();
  expect([stored(), await list()]).toEqual(before);
});

test('a file of 200 MB is refused before it is read', async () => {
  const path = join(desk, 'lớn.pdf');
  writeFileSync(path, '');
  const { truncateSync } = await import('node:fs');
  truncateSync(path, 200 * 1024 * 1024);
  chosen = [path];
  const [found] = await page.value<{ file: string; byte_count: number }[]>('attachments.choose');
  expect(found?.byte_count).toBe(200 * 1024 * 1024);
  const started = performance.now();
  for (const name of ['attachments.look', 'attachments.add'] as const) {
    const more = name === 'attachments.add' ? owner() : {};
    const input = {
      file: found?.file,
      original: true,
      ...(name === 'attachments.add' && { note: null }),
      ...more,
    };
    expect(await page.call(name, input)).toMatchObject({
      ok: false,
      error: { code: 'invalid', text: expect.stringContaining('200 MB') as string },
    });
  }
  expect(performance.now() - started).toBeLessThan(500);
});

test('a missing file is told, a damaged one is not shown, and the same photo put in again heals it', async () => {
  const bytes = Buffer.concat([jpegHead(300, 200), randomBytes(40_000)]);
  const before = new Set(stored());
  const file = await choose('quý.jpg', bytes);
  const added = await page.value<{ id: number; version: number }>('attachments.add', {
    ...owner(),
    file,
    original: true,
    note: null,
  });
  const path = stored().find((one) => !before.has(one)) ?? '';
  const whole = readFileSync(path);
  const damaged = Buffer.from(whole);
  damaged[20_000] = (damaged[20_000] ?? 0) ^ 1;
  writeFileSync(path, damaged);
  expect(await page.ask('attachments.address', { id: added.id })).toBe('damaged');
  rmSync(path);
  const answer = await page.call('attachments.address', { id: added.id });
  expect(answer).toMatchObject({
    ok: false,
    error: { code: 'not_found', text: expect.stringContaining('quý.jpg') as string },
  });
  expect((await list()).find(({ id }) => id === added.id)).toMatchObject({ missing: true });
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, damaged);
  const reason = 'thêm lại';
  await page.value('attachments.void', { id: added.id, version: added.version, reason });
  expect(codeOf(await add(file))).toBe('ok');
  expect(readFileSync(path).equals(whole)).toBe(true);
  expect((await bytesOf(added.id)).bytes.equals(bytes)).toBe(true);
});

test('no file is attached to a voided record, to none, or to an attachment', async () => {
  const file = await choose('x.png', png(9, 9));
  const gone = await page.value<{ id: number; version: number }>('records.create', {
    kind: 'team',
    values: { name: 'Đội ba' },
  });
  await page.value('records.void', { kind: 'team', ...gone, reason: 'nhầm' });
  expect(codeOf(await add(file, { owner_id: gone.id }))).toBe('conflict');
  expect(codeOf(await add(file, { owner_id: 9999 }))).toBe('not_found');
  expect(codeOf(await add(file, { owner_kind: 'attachment', owner_id: 1 }))).toBe('bad_input');
});

test('a file that says it is a state secret is refused by its name or its note, and nothing is kept of it', async () => {
  const before = stored();
  for (const [name, note] of [
    ['Kế hoạch phòng chống bạo loạn (Mật).png', null],
    ['ke-hoach.png', 'Độ mật: Tối mật'],
  ] as const) {
    const answer = await add(await choose(name, png(8, 8)), { note });
    expect(answer.ok ? '' : answer.error.text, name).toContain('bí mật nhà nước');
  }
  expect(stored()).toEqual(before);
});
