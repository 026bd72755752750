import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  isNewestRecovery,
  openKeysByRecovery,
  openWithPassword,
} from '../../electron/data/database/key-envelope.ts';
import { openReader } from '../../electron/data/database/open.ts';
import { readRecoveryKey } from '../../electron/data/database/recovery-key.ts';
import { logIn, recover, renewRecoveryKey } from '../../electron/data/office/access.ts';
import { changeDatabaseKey } from '../../electron/data/office/change-key.ts';
import type { Office } from '../../electron/data/office/office.ts';
import {
  configIn,
  confirmKey,
  officeOn,
  password,
  readyOffice,
  saveTeam,
  teamsOf,
} from '../integration/office/new-office.ts';
import { stretchCheaply } from '../support/cheap-secrets.ts';
import { statesDuring, watchingDisk, type DiskCall } from './watched-disk.ts';

// Whatever moment a power cut or a failing disk chooses while keys change: the paper in the safe opens the records,
// so does a password, and a key that may be on no paper is told.

let root: string;
let office: Office;
/** The key on the paper in the safe. */
let paper: string;

stretchCheaply();
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'ba-yen-keys-'));
  const ready = await readyOffice(configIn(join(root, 'first')));
  ({ office, recoveryKey: paper } = ready);
  office.pendingRecoveryKey = paper;
  await confirmKey(office, paper);
  await logIn(office, 'quantri', password);
  saveTeam(office, 'Đội An ninh');
});
afterEach(async () => {
  await office.close();
  rmSync(root, { recursive: true, force: true });
});

function opens(one: Office, key: Buffer | null): boolean {
  if (!key) return false;
  const reader = openReader(one.paths.database, key);
  try {
    return reader.prepare('SELECT name FROM team').pluck().get() === 'Đội An ninh';
  } finally {
    reader.close();
    key.fill(0);
  }
}

/** What a crash left, as the program finds it at its next start: these papers and one of these passwords open it. */
async function expectOpens(
  state: string,
  papers: readonly string[],
  passwords = [password],
): Promise<Office> {
  const { office: found } = officeOn(configIn(state));
  const envelope = found.requireEnvelope();
  for (const one of papers)
    expect(
      opens(found, (await openKeysByRecovery(envelope, readRecoveryKey(one)))?.databaseKey ?? null),
    ).toBe(true);
  let opened = false;
  for (const one of passwords) opened ||= opens(found, await openWithPassword(envelope, 'quantri', one));
  expect(opened).toBe(true);
  return found;
}

/** Wherever another recovery key counts than the one in the safe, it is told that it may be on no paper. */
async function expectTold(found: Office): Promise<void> {
  const told = found.status().recovery_unconfirmed;
  if (told) expect(told.before_opens).toBe(true);
  else expect(await isNewestRecovery(found.requireEnvelope(), readRecoveryKey(paper))).toBe(true);
}

const other = 'một mật khẩu khác';

/** Each way to a new recovery key; gives it. */
const ways: [what: string, way: (one: Office, paper: string) => Promise<string>][] = [
  ['a change of the database key', (one) => changeDatabaseKey(one)],
  ['a new recovery key', (one) => renewRecoveryKey(one, password)],
  ['a lost password', async (one, key) => (await recover(one, key, 'quantri', other)).recovery_key],
];

test.each(ways)('a power cut at any moment of %s', async (_what, way) => {
  const { states, value: fresh } = await statesDuring(office.paths.folder, join(root, 'making'), () =>
    way(office, paper),
  );
  expect(states.length).toBeGreaterThan(2);
  for (const state of states) await expectTold(await expectOpens(state, [paper], [password, other]));
  await expectOpens(states.at(-1) ?? '', [paper, fresh], [password, other]);
  const confirming = await statesDuring(office.paths.folder, join(root, 'confirming'), () =>
    confirmKey(office, fresh),
  );
  for (const state of confirming.states) await expectOpens(state, [fresh], [password, other]);
  const last = await expectOpens(confirming.states.at(-1) ?? '', [fresh], [password, other]);
  expect(last.status().recovery_unconfirmed).toBeNull();
  expect(await openKeysByRecovery(last.requireEnvelope(), readRecoveryKey(paper))).toBeNull();
});

