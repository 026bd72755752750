import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPageFiles } from '../../../electron/page-files.ts';
import { jpegHead, png } from '../../unit/attachments/samples.ts';
import { takenPage, type TakenPage } from '../taken-page.ts';

// What somebody who has taken the page over may try with files, tokens and addresses.

let page: TakenPage;
let desk: string;
let chosen: string[] = [];
let token: string;
let team: number;

const choose = async (path: string) => {
  chosen = [path];
  const [found] = await page.value<{ file: string }[]>('attachments.choose');
  return found?.file ?? '';
};

beforeAll(async () => {
  desk = mkdtempSync(join(tmpdir(), 'ba-yen-desk-'));
  page = await takenPage({ chooseFolder: () => desk, chooseFiles: () => chosen });
  ({ id: team } = await page.value<{ id: number }>('records.create', {
    kind: 'team',
    values: { name: 'Đội' },
  }));
  writeFileSync(join(desk, 'a.png'), png(12, 12));
  token = await choose(join(desk, 'a.png'));
});
afterAll(async () => {
  expect(page.log).toEqual([]);
  await page.end();
  rmSync(desk, { recursive: true, force: true });
});

const input = (file: unknown, more: object = {}) => ({
  owner_kind: 'team',
  owner_id: team,
  file,
  original: true,
  note: null,
  ...more,
});

test.each([
  'never_given_to_anyone_',
  '/etc/passwd',
  '../../../../etc/passwd',
  'C:\\Windows\\win.ini',
  '__proto__',
  '',
  17,
  null,
  ['a'],
  { file: 'a' },
])('a token that nobody was given (%j) reads no file', async (file) => {
  // Malformed, or well formed and unknown.
  const refused = ['invalid', 'bad_input'];
  expect(refused).toContain(await page.ask('attachments.add', input(file)));
  expect(refused).toContain(await page.ask('attachments.look', { file, original: true }));
});

test('a chosen folder is no file, and a chosen file no folder', async () => {
  const { folder } = await page.value<{ folder: string }>('desktop.choose_folder', { purpose: 'backup' });
  expect(await page.ask('attachments.add', input(folder))).toBe('bad_input');
  expect(await page.ask('attachments.look', { file: folder, original: false })).toBe('bad_input');
  for (const name of ['backup.make', 'backup.list', 'office.open_folder'])
    expect(await page.ask(name, { folder: token }), name).toBe('bad_input');
});

test('what lies behind a chosen name is looked at when it is read: a device or a folder is none', async () => {
  const path = join(desk, 'b.png');
  writeFileSync(path, png(12, 12));
  const file = await choose(path);
  rmSync(path);
  expect(await page.ask('attachments.add', input(file))).toBe('not_found');
  for (const target of ['/dev/zero', desk]) {
    symlinkSync(target, path);
    expect(await page.ask('attachments.add', input(file))).toBe('not_found');
    expect(await page.ask('attachments.look', { file, original: true })).toBe('not_found');
    rmSync(path);
  }
});

test.each<[string, unknown]>([
  ['a list of numbers', [255, 216, 255]],
  ['a text', 'ÿØÿ'],
  ['an object that looks like bytes', { 0: 255, 1: 216, length: 2, byteLength: 2 }],
  ['a buffer of another type', new Float64Array(4)],
  ['bare memory', new ArrayBuffer(8)],
])('%s is no reduced image', async (_what, reduced) => {
  expect(await page.ask('attachments.add', input(token, { original: false, reduced }))).toBe('bad_input');
});

test.each<[string, Uint8Array, string]>([
  ['a PNG', new Uint8Array(png(20, 20)), 'bad_input'],
  ['a program', new Uint8Array(Buffer.from('MZ……')), 'invalid'],
  ['more than 2048 pixels', new Uint8Array(jpegHead(2049, 20)), 'bad_input'],
  ['more than 8 MB', new Uint8Array(jpegHead(20, 20, [], 8 * 1024 * 1024)), 'bad_input'],
  ['far more than that', new Uint8Array(20 * 1024 * 1024), 'bad_input'],
])('bytes from the page are sniffed as any others: %s', async (_what, reduced, code) => {
  expect(await page.ask('attachments.add', input(token, { original: false, reduced }))).toBe(code);
});

test('bytes are taken by the one call that asks for them', async () => {
  const bytes = new Uint8Array(10);
  expect(await page.ask('records.create', { kind: 'team', values: { name: bytes } })).toBe('bad_input');
  expect(await page.ask('search.find', { text: bytes })).toBe('bad_input');
  expect(await page.ask('office.status', bytes)).toBe('bad_input');
});

