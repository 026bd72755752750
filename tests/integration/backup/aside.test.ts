import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backUpDaily } from '../../../electron/data/backup/daily.ts';
import { backupHandlers } from '../../../electron/data/backup/handlers.ts';
import { backupsIn, manifestName } from '../../../electron/data/backup/listing.ts';
import { query } from '../../../electron/data/database/tables.ts';
import { logIn, logOut } from '../../../electron/data/office/access.ts';
import type { Office } from '../../../electron/data/office/office.ts';
import { verifyAudit } from '../../../electron/data/people/verify-audit.ts';
import { api } from '../../../shared/api.ts';
import { may, roles } from '../../../shared/rights.ts';
import { contextOf, failureOf, password, readyOffice, saveTeam, scratch } from '../office/new-office.ts';
import { stretchCheaply } from '../../support/cheap-secrets.ts';

stretchCheaply();

// A damaged database that a restore put aside: the office is told what it is and what it holds up, and may clear it
// once a backup that is newer has been checked.

const token = 'chosen-folder-token';
let place: ReturnType<typeof scratch>;
let office: Office;
let stick: string;

const context = () => contextOf(office, { [token]: { path: stick, removable: true, shown: 'USB (E:)' } });
const backUp = () => backupHandlers['backup.make']({ folder: token }, context());
const tell = () => Promise.resolve(backupHandlers['backup.aside']({}, context()));
const remove = (name: string) => backupHandlers['backup.remove_aside']({ name }, context());
const unnamed = () => join(office.paths.attachments, 'ab', `ab${'0'.repeat(62)}`);

/** Damages the live database and restores the stick's copy: the damaged one is put aside. */
beforeEach(async () => {
  place = scratch();
  stick = join(place.folder, 'stick');
  mkdirSync(stick);
  ({ office } = await readyOffice(place.config));
  await logIn(office, 'quantri', password);
  saveTeam(office, 'Đội An ninh');
  const { name } = await backUp();
  await logOut(office);
  writeFileSync(office.paths.database, Buffer.alloc(50_000, 7));
  expect((await failureOf(() => logIn(office, 'quantri', password))).code).toBe('damaged');
  await backupHandlers['backup.restore'](
    { folder: token, name, login: 'quantri', secret: password },
    context(),
  );
  await logIn(office, 'quantri', password);
  mkdirSync(join(office.paths.attachments, 'ab'), { recursive: true });
  writeFileSync(unnamed(), Buffer.alloc(1234));
});

afterEach(async () => {
  await office.close();
  place.clear();
});

test('what was put aside is told: since when, how large, what it holds up; nothing is swept while it lies there', async () => {
  const { found, held } = await tell();
  expect(found).toHaveLength(1);
  const [aside] = found;
  expect(Math.abs(Date.parse(aside?.since ?? '') - Date.now())).toBeLessThan(60_000);
  expect(aside?.bytes).toBeGreaterThan(50_000);
  expect(aside?.removable).toBe(false);
  expect(held).toEqual({ files: 1, bytes: 1234 });
  await backUp();
  expect(existsSync(unnamed())).toBe(true);
});

test('it stays while no newer backup lies on this machine', async () => {
  const [aside] = (await tell()).found;
  // A copy on a stick may be anywhere by now; what counts is what can be checked here.
  await backUp();
  expect((await failureOf(() => remove(aside?.name ?? ''))).code).toBe('conflict');
  expect((await tell()).found).toHaveLength(1);
});

test('after a newer backup it can go, which the trail says; then unnamed files are swept again', async () => {
  const [aside] = (await tell()).found;
  await backUpDaily(office);
  expect((await tell()).found).toMatchObject([{ removable: true }]);
  expect(await remove(aside?.name ?? '')).toEqual({ done: true });
  expect(await tell()).toEqual({ found: [], held: { files: 0, bytes: 0 } });
  expect(readdirSync(office.paths.backups).filter((name) => name.startsWith('hong-'))).toEqual([]);
  const actions = office.database.all(query.selectFrom('audit').select('action').compile());
  expect(actions.map(({ action }) => action)).toContain('remove_aside');
  expect(
    verifyAudit(office.database.connection, { progress: () => undefined, cancelled: () => false }).broken,
  ).toEqual([]);
  await backUp();
  expect(existsSync(unnamed())).toBe(false);
});

test('a newer backup that turns out damaged removes nothing', async () => {
  const [aside] = (await tell()).found;
  await backUpDaily(office);
  const [newest] = backupsIn(office.paths.backups);
  const file = join(office.paths.backups, newest?.name ?? '');
  const bytes = readFileSync(file);
  bytes[9000] = (bytes[9000] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  expect((await failureOf(() => remove(aside?.name ?? ''))).code).toBe('damaged');
  expect((await tell()).found).toHaveLength(1);
});

test('a backup from before it was put aside does not count, and neither does one with another key', async () => {
  const [aside] = (await tell()).found;
  await backUpDaily(office);
  const [newest] = backupsIn(office.paths.backups);
  const file = join(office.paths.backups, manifestName(newest?.name ?? ''));
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as object;
  for (const change of [
    { made_at: '2020-01-01T00:00:00.000Z' },
    { key_id: '01890a5d-ac96-774b-bcce-b302099a8057' },
  ]) {
    writeFileSync(file, JSON.stringify({ ...manifest, ...change }));
    expect((await failureOf(() => remove(aside?.name ?? ''))).code).toBe('conflict');
  }
});

test('nothing else is removed, and only by an administrator', async () => {
  await backUpDaily(office);
  for (const name of ['hong-0', 'hong-../../office', 'hong-/etc', 'hong-'])
    expect((await failureOf(() => remove(name))).code, name).toBe('not_found');
  const { access, input } = api['backup.remove_aside'];
  expect(input.safeParse({ name: 'attachments' }).success).toBe(false);
  expect(roles.filter((role) => access === 'backup.restore' && may(role, access))).toEqual(['administrator']);
});