/** A call on one of the files that make the office, or on their folder. */
const isOnOffice = (folder: string, { path }: DiskCall) =>
  path === folder ||
  (dirname(path) === folder && /^(ba-yen\.db|keys\.json|thay-doi\.json)/.test(basename(path)));

test.each(ways)('a disk that fails at any call of %s', async (_what, way) => {
  const broken = Object.assign(new Error('EIO: i/o error'), { code: 'EIO', syscall: 'write' });
  const { config, paths, userUid } = office;
  const key = Buffer.from(office.key);
  const session = office.requireSession();
  await office.close();
  cpSync(paths.folder, join(root, 'kept'), { recursive: true });
  let failures = 0;
  for (let failing = 0; ; failing += 1) {
    rmSync(paths.folder, { recursive: true });
    cpSync(join(root, 'kept'), paths.folder, { recursive: true });
    ({ office } = officeOn(config));
    await office.open(Buffer.from(key), userUid);
    office.setSession(session);
    let count = 0;
    const failOnce = (call: DiskCall) => {
      if (!isOnOffice(paths.folder, call)) return;
      count += 1;
      if (count - 1 === failing) throw broken;
    };
    const shown = await watchingDisk(failOnce, () => way(office, paper).catch(() => null));
    if (count <= failing) break;
    if (shown === null) failures += 1;
    await office.close();
    // A key that a person was shown works, and the paper in the safe still does.
    const papers = [paper, ...(shown === null ? [] : [shown])];
    await expectTold(await expectOpens(dirname(paths.folder), papers, [password, other]));
  }
  expect(failures).toBeGreaterThan(3);
});

/** What is done to the office's files, in its order: what brings them to the disk, puts them in place or forgets. */
async function stepsOf(work: () => Promise<unknown>): Promise<string[]> {
  const { folder } = office.paths;
  const steps: string[] = [];
  const note = (call: DiskCall) => {
    const what = { fsyncSync: 'sync', renameSync: 'place', rmSync: 'forget' }[call.name as string];
    if (!what || !isOnOffice(folder, call)) return;
    const step = `${what} ${call.path === folder ? 'folder' : basename(call.path)}`;
    if (step !== steps.at(-1)) steps.push(step);
  };
  await watchingDisk(note, work);
  return steps;
}

test('in a change of key each file is on the disk before it is put in place, and the decision outlives it', async () => {
  const steps = await stepsOf(() => changeDatabaseKey(office));
  const [begin, end] = [steps.indexOf('sync ba-yen.db.thay'), steps.lastIndexOf('sync folder')];
  expect(steps.slice(begin, end + 1)).toEqual([
    'sync ba-yen.db.thay',
    'sync keys.json.thay.part',
    'place keys.json.thay.part',
    'sync folder',
    'sync thay-doi.json.part',
    'place thay-doi.json.part',
    'sync folder',
    'place ba-yen.db.thay',
    'forget ba-yen.db-wal',
    'forget ba-yen.db-shm',
    'place keys.json.thay',
    'sync folder',
    'forget thay-doi.json',
    'sync folder',
  ]);
});

test('after a change of key that failed half way, the work goes on at the next log-in', async () => {
  const held = Object.assign(new Error('EIO: i/o error'), { code: 'EIO', syscall: 'rename' });
  const hold = ({ name, path }: DiskCall) => {
    if (name === 'renameSync' && path.endsWith('keys.json.thay')) throw held;
  };
  const failure = await watchingDisk(hold, async () => {
    const failed = await changeDatabaseKey(office).catch((error: unknown) => error);
    // While the file is held, nobody is told that the records are damaged.
    expect(office.session).toBeNull();
    expect(office.status()).toMatchObject({ state: 'closed', trouble: null });
    for (const tried of [password, 'một mật khẩu sai'])
      await expect(logIn(office, 'quantri', tried)).rejects.toThrow('in_use');
    return failed;
  });
  expect(String(failure)).toContain('in_use');
  await logIn(office, 'quantri', password);
  expect(teamsOf(office)).toEqual(['Đội An ninh']);
  expect(office.status().recovery_unconfirmed).toMatchObject({ before_opens: true });
});