test('attachments are read by their own calls only, and nobody writes them past their rules', async () => {
  const kind = 'attachment';
  expect(await page.ask('records.list', { kind, filter: {} })).toBe('bad_input');
  expect(await page.ask('records.total', { kind, filter: {} })).toBe('bad_input');
  expect(await page.ask('records.get', { kind, id: 1 })).toBe('bad_input');
  expect(await page.ask('records.history', { kind, id: 1 })).toBe('bad_input');
  expect(await page.ask('records.create', { kind, values: {} })).toBe('bad_input');
  expect(await page.ask('records.void', { kind, id: 1, version: 1, reason: 'x' })).toBe('bad_input');
});

test('no address leaves the page’s own folder or gives what was not asked for', async () => {
  const pageFiles = createPageFiles({ folder: desk, openOnce: (name) => page.gateway.openOnce(name) });
  const { id } = await page.value<{ id: number }>('attachments.add', input(token));
  const { address } = await page.value<{ address: string }>('attachments.address', { id });
  for (const path of [
    '/once/../../etc/passwd',
    '/once/..%2f..%2fetc%2fpasswd',
    '/once/%2e%2e/office/attachments',
    '/attachments/00/00',
    '/once/',
    `/once/${'A'.repeat(32)}`,
    `/${address}/x`,
    `/${address}%00`,
  ])
    expect((await pageFiles('GET', path)).status, path).toBe(404);
  expect((await pageFiles('POST', `/${address}`)).status).toBe(405);
  const shown = await pageFiles('GET', `/${address}`);
  expect(shown.status).toBe(200);
  expect(shown.headers).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining("default-src 'none'") as string,
    'cache-control': 'no-store',
  });
  expect(Buffer.from(shown.body).equals(png(12, 12))).toBe(true);
  expect((await pageFiles('GET', `/${address}`)).status).toBe(404);
});

test('roles: a viewer looks and adds nothing; addresses and chosen files end with the session', async () => {
  const { address } = await page.value<{ address: string }>('attachments.address', { id: 1 });
  await page.value('office.lock');
  expect(await page.gateway.openOnce(address.replace('once/', ''))).toBeUndefined();
  await page.logIn('xem');
  expect(await page.gateway.openOnce(address.replace('once/', ''))).toBeUndefined();
  expect(await page.ask('attachments.list', { owner_kind: 'team', owner_id: team })).toBe('ok');
  expect(await page.ask('attachments.address', { id: 1 })).toBe('ok');
  for (const [name, more] of [
    ['attachments.choose', {}],
    ['attachments.look', { file: token, original: true }],
    ['attachments.add', input(token)],
    ['attachments.void', { id: 1, version: 1, reason: 'x' }],
    ['attachments.check', {}],
  ] as const)
    expect(await page.ask(name, more), name).toBe('forbidden');
  await page.logIn('lan');
  expect(await page.ask('attachments.add', input(token))).toBe('bad_input');
});

test('attachments of a forum are for those who answer: a viewer gets neither names nor bytes', async () => {
  await page.logIn('lan');
  const units = await page.value<{ id: number; level: string }[]>('units.list', { date: '2024-01-01' });
  const commune_id = units.find(({ level }) => level === 'commune')?.id;
  const { id: owner_id } = await page.value<{ id: number }>('records.create', {
    kind: 'forum',
    values: {
      held_on: '2024-01-10',
      forum_level: 'commune',
      commune_id,
      place: 'Nhà văn hóa bản',
      police_chair: 'Nguyễn Văn Đức',
      front_chair: 'Lầu Bá Chò',
      secretary: 'Xeo Khăm Hương',
      attendees: 'Nhân dân',
      attendance_count: 75,
    },
  });
  const file = await choose(join(desk, 'a.png'));
  const owner = { owner_kind: 'forum', owner_id };
  const { id } = await page.value<{ id: number }>('attachments.add', input(file, owner));
  await page.logIn('chihuy');
  expect(await page.ask('attachments.list', owner)).toBe('ok');
  expect(await page.ask('attachments.address', { id })).toBe('ok');
  await page.logIn('xem');
  expect(await page.ask('attachments.list', owner)).toBe('forbidden');
  expect(await page.ask('attachments.address', { id })).toBe('forbidden');
});
