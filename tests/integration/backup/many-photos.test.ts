import { randomBytes, randomInt } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attachmentHandlers } from '../../../electron/data/attachments/handlers.ts';
import { openAttachment } from '../../../electron/data/attachments/open.ts';
import { backupHandlers } from '../../../electron/data/backup/handlers.ts';
import { manifestName } from '../../../electron/data/backup/listing.ts';
import { logIn } from '../../../electron/data/office/access.ts';
import type { Office } from '../../../electron/data/office/office.ts';
import { jpegHead } from '../../unit/attachments/samples.ts';
import {
  configIn,
  contextOf,
  officeOn,
  password,
  readyOffice,
  saveTeam,
  scratch,
} from '../office/new-office.ts';

// 2,000 photos through a backup, a second one, verify and restore.

const photos = 2000;
const token = 'chosen-folder-token';
let place: ReturnType<typeof scratch>;
let office: Office;
let stick: string;
const put = new Map<number, Buffer>();

const on = (one: Office) => contextOf(one, { [token]: { path: stick, removable: true, shown: 'USB (E:)' } });

async function attach(owner_id: number): Promise<void> {
  const bytes = Buffer.concat([jpegHead(1600, 1200), randomBytes(randomInt(20_000, 60_000))]);
  const path = join(place.folder, 'chosen.jpg');
  writeFileSync(path, bytes);
  const file = 'chosen_file_token_';
  const context = contextOf(office, { [file]: { path, removable: false, shown: 'ảnh.jpg' } });
  const input = {
    owner_kind: 'team',
    owner_id,
    file,
    original: true,
    reduced: null,
    note: null,
    photo_stage: null,
  } as const;
  put.set((await attachmentHandlers['attachments.add'](input, context)).id, bytes);
}

const times = (folder: string) =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => [
      name,
      statSync(join(folder, name)).ino,
    ]),
  );

beforeAll(async () => {
  place = scratch();
  stick = join(place.folder, 'stick');
  mkdirSync(stick);
  ({ office } = await readyOffice(place.config));
  await logIn(office, 'quantri', password);
});
afterAll(async () => {
  await office.close();
  place.clear();
});

test(
  'all come back byte for byte, and the second backup writes none of them again',
  { timeout: 240_000 },
  async () => {
    const team = saveTeam(office, 'Đội An ninh');
    for (let count = 0; count < photos; count += 1) await attach(team);
    const first = await backupHandlers['backup.make']({ folder: token }, on(office));
    expect(first.manifest.attachments).toMatchObject({ files: photos, missing: 0 });
    expect(statSync(join(stick, manifestName(first.name))).size).toBeLessThan(100_000);
    const store = join(stick, 'attachments');
    const before = times(store);
    for (let count = 0; count < 5; count += 1) await attach(team);
    const second = await backupHandlers['backup.make']({ folder: token }, on(office));
    const after = times(store);
    expect([...after.keys()].filter((name) => name.length > 60)).toHaveLength(photos + 5);
    for (const [name, inode] of before) expect(after.get(name)).toBe(inode);
    const verified = await backupHandlers['backup.verify']({ folder: token, name: second.name }, on(office));
    expect(verified).toMatchObject({ verified: true, attachments: photos + 5 });
    const { office: bare, events } = officeOn(configIn(join(place.folder, 'bare')));
    await backupHandlers['backup.restore'](
      { folder: token, name: second.name, login: 'quantri', secret: password },
      on(bare),
    );
    await logIn(bare, 'quantri', password);
    for (const [id, bytes] of put) {
      const opened = await openAttachment(bare, id);
      if (!Buffer.from(opened.bytes).equals(bytes))
        throw new Error(`attachment ${id} is not what was put in`);
    }
    expect(events.filter(({ type }) => type === 'trouble')).toEqual([]);
    await bare.close();
    // The sealed files are the same bytes as well: what a restore brings can be compared with any backup.
    const [sample = ''] = [...after.keys()].filter((name) => name.length > 60);
    expect(
      readFileSync(join(bare.paths.attachments, sample)).equals(
        readFileSync(join(office.paths.attachments, sample)),
      ),
    ).toBe(true);
    rmSync(store, { recursive: true });
  },
);
