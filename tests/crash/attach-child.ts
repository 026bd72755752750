import { createHash } from 'node:crypto';
import { writeFileSync, writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { attachmentHandlers } from '../../electron/data/attachments/handlers.ts';
import { secretsFor } from '../../electron/data/attachments/secrets.ts';
import { sweepUnnamed } from '../../electron/data/attachments/sweep.ts';
import { makeBackup } from '../../electron/data/backup/make.ts';
import { configIn, contextOf, officeOn } from '../integration/office/new-office.ts';
import { jpegHead } from '../unit/attachments/samples.ts';

// Attaches photos until it is killed. Every line on standard output acknowledges something that must survive.

/** The photo of that name: other bytes for every name, the same ones in every process. */
export function photoOf(name: string): Buffer {
  const seed = createHash('sha256').update(name).digest();
  return Buffer.concat([jpegHead(1600, 1200), Buffer.alloc(700_000, seed)]);
}

async function attachForEver(
  mode: string,
  root: string,
  keyHex: string,
  userUid: string,
  copies: string,
): Promise<void> {
  const acknowledge = (text: string) => writeSync(1, `${text}\n`);
  const { office } = officeOn(configIn(root));
  await office.open(Buffer.from(keyHex, 'hex'), userUid);
  const who = { user_id: 1, login: 'quantri', full_name: 'X', role: 'administrator', locked: false } as const;
  office.setSession(who);
  const path = join(root, 'photo.jpg');
  const file = 'chosen_file_token_';
  const context = contextOf(office, { [file]: { path, removable: false, shown: 'anh.jpg' } });
  const owner = { owner_kind: 'team', owner_id: 1 } as const;
  const { paths, config, key } = office;
  const input = {
    work: paths.backups,
    keys: paths.keys,
    cause: 'folder',
    role: 'clerk',
    officeName: 'X',
  } as const;
  const quiet = { progress: () => undefined, cancelled: () => false };
  // Made at the first attachment, in a save of its own.
  secretsFor(office.database);
  acknowledge('ready');
  for (let count = 0; ; count += 1) {
    const name = `${process.pid}-${count}`;
    writeFileSync(path, photoOf(name));
    if (mode === 'once') acknowledge('REQUEST');
    const { id } = await attachmentHandlers['attachments.add'](
      { ...owner, file, original: true, reduced: null, note: null, photo_stage: null },
      context,
    );
    if (mode === 'once') {
      acknowledge('ANSWER');
      process.exit(0);
    }
    acknowledge(`attached ${id} ${name}`);
    if (mode !== 'backup') continue;
    const made = makeBackup({ ...input, folder: copies }, { file: paths.database, key, config, ...quiet });
    acknowledge(`backup ${made.file}`);
    sweepUnnamed(office.database, paths.attachments);
  }
}

const [mode = '', root = '', keyHex = '', userUid = '', copies = ''] = process.argv.slice(2);
if (process.argv[1]?.endsWith('attach-child.ts')) {
  // Node does it by itself only where a process comes to its own end.
  flushCompileCache();
  await attachForEver(mode, root, keyHex, userUid, copies);
}
