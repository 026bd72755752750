import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { attachmentHandlers } from '../../../electron/data/attachments/handlers.ts';
import { openAttachment } from '../../../electron/data/attachments/open.ts';
import { purgeAttachments } from '../../../electron/data/attachments/purge.ts';
import { backUpDaily } from '../../../electron/data/backup/daily.ts';
import { backupHandlers } from '../../../electron/data/backup/handlers.ts';
import { backupsIn } from '../../../electron/data/backup/listing.ts';
import { makeBackup } from '../../../electron/data/backup/make.ts';
import { UnitOfWork } from '../../../electron/data/database/unit-of-work.ts';
import { logIn } from '../../../electron/data/office/access.ts';
import { changeDatabaseKey } from '../../../electron/data/office/change-key.ts';
import type { Office } from '../../../electron/data/office/office.ts';
import type { UnnumberedEvent } from '../../../shared/events.ts';
import { FailureError } from '../../../shared/failure.ts';
import { jpegHead } from '../../unit/attachments/samples.ts';
import {
  configIn,
  contextOf,
  failureOf,
  officeOn,
  password,
  readyOffice,
  saveTeam,
  scratch,
} from '../office/new-office.ts';

// Attachments through backups: nothing copied twice, nothing lost, nothing missing unsaid.

const token = 'chosen-folder-token';
let place: ReturnType<typeof scratch>;
let office: Office;
let events: UnnumberedEvent[];
let stick: string;
let team: number;
/** id of the attachment → what was put in */
let put: Map<number, Buffer>;

const on = (one: Office) => contextOf(one, { [token]: { path: stick, removable: true, shown: 'USB (E:)' } });
const photo = (bytes = 30_000) => Buffer.concat([jpegHead(1200, 900), randomBytes(bytes)]);

async function attach(bytes: Buffer, name = 'anh.jpg', owner_id = team): Promise<number> {
  const path = join(place.folder, 'chosen.jpg');
  writeFileSync(path, bytes);
  const file = 'chosen_file_token_';
  const context = contextOf(office, { [file]: { path, removable: false, shown: name } });
  const input = {
    owner_kind: 'team',
    owner_id,
    file,
    original: true,
    reduced: null,
    note: null,
    photo_stage: null,
  } as const;
  const { id } = await attachmentHandlers['attachments.add'](input, context);
  put.set(id, bytes);
  return id;
}

beforeEach(async () => {
  place = scratch();
  stick = join(place.folder, 'stick');
  mkdirSync(stick);
  ({ office, events } = await readyOffice(place.config));
  await logIn(office, 'quantri', password);
  team = saveTeam(office, 'Đội An ninh');
  put = new Map();
});

afterEach(async () => {
  await office.close();
  place.clear();
});

const backUp = async (one = office) => (await backupHandlers['backup.make']({ folder: token }, on(one))).name;
const verify = (name: string, one = office) =>
  backupHandlers['backup.verify']({ folder: token, name }, on(one));
const restore = (name: string, one = office, secrets: object = { proof: password }) =>
  backupHandlers['backup.restore']({ folder: token, name, ...secrets }, on(one));
const troubles = () => events.flatMap((event) => (event.type === 'trouble' ? [event.error.text] : []));

/** The files of a folder of attachments: name → path. */
function filesIn(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const part of readdirSync(folder))
    for (const name of readdirSync(join(folder, part))) found.set(name, join(folder, part, name));
  return found;
}
const live = (one = office) => filesIn(one.paths.attachments);
const onStick = () => filesIn(join(stick, 'attachments'));

async function expectAll(one: Office, ids = [...put.keys()]): Promise<void> {
  for (const id of ids) {
    const { bytes } = await openAttachment(one, id);
    expect(Buffer.from(bytes).equals(put.get(id) ?? Buffer.alloc(0))).toBe(true);
  }
}

function damage(path: string): void {
  const bytes = readFileSync(path);
  bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 4;
  rmSync(path);
  writeFileSync(path, bytes);
}

