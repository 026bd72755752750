import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backupHandlers } from '../../electron/data/backup/handlers.ts';
import { hashFile } from '../../electron/data/backup/copy-file.ts';
import { backupsIn } from '../../electron/data/backup/listing.ts';
import { walkChain } from '../../electron/data/database/integrity.ts';
import { migrations } from '../../electron/data/database/migrations/index.ts';
import { openDatabase } from '../../electron/data/office/open-database.ts';
import { logIn } from '../../electron/data/office/access.ts';
import { putSetting } from '../../electron/data/office/settings.ts';
import { UnitOfWork } from '../../electron/data/database/unit-of-work.ts';
import { query } from '../../electron/data/database/tables.ts';
import {
  configIn,
  contextOf,
  officeOn,
  password,
  readyOffice,
  saveTeam,
} from '../integration/office/new-office.ts';
import { killAfter, onTwoLanes } from './killed.ts';
import { nextMigration } from './next-migration.ts';

let root: string;
let keyHex: string;
let userUid: string;
let backup: string;

/** A machine of its own with the same office. */
function machine(name: string): string {
  const folder = join(root, name);
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(root, 'origin'), folder, { recursive: true });
  // It remembers where the office lay on the machine that it was copied from.
  rmSync(join(folder, 'user-data'), { recursive: true });
  return folder;
}

/** Opens what a crash left, as the program would; everything must be sound. Gives the names of all teams. */
function soundTeams(folder: string, steps = migrations): Set<string> {
  const { office } = officeOn(configIn(folder));
  const { database, lock } = openDatabase(office.paths, Buffer.from(keyHex, 'hex'), '0.1.0', steps);
  try {
    expect(database.connection.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(database.connection.pragma('foreign_key_check')).toEqual([]);
    expect(walkChain(database.connection).seq).toBe(database.chainHead.seq);
    return new Set(database.all(query.selectFrom('team').select('name').compile()).map(({ name }) => name));
  } finally {
    database.close();
    lock.release();
  }
}

const told = (lines: readonly string[], what: string) =>
  lines.filter((line) => line.startsWith(`${what} `)).map((line) => line.slice(what.length + 1));

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'ba-yen-crash-'));
  const origin = join(root, 'origin');
  const { office } = await readyOffice(configIn(origin));
  await logIn(office, 'quantri', password);
  keyHex = office.key.toString('hex');
  userUid = office.userUid;
  for (let count = 0; count < 40; count += 1) saveTeam(office, `Đội gốc ${count}`);
  mkdirSync(join(origin, 'made'));
  const token = 'chosen-folder-token';
  const chosen = { [token]: { path: join(origin, 'made'), removable: false, shown: '' } };
  backup = (await backupHandlers['backup.make']({ folder: token }, contextOf(office, chosen))).name;
  const unit = new UnitOfWork();
  putSetting(unit, 'test_backup', backup);
  office.database.commit(unit);
  saveTeam(office, 'Đội sau bản sao');
  await office.close();
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

test('120 rounds of SIGKILL in saves', async () => {
  const lanes = [machine('save-0'), machine('save-1')];
  const acknowledged = lanes.map(() => new Set<string>());
  await onTwoLanes(120, async (lane, index) => {
    const folder = lanes[lane] ?? '';
    const lines = await killAfter((index * 7) % 60, ['save', folder, keyHex]);
    for (const name of told(lines, 'saved')) acknowledged[lane]?.add(name);
    const teams = soundTeams(folder);
    for (const name of acknowledged[lane] ?? []) expect(teams).toContain(name);
  });
  for (const names of acknowledged) expect(names.size).toBeGreaterThan(60);
});

test('40 rounds of SIGKILL in backups', async () => {
  const lanes = [machine('backup-0'), machine('backup-1')];
  let whole = 0;
  await onTwoLanes(40, async (lane, index) => {
    const folder = lanes[lane] ?? '';
    const made = join(folder, 'copies');
    rmSync(made, { recursive: true, force: true });
    mkdirSync(made);
    const lines = await killAfter((index * 13) % 250, ['backup', folder, keyHex, made]);
    const teams = soundTeams(folder);
    for (const name of told(lines, 'saved')) expect(teams).toContain(name);
    const found = backupsIn(made);
    for (const { name, manifest, complete } of found) {
      expect(complete).toBe(true);
      expect(hashFile(join(made, name), () => undefined)).toBe(manifest.files[name]);
    }
    const names = found.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(told(lines, 'backup')));
    whole += names.length;
  });
  expect(whole).toBeGreaterThan(0);
});

test('20 rounds of SIGKILL in restores', async () => {
  let restored = 0;
  await onTwoLanes(20, async (lane, index) => {
    const folder = machine(`restore-${lane}`);
    const lines = await killAfter((index * 37) % 500, ['restore', folder, keyHex, userUid]);
    const { office } = officeOn(configIn(folder));
    expect(existsSync(join(office.paths.folder, 'thay-doi.json'))).toBe(false);
    const teams = soundTeams(folder);
    for (let count = 0; count < 40; count += 1) expect(teams).toContain(`Đội gốc ${count}`);
    if (lines.includes('restored')) restored += 1;
    if (teams.has('Đội sau bản sao')) return;
    // It was restored: what was there before lies in a whole backup.
    const saved = backupsIn(office.paths.backups);
    expect(saved.some(({ manifest, complete }) => complete && manifest.counts['team'] === 41)).toBe(true);
  });
  expect(restored).toBeGreaterThan(0);
});

test('20 rounds of SIGKILL in migrations', async () => {
  const steps = [...migrations, nextMigration];
  const versions = new Set<string>();
  await onTwoLanes(20, async (lane, index) => {
    const folder = machine(`migrate-${lane}`);
    const lines = await killAfter((index * 11) % 220, ['migrate', folder, keyHex]);
    versions.add(lines.includes('migrated') ? 'after' : 'before');
    const teams = soundTeams(folder, steps);
    for (let count = 0; count < 40; count += 1) expect(teams).toContain(`Đội gốc ${count}`);
    const saved = readdirSync(join(folder, 'office', 'sao-luu')).filter((name) => name.endsWith('.bayen'));
    expect(saved.length).toBeGreaterThan(0);
  });
  expect(versions).toContain('before');
});
