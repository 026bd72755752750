import { randomBytes } from 'node:crypto';
import {
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { attachmentHandlers } from '../../../electron/data/attachments/handlers.ts';
import { openAttachment } from '../../../electron/data/attachments/open.ts';
import { readList } from '../../../electron/data/backup/attachment-list.ts';
import { backUpDaily } from '../../../electron/data/backup/daily.ts';
import { backupHandlers } from '../../../electron/data/backup/handlers.ts';
import { backupsIn, manifestName } from '../../../electron/data/backup/listing.ts';
import { logIn } from '../../../electron/data/office/access.ts';
import type { Office } from '../../../electron/data/office/office.ts';
import type { UnnumberedEvent } from '../../../shared/events.ts';
import { jpegHead } from '../../unit/attachments/samples.ts';
import { contextOf, failureOf, password, readyOffice, saveTeam, scratch } from '../office/new-office.ts';

// A photo that is lost or damaged on this machine after its first backup: every later backup tells it, none copies
// the damage over the good copy, and the good copy comes back.

const token = 'chosen-folder-token';
let place: ReturnType<typeof scratch>;
let office: Office;
let events: UnnumberedEvent[];
let stick: string;
let team: number;

const context = () => contextOf(office, { [token]: { path: stick, removable: true, shown: 'USB (E:)' } });
const photo = () => Buffer.concat([jpegHead(1200, 900), randomBytes(30_000)]);

async function attach(bytes: Buffer, owner_id = team): Promise<{ id: number; path: string }> {
  const before = new Set(live());
  const path = join(place.folder, 'chosen.jpg');
  writeFileSync(path, bytes);
  const file = 'chosen_file_token_';
  const chosen = contextOf(office, { [file]: { path, removable: false, shown: 'anh.jpg' } });
  const input = {
    owner_kind: 'team',
    owner_id,
    file,
    original: true,
    reduced: null,
    note: null,
    photo_stage: null,
  } as const;
  const { id } = await attachmentHandlers['attachments.add'](input, chosen);
  return { id, path: live().find((one) => !before.has(one)) ?? '' };
}

/** The files below a folder of attachments. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /[0-9a-f]{64}$/.test(name))
    .map((name) => join(folder, name));
}
function live(): string[] {
  mkdirSync(office.paths.attachments, { recursive: true });
  return filesBelow(office.paths.attachments);
}

const toStick = async () => (await backupHandlers['backup.make']({ folder: token }, context())).manifest;
/** The day's backup, as on another day. */
async function daily() {
  const { backups } = office.paths;
  for (const { name } of backupsIn(backups)) ageBackup(name, 1);
  await backUpDaily(office);
  return backupsIn(backups)[0]?.manifest;
}

/** Makes a backup on this machine so many days older. */
function ageBackup(name: string, days: number): void {
  const file = join(office.paths.backups, manifestName(name));
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { made_at: string };
  const made_at = new Date(Date.parse(manifest.made_at) - days * 86_400_000).toISOString();
  writeFileSync(file, JSON.stringify({ ...manifest, made_at }));
}

const troubles = () => events.flatMap((event) => (event.type === 'trouble' ? [event.error.text] : []));
const check = () => attachmentHandlers['attachments.check']({}, context());
const bringBack = (folder?: string) =>
  backupHandlers['backup.bring_back_files'](folder === undefined ? {} : { folder }, context());

/** Changes a byte in place: size and, where wanted, time of the last change stay. */
function rot(path: string, quietly: boolean): void {
  const { atime, mtime } = statSync(path);
  const bytes = readFileSync(path);
  bytes[9000] = (bytes[9000] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  if (quietly) utimesSync(path, atime, mtime);
}

beforeEach(async () => {
  place = scratch();
  stick = join(place.folder, 'stick');
  mkdirSync(stick);
  ({ office, events } = await readyOffice(place.config));
  await logIn(office, 'quantri', password);
  team = saveTeam(office, 'Đội An ninh');
});

afterEach(async () => {
  await office.close();
  place.clear();
});

type Fate = (path: string) => void;
const fates: [what: string, fate: Fate, fault: 'missing' | 'damaged' | 'unreadable'][] = [
  ['gone', (path) => rmSync(path), 'missing'],
  ['shorter', (path) => truncateSync(path, 20_000), 'damaged'],
  ['another of its size', (path) => rot(path, false), 'damaged'],
  ['rotten, its time unchanged', (path) => rot(path, true), 'damaged'],
  [
    'a folder',
    (path) => {
      rmSync(path);
      mkdirSync(path);
    },
    'unreadable',
  ],
  [
    'a name that leads nowhere',
    (path) => {
      rmSync(path);
      symlinkSync(path, path);
    },
    'unreadable',
  ],
];

test.each(fates)(
  'a photo that is %s after its first copy on a stick: the next copy tells it, keeps the good one, and gives it back',
  async (_what, fate, fault) => {
    const bytes = photo();
    const { id, path } = await attach(bytes);
    await attach(photo());
    expect((await toStick()).attachments).toMatchObject({ files: 2, missing: 0, lost: 0, read_all: true });
    expect(troubles()).toEqual([]);
    fate(path);
    const manifest = await toStick();
    expect(manifest.attachments).toMatchObject({ files: 2, missing: 0, lost: 1 });
    expect(readList(stick, manifest)?.lost).toEqual([path.slice(-64)]);
    expect(troubles()).toEqual([expect.stringContaining('1 tệp đính kèm không còn hoặc đã hỏng')]);
    expect(
      await backupHandlers['backup.verify']({ folder: token, name: manifest.file }, context()),
    ).toMatchObject({ verified: true, attachments: 2 });
    expect((await check()).count).toMatchObject({ [fault]: 1 });
    if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory()) {
      expect(await bringBack(token)).toEqual({ brought: 0, left: 1 });
      rmdirSync(path);
    }
    expect(await bringBack(token)).toEqual({ brought: 1, left: 0 });
    expect(Buffer.from((await openAttachment(office, id)).bytes).equals(bytes)).toBe(true);
    expect((await toStick()).attachments).toMatchObject({ lost: 0, missing: 0 });
  },
);

test('the day’s own backup looks at every file each day: one that is gone is told, its copy here stays and comes back', async () => {
  const bytes = photo();
  const { id, path } = await attach(bytes);
  await attach(photo());
  await daily();
  expect(troubles()).toEqual([]);
  rmSync(path);
  for (let day = 0; day < 2; day += 1)
    expect((await daily())?.attachments).toMatchObject({ files: 2, missing: 0, lost: 1, read_all: false });
  expect(troubles()).toHaveLength(2);
  expect(await bringBack()).toEqual({ brought: 1, left: 0 });
  expect(Buffer.from((await openAttachment(office, id)).bytes).equals(bytes)).toBe(true);
  expect((await daily())?.attachments).toMatchObject({ files: 2, lost: 0 });
});

test('a file that was changed in place is read at the next backup of the day, and told', async () => {
  const { path } = await attach(photo());
  await toStick();
  await daily();
  rot(path, false);
  // Both names are the same file here: only the stick still has it whole.
  expect((await daily())?.attachments).toMatchObject({ files: 0, missing: 1 });
  expect(await bringBack()).toEqual({ brought: 0, left: 1 });
  expect(await bringBack(token)).toEqual({ brought: 1, left: 0 });
  expect((await daily())?.attachments).toMatchObject({ files: 1, missing: 0, lost: 0 });
});

test('a file put in another’s place is read, whatever its time says', async () => {
  const { path } = await attach(photo());
  await daily();
  const other = `${path}x`;
  writeFileSync(other, randomBytes(statSync(path).size));
  utimesSync(other, 1_600_000_000, 1_600_000_000);
  rmSync(path);
  linkSync(other, path);
  rmSync(other);
  expect((await daily())?.attachments).toMatchObject({ files: 1, lost: 1, read_all: false });
});

test('what rots without a trace is told by the first backup of the day after a week, which reads everything', async () => {
  const { path } = await attach(photo());
  expect((await daily())?.attachments).toMatchObject({ read_all: true });
  expect((await daily())?.attachments).toMatchObject({ read_all: false });
  rot(path, true);
  expect((await daily())?.attachments).toMatchObject({ read_all: false, missing: 0 });
  for (const { name } of backupsIn(office.paths.backups)) ageBackup(name, 6);
  expect((await daily())?.attachments).toMatchObject({ read_all: true, missing: 1 });
  expect(troubles()).toEqual([expect.stringContaining('thiếu 1 tệp đính kèm')]);
});

test('a clock that ran ahead once does not put the weekly reading off', async () => {
  await attach(photo());
  await daily();
  const [first] = backupsIn(office.paths.backups);
  ageBackup(first?.name ?? '', -400);
  expect((await daily())?.attachments).toMatchObject({ read_all: true });
});

test('the check counts files, not the records that name them, and goes on behind one that cannot be read', async () => {
  const shared = photo();
  const { path } = await attach(shared);
  for (let count = 2; count <= 8; count += 1) await attach(shared, saveTeam(office, `Đội ${count}`));
  const second = await attach(photo());
  const third = await attach(photo());
  await attach(photo());
  rmSync(path);
  mkdirSync(path);
  rmSync(second.path);
  rot(third.path, true);
  const { files, count, faults } = await check();
  expect(files).toBe(4);
  expect(count).toEqual({ missing: 1, damaged: 1, unreadable: 1 });
  expect(faults).toHaveLength(3);
  const unreadable = faults.find(({ fault }) => fault === 'unreadable');
  expect(unreadable).toMatchObject({ named_by: 8 });
  expect(unreadable?.owners).toHaveLength(5);
});

test('all faults are counted, and the first thousand told', { timeout: 120_000 }, async () => {
  const { id } = await attach(photo());
  const { connection } = office.database;
  // Rows that name files which never were: what a lost folder of attachments looks like.
  connection.exec(`
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500)
    INSERT INTO attachment (${columnsOf('attachment').join(', ')})
    SELECT ${columnsOf('attachment')
      .map((column) =>
        column === 'id'
          ? `${id} + n.i`
          : column === 'uid'
            ? `substr(uid, 1, 24) || printf('%012x', n.i)`
            : column === 'keyed_hash'
              ? `printf('%064x', n.i)`
              : column,
      )
      .join(', ')} FROM attachment, n WHERE id = ${id}`);
  const { files, count, faults } = await check();
  expect(files).toBe(1501);
  expect(count.missing).toBe(1500);
  expect(faults).toHaveLength(1000);
});

function columnsOf(table: string): string[] {
  return office.database.connection
    .prepare<[string], string>('SELECT name FROM pragma_table_info(?)')
    .pluck()
    .all(table);
}

test('a file that the disk does not give is told when it is opened, and the list of the record still stands', async () => {
  const { id, path } = await attach(photo());
  rmSync(path);
  mkdirSync(path);
  expect((await failureOf(() => openAttachment(office, id))).code).toBe('damaged');
  const list = () =>
    attachmentHandlers['attachments.list']({ owner_kind: 'team', owner_id: team }, context());
  expect(await list()).toMatchObject([{ id, missing: true }]);
  rmSync(path, { recursive: true });
  symlinkSync(path, path);
  expect(await list()).toMatchObject([{ id, missing: true }]);
});

test('a stick’s file that is not the office’s own brings nothing back', async () => {
  const { path } = await attach(photo());
  await toStick();
  const [copy = ''] = filesBelow(join(stick, 'attachments'));
  rot(copy, true);
  rmSync(path);
  expect(await bringBack(token)).toEqual({ brought: 0, left: 1 });
  expect(live()).toEqual([]);
});