test('a backup lists every file with its hash, a second one copies only what is new, both restore byte for byte', async () => {
  await attach(photo());
  const voided = await attach(photo());
  await attachmentHandlers['attachments.void']({ id: voided, version: 1, reason: 'nhầm' }, on(office));
  const first = await backupHandlers['backup.make']({ folder: token }, on(office));
  expect(readdirSync(stick).sort()).toEqual([
    'attachments',
    first.name,
    `${first.name}.attachments`,
    `${first.name}.json`,
    `${first.name}.keys`,
  ]);
  expect(first.manifest.attachments).toMatchObject({ files: 2, missing: 0 });
  expect(first.manifest.files[`${first.name}.attachments`]).toMatch(/^[0-9a-f]{64}$/);
  const before = new Map([...onStick()].map(([name, path]) => [name, statSync(path).mtimeMs]));
  await attach(photo());
  const second = await backUp();
  const after = onStick();
  expect(after.size).toBe(3);
  for (const [name, time] of before) expect(statSync(after.get(name) ?? '').mtimeMs).toBe(time);
  expect(await verify(first.name)).toMatchObject({ verified: true, attachments: 2 });
  expect(await verify(second)).toMatchObject({ verified: true, attachments: 3 });
  rmSync(office.paths.attachments, { recursive: true });
  await restore(second);
  await expectAll(office);
  const { office: bare } = officeOn(configIn(join(place.folder, 'bare')));
  await restore(first.name, bare, { login: 'quantri', secret: password });
  await logIn(bare, 'quantri', password);
  await expectAll(bare, [1, 2]);
  expect(live(bare).size).toBe(2);
  await bare.close();
  expect(troubles()).toEqual([]);
});

