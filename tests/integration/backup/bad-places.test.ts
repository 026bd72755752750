import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupHandlers } from '../../../electron/data/backup/handlers.ts';
import { keysName, manifestName } from '../../../electron/data/backup/listing.ts';
import { makeBackup, type MakeBackup, type Work } from '../../../electron/data/backup/make.ts';
import { logIn } from '../../../electron/data/office/access.ts';
import type { Office } from '../../../electron/data/office/office.ts';
import { manifestSchema } from '../../../shared/api/backup.ts';
import {
  contextOf,
  failureOf,
  password,
  readyOffice,
  saveTeam,
  scratch,
  teamsOf,
} from '../office/new-office.ts';

const token = 'chosen-folder-token';
let place: ReturnType<typeof scratch>;
let office: Office;
let stick: string;
let mounted = false;

/** A tiny file system of its own as stick; needs root, as the whole integration suite does. */
function mountStick(kib: number): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kib}k`, 'tmpfs', stick]);
  mounted = true;
}

const on = () => contextOf(office, { [token]: { path: stick, removable: true, shown: 'USB (E:)' } });
const backUp = () => backupHandlers['backup.make']({ folder: token }, on());
const verify = (name: string) => backupHandlers['backup.verify']({ folder: token, name }, on());

function input(): MakeBackup {
  const { backups: work, keys } = office.paths;
  return { folder: stick, work, keys, cause: 'usb', role: 'clerk', officeName: 'CÔNG AN HUYỆN KỲ SƠN' };
}

function work(onProgress: (step: string) => void, cancelled = () => false): Work {
  const { file } = office.database;
  return { file, key: office.key, config: office.config, progress: onProgress, cancelled };
}

beforeEach(async () => {
  place = scratch();
  stick = join(place.folder, 'stick');
  mkdirSync(stick);
  ({ office } = await readyOffice(place.config));
  await logIn(office, 'quantri', password);
  saveTeam(office, 'Đội An ninh');
});

afterEach(async () => {
  expect(teamsOf(office)).toContain('Đội An ninh');
  expect(existsSync(office.paths.backups) ? readdirSync(office.paths.backups) : []).toEqual([]);
  await office.close();
  if (mounted) execFileSync('umount', ['-l', stick]);
  mounted = false;
  place.clear();
});

test('a stick that is too small is told before anything is copied', async () => {
  mountStick(64);
  expect((await failureOf(backUp)).code).toBe('disk_full');
  expect(readdirSync(stick)).toEqual([]);
});

test('a stick that fills up during the copy', async () => {
  mountStick(8192);
  const failure = await failureOf(() =>
    makeBackup(
      input(),
      work((step) => {
        const filler = join(stick, 'other.bin');
        if (step === 'Đang chép' && !existsSync(filler)) {
          const file = openSync(filler, 'w');
          try {
            for (;;) writeSync(file, Buffer.alloc(4096));
          } catch {
            closeSync(file);
          }
        }
      }),
    ),
  );
  expect(failure.code).toBe('disk_full');
  expect(readdirSync(stick)).toEqual(['other.bin']);
});

test('a read-only stick', async () => {
  mountStick(8192);
  execFileSync('mount', ['-o', 'remount,ro', stick]);
  expect((await failureOf(backUp)).code).toBe('read_only');
});

test('a stick pulled out during the copy', async () => {
  mountStick(8192);
  const failure = await failureOf(() =>
    makeBackup(
      input(),
      work((step) => {
        if (step === 'Đang chép' && mounted) {
          execFileSync('umount', ['-l', stick]);
          mounted = false;
        }
      }),
    ),
  );
  expect(failure.code).toBe('removed');
  expect(readdirSync(stick)).toEqual([]);
});

test('a folder that disappears, and one that never was', async () => {
  const failure = await failureOf(() =>
    makeBackup(
      input(),
      work((step) => {
        if (step === 'Đang đọc lại và so sánh') rmSync(stick, { recursive: true, force: true });
      }),
    ),
  );
  expect(failure.code).toBe('removed');
  expect((await failureOf(backUp)).code).toBe('removed');
});

test('cancelled in the middle, nothing is left', async () => {
  let steps = 0;
  const failure = await failureOf(() =>
    makeBackup(
      input(),
      work(
        () => (steps += 1),
        () => steps > 3,
      ),
    ),
  );
  expect(failure.code).toBe('cancelled');
  expect(readdirSync(stick)).toEqual([]);
});

test('files of the same names stay what they are', async () => {
  const first = await backUp();
  const before = readFileSync(join(stick, first.name));
  const second = await backUp();
  expect(second.name).not.toBe(first.name);
  expect(readFileSync(join(stick, first.name)).equals(before)).toBe(true);
});

test('a file that takes the name during the copy is not overwritten', async () => {
  let taken = '';
  const failure = await failureOf(() =>
    makeBackup(
      input(),
      work((step) => {
        const part = readdirSync(stick).find((name) => name.endsWith('.part'));
        if (step !== 'Đang đọc lại và so sánh' || !part) return;
        taken = join(stick, part.replace('.part', ''));
        writeFileSync(taken, 'another file');
      }),
    ),
  );
  expect(failure.code).toBe('file_exists');
  expect(readFileSync(taken, 'utf8')).toBe('another file');
});

test.each([
  ['one byte changed', (file: string) => flip(file)],
  ['cut short', (file: string) => truncateSync(file, 8192)],
  ['grown', (file: string) => appendFileSync(file, 'x')],
  ['gone', (file: string) => rmSync(file)],
  ['its keys gone', (file: string) => rmSync(keysName(file))],
  ['its keys changed', (file: string) => appendFileSync(keysName(file), ' ')],
  ['its manifest changed into nonsense', (file: string) => writeFileSync(manifestName(file), '{')],
  ['its manifest with other counts', (file: string) => editManifest(file, { chain_length: 1 })],
])('a damaged backup is refused: %s', async (_what, damage) => {
  const { name } = await backUp();
  damage(join(stick, name));
  expect((await failureOf(() => verify(name))).code).toBe('damaged');
  const restore = backupHandlers['backup.restore']({ folder: token, name, proof: password }, on());
  expect((await failureOf(() => restore)).code).toBe('damaged');
});

test('a changed backup whose hash was changed with it is still refused', async () => {
  const { name } = await backUp();
  const file = join(stick, name);
  flip(file);
  const sum = execFileSync('sha256sum', [file], { encoding: 'utf8' }).slice(0, 64);
  const { files } = manifestSchema.parse(JSON.parse(readFileSync(manifestName(file), 'utf8')));
  editManifest(file, { files: { ...files, [name]: sum } });
  expect((await failureOf(() => verify(name))).code).toBe('damaged');
});

test('a backup of a newer program is refused with both versions named', async () => {
  const { name } = await backUp();
  editManifest(join(stick, name), { schema_version: 99 });
  const failure = await failureOf(() => verify(name));
  expect(failure.code).toBe('newer_program');
  expect(failure.text).toMatch(/99.*0\.1\.0/);
  const preview = await backupHandlers['backup.preview']({ folder: token, name }, on());
  expect(preview.newer_program).toBe(true);
});

test('a copy is a backup only where its manifest is', async () => {
  const { name } = await backUp();
  copyFileSync(join(stick, name), join(stick, 'ba-yen-x.bayen'));
  rmSync(join(stick, manifestName(name)));
  expect(await backupHandlers['backup.list']({ folder: token }, on())).toEqual([]);
});

function flip(file: string): void {
  const bytes = readFileSync(file);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

function editManifest(file: string, change: object): void {
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(manifestName(file), 'utf8')));
  writeFileSync(manifestName(file), JSON.stringify({ ...manifest, ...change }));
}
