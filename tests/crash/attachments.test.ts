import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAttachment } from '../../electron/data/attachments/open.ts';
import { backupHandlers } from '../../electron/data/backup/handlers.ts';
import { backupsIn } from '../../electron/data/backup/listing.ts';
import { logIn } from '../../electron/data/office/access.ts';
import {
  configIn,
  contextOf,
  officeOn,
  password,
  readyOffice,
  saveTeam,
} from '../integration/office/new-office.ts';
import { photoOf } from './attach-child.ts';
import { killAfter } from './killed.ts';

const child = resolve('tests/crash/attach-child.ts');
const token = 'chosen-folder-token';
let root: string;
let keyHex: string;
let userUid: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'ba-yen-attach-'));
  const { office } = await readyOffice(configIn(join(root, 'origin')));
  await logIn(office, 'quantri', password);
  keyHex = office.key.toString('hex');
  userUid = office.userUid;
  saveTeam(office, 'Đội An ninh');
  await office.close();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A machine of its own with the same office. */
function machine(name: string): string {
  const folder = join(root, name);
  cpSync(join(root, 'origin'), folder, { recursive: true });
  // It remembers where the office lay on the machine that it was copied from.
  rmSync(join(folder, 'user-data'), { recursive: true });
  return folder;
}

/** What a crash left, opened as the program does; every attachment that was acknowledged must be there whole. */
async function expectWhole(folder: string, photos: ReadonlyMap<number, string>) {
  const { office } = officeOn(configIn(folder));
  await office.open(Buffer.from(keyHex, 'hex'), userUid);
  office.setSession({ user_id: 1, login: 'quantri', full_name: 'X', role: 'administrator', locked: false });
  for (const [id, name] of photos) {
    const { bytes } = await openAttachment(office, id);
    if (!Buffer.from(bytes).equals(photoOf(name))) throw new Error(`attachment ${id} is not what was put in`);
  }
  const named = office.database.connection.prepare('SELECT count(*) FROM attachment').pluck().get();
  expect(named).toBeGreaterThanOrEqual(photos.size);
  return office;
}

function told(lines: readonly string[], into: Map<number, string>): string[] {
  for (const line of lines) {
    const [what, id, name = ''] = line.split(' ');
    if (what === 'attached') into.set(Number(id), name);
  }
  return lines.filter((line) => line.startsWith('backup ')).map((line) => line.slice('backup '.length));
}

test('40 rounds of SIGKILL while photos are attached', async () => {
  const folder = machine('attach');
  const photos = new Map<number, string>();
  for (let round = 0; round < 40; round += 1) {
    told(await killAfter((round * 17) % 180, ['attach', folder, keyHex, userUid], child), photos);
    if (round % 8 === 7) await (await expectWhole(folder, photos)).close();
  }
  expect(photos.size).toBeGreaterThan(20);
});

test('12 rounds of SIGKILL while photos are backed up and swept', async () => {
  const folder = machine('backup');
  const copies = join(folder, 'copies');
  mkdirSync(copies);
  const photos = new Map<number, string>();
  for (let round = 0; round < 12; round += 1) {
    const args = ['backup', folder, keyHex, userUid, copies];
    const names = told(await killAfter((round * 173) % 1300, args, child), photos);
    const office = await expectWhole(folder, photos);
    const found = backupsIn(copies);
    expect(found.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
    expect(found.every(({ complete }) => complete)).toBe(true);
    const [newest] = found;
    if (newest && round % 3 === 2) {
      const context = contextOf(office, { [token]: { path: copies, removable: false, shown: '' } });
      const input = { folder: token, name: newest.name };
      expect(await backupHandlers['backup.verify'](input, context)).toMatchObject({ verified: true });
    }
    await office.close();
  }
  expect(backupsIn(copies).length).toBeGreaterThan(0);
});

test('a photo is on the disk under its name, and its folder too, before its record is', () => {
  const folder = machine('once');
  const trace = join(root, 'trace.txt');
  const filter = 'trace=write,fdatasync,fsync,rename,renameat,renameat2';
  const run = spawnSync(
    'strace',
    [
      '-f',
      '-y',
      '-s',
      '300',
      '-e',
      filter,
      '-o',
      trace,
      process.execPath,
      '--no-warnings',
      child,
      'once',
      folder,
      keyHex,
      userUid,
    ],
    { encoding: 'utf8' },
  );
  expect(run.stderr).toBe('');
  const calls = readFileSync(trace, 'utf8').split('\n');
  const at = (pattern: RegExp, from = 0) =>
    calls.findIndex((call, index) => index >= from && pattern.test(call));
  const request = at(/"REQUEST\\n"/);
  const file = at(/fsync\(\d+<[^>]*attachments[^>]*\.part>/, request);
  const renamed = at(/rename.*attachments.*\.part"/, file);
  const placed = at(/fsync\(\d+<[^>]*attachments\/[0-9a-f]{2}>/, renamed);
  const record = at(/f(data)?sync\(\d+<.*ba-yen\.db-wal>/, placed);
  const answer = at(/"ANSWER\\n"/, record);
  expect([request, file, renamed, placed, record, answer].every((place) => place > -1)).toBe(true);
  // Nothing of the record was brought to the disk while the file was not.
  const early = calls.slice(request, placed).some((call) => /f(data)?sync\(\d+<.*ba-yen\.db-wal>/.test(call));
  expect(early).toBe(false);
});