test('a file that is damaged or gone on the stick fails verify, is copied anew, and stops no restore', async () => {
  for (let count = 0; count < 3; count += 1) await attach(photo());
  const name = await backUp();
  const [one = '', other = ''] = onStick().values();
  damage(one);
  rmSync(other);
  const failure = await failureOf(() => verify(name));
  expect(failure).toMatchObject({ code: 'damaged', text: expect.stringContaining('2 trong 3') as string });
  const { office: bare, events: told } = officeOn(configIn(join(place.folder, 'bare')));
  await restore(name, bare, { login: 'quantri', secret: password });
  expect(told.flatMap((event) => (event.type === 'trouble' ? [event.error.text] : []))).toEqual([
    expect.stringContaining('thiếu 2 tệp đính kèm'),
  ]);
  await logIn(bare, 'quantri', password);
  const opened = await Promise.allSettled([1, 2, 3].map((id) => openAttachment(bare, id)));
  expect(opened.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await bare.close();
  const next = await backUp();
  expect(await verify(next)).toMatchObject({ attachments: 3 });
  expect(await verify(name)).toMatchObject({ attachments: 3 });
});

test('a list that was changed, or is gone, fails verify', async () => {
  await attach(photo());
  const name = await backUp();
  const list = join(stick, `${name}.attachments`);
  const text = readFileSync(list, 'utf8');
  writeFileSync(list, text.replace(/[0-9a-f]{64}"\]/, `${'0'.repeat(64)}"]`));
  expect((await failureOf(() => verify(name))).code).toBe('damaged');
  rmSync(list);
  expect((await failureOf(() => verify(name))).code).toBe('damaged');
  expect(backupsIn(stick)[0]?.complete).toBe(false);
});

test('what is missing here is told at backup and by the check, and comes from the stick where that has it', async () => {
  await attach(photo(), 'còn trên USB.jpg');
  const name = await backUp();
  const [first = ''] = live().values();
  await attach(photo(), 'mất hẳn.jpg');
  const second = [...live().values()].find((path) => path !== first) ?? '';
  damage(first);
  rmSync(second);
  const { faults } = await attachmentHandlers['attachments.check']({}, on(office));
  expect(faults.map(({ fault, owners }) => [fault, owners[0]?.file_name]).sort()).toEqual([
    ['damaged', 'còn trên USB.jpg'],
    ['missing', 'mất hẳn.jpg'],
  ]);
  const made = await backupHandlers['backup.make']({ folder: token }, on(office));
  expect(made.manifest.attachments).toMatchObject({ files: 1, missing: 1, lost: 1 });
  expect(troubles()).toEqual([
    expect.stringMatching(/ 1 tệp đính kèm không còn .* Thêm 1 tệp không bản sao/),
  ]);
  expect(await verify(made.name)).toMatchObject({ verified: true, attachments: 1 });
  expect(troubles()).toHaveLength(2);
  expect(await verify(name)).toMatchObject({ attachments: 1 });
  await restore(made.name);
  expect((await failureOf(() => openAttachment(office, 2))).code).toBe('not_found');
  await expectAll(office, [1]);
});

test('files that no record names go after a verified backup and not before; voided records name theirs', async () => {
  const voided = await attach(photo());
  await attachmentHandlers['attachments.void']({ id: voided, version: 1, reason: 'nhầm' }, on(office));
  const unnamed = join(office.paths.attachments, 'ab', `ab${'0'.repeat(62)}`);
  mkdirSync(join(office.paths.attachments, 'ab'), { recursive: true });
  writeFileSync(unnamed, 'x');
  writeFileSync(`${unnamed}.part`, 'x');
  const foreign = join(office.paths.attachments, 'ab', 'ghi-chu.txt');
  writeFileSync(foreign, 'x');
  const gone = { [token]: { path: join(stick, 'nothing'), removable: true, shown: 'USB' } };
  await failureOf(() => backupHandlers['backup.make']({ folder: token }, contextOf(office, gone)));
  expect(live().has(`ab${'0'.repeat(62)}`)).toBe(true);
  await backUp();
  expect([...live().keys()].some((name) => name.startsWith('ab000'))).toBe(false);
  expect(live().has('ghi-chu.txt')).toBe(true);
  await expectAll(office);
});

test('a file that went for good with its record goes after a verified backup, which has it no more', async () => {
  const shared = photo();
  const other = await attach(shared, 'anh.jpg', saveTeam(office, 'Đội Một'));
  await attach(shared);
  await attach(photo());
  const unit = new UnitOfWork();
  const by = { userId: office.requireSession().user_id, at: office.database.now(), reason: 'xóa hẳn' };
  purgeAttachments(office.database, unit, { kind: 'team', id: team }, by);
  office.database.commit(unit);
  expect(live().size).toBe(2);
  const name = await backUp();
  expect([live().size, onStick().size, troubles()]).toEqual([1, 1, []]);
  expect(await verify(name)).toMatchObject({ verified: true, attachments: 1 });
  await expectAll(office, [other]);
  rmSync(office.paths.attachments, { recursive: true });
  await restore(name);
  expect(live().size).toBe(1);
  await expectAll(office, [other]);
});

test('the day’s own backup is a second name of the same file, and goes with the last backup that lists it', async () => {
  await attach(photo());
  await backUpDaily(office);
  const store = join(office.paths.backups, 'attachments');
  const [name = '', path = ''] = [...filesIn(store)][0] ?? [];
  expect(statSync(path).ino).toBe(statSync(live().get(name) ?? '').ino);
  expect(backupsIn(office.paths.backups)[0]?.manifest.attachments).toMatchObject({ files: 1 });
  const [found] = backupsIn(office.paths.backups);
  const made = await backupHandlers['backup.verify']({ name: found?.name ?? '' }, on(office));
  expect(made).toMatchObject({ verified: true, attachments: 1 });
  rmSync(live().get(name) ?? '');
  await backupHandlers['backup.restore']({ name: found?.name ?? '', proof: password }, on(office));
  await expectAll(office);
});

test('another database key keeps attachments readable, and backups from before and after restore', async () => {
  await attach(photo());
  const before = await backUp();
  await changeDatabaseKey(office);
  await expectAll(office);
  const other = await attach(photo());
  expect(office.database.connection.prepare('SELECT id FROM attachment_key').all()).toHaveLength(2);
  const [old = '', fresh = ''] = [...live().values()].sort(
    (a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs,
  );
  expect([old, fresh].map((path) => readFileSync(path).readUInt32BE(5))).toEqual([1, 2]);
  const after = await backUp();
  expect(await verify(after)).toMatchObject({ attachments: 2 });
  rmSync(office.paths.attachments, { recursive: true });
  await restore(after);
  await expectAll(office);
  await backupHandlers['backup.restore'](
    { folder: token, name: before, secret: password, proof: password },
    on(office),
  );
  await logIn(office, 'quantri', password);
  await expectAll(office, [1]);
  await backupHandlers['backup.undo_restore']({ proof: password }, on(office));
  await logIn(office, 'quantri', password);
  await expectAll(office, [1, other]);
});

test('a backup broken off at any step leaves the one before whole, and the next one goes through', async () => {
  await attach(photo());
  const first = await backUp();
  await attach(photo());
  await attach(photo());
  const { paths } = office;
  const input = {
    folder: stick,
    work: paths.backups,
    keys: paths.keys,
    cause: 'usb',
    role: 'administrator',
    officeName: '',
  } as const;
  const work = (stopAt: number) => {
    let steps = 0;
    return {
      file: paths.database,
      key: office.key,
      config: office.config,
      progress: () => {
        steps += 1;
        if (steps === stopAt) throw new FailureError({ code: 'cancelled', text: '' });
      },
      cancelled: () => false,
      steps: () => steps,
    };
  };
  const whole = work(-1);
  makeBackup(input, whole);
  for (const backup of backupsIn(stick).filter(({ name }) => name !== first)) {
    for (const end of ['', '.json', '.keys', '.attachments']) rmSync(join(stick, backup.name + end));
  }
  for (let stopAt = 1; stopAt < whole.steps(); stopAt += 1) {
    for (const [name, path] of onStick()) if (stopAt % 2 === 0 && name !== '') rmSync(path);
    if (stopAt % 2 === 0) makeBackup(input, work(-1));
    expect(() => makeBackup(input, work(stopAt))).toThrow('cancelled');
    expect(await verify(first)).toMatchObject({ verified: true });
  }
  expect(await verify(await backUp())).toMatchObject({ attachments: 3 });
  expect([...onStick().keys()].filter((name) => name.endsWith('.part'))).toEqual([]);
});
