import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { makeBackup } from '../../electron/data/backup/make.ts';
import { restoreProven } from '../../electron/data/backup/restore-office.ts';
import { UnitOfWork } from '../../electron/data/database/unit-of-work.ts';
import type { Database } from '../../electron/data/database/database.ts';
import { migrations } from '../../electron/data/database/migrations/index.ts';
import { query } from '../../electron/data/database/tables.ts';
import { openDatabase } from '../../electron/data/office/open-database.ts';
import { insertRecord } from '../../electron/data/records/record-writer.ts';
import { configIn, contextOf, officeOn } from '../integration/office/new-office.ts';
import { nextMigration } from './next-migration.ts';

// Opened by its key, without scrypt. Every line on standard output acknowledges something that must survive.
const [mode = '', root = '', keyHex = '', argument = ''] = process.argv.slice(2);
const key = Buffer.from(keyHex, 'hex');
const { office } = officeOn(configIn(root));
const { paths, config } = office;
const acknowledge = (text: string) => writeSync(1, `${text}\n`);

// Node does it by itself only where a process comes to its own end.
flushCompileCache();

function save(database: Database, name: string): void {
  const unit = new UnitOfWork();
  const by = { userId: 1, at: new Date().toISOString() };
  insertRecord(database, unit, 'team', { name, short_name: null, note: null }, by);
  database.commit(unit);
}

function backUp(): string {
  const { backups, keys, database: file } = paths;
  const input = {
    folder: argument,
    work: backups,
    keys,
    cause: 'folder',
    role: 'clerk',
    officeName: 'X',
  } as const;
  const quiet = { progress: () => undefined, cancelled: () => false };
  return makeBackup(input, { file, key, config, ...quiet }).file;
}

async function restoreForEver(): Promise<void> {
  const database = await office.open(Buffer.from(key), argument);
  const [name = ''] = database
    .all(query.selectFrom('setting').select('value as name').where('name', '=', 'test_backup').compile())
    .map((row) => row.name);
  const session = {
    user_id: 1,
    login: 'quantri',
    full_name: 'X',
    role: 'administrator',
    locked: false,
  } as const;
  office.setSession(session);
  acknowledge('ready');
  for (;;) {
    const proven = { key: Buffer.from(key), userUid: argument };
    await restoreProven(contextOf(office), `${root}/made`, name, {}, proven);
    acknowledge('restored');
  }
}

if (mode === 'migrate') {
  acknowledge('ready');
  openDatabase(paths, key, config.programVersion, [...migrations, nextMigration]);
  acknowledge('migrated');
} else if (mode === 'restore') {
  await restoreForEver();
} else {
  const { database } = openDatabase(paths, key, config.programVersion);
  if (mode === 'once') {
    acknowledge('REQUEST');
    save(database, 'Đội thử');
    acknowledge('ANSWER');
    process.exit(0);
  }
  acknowledge('ready');
  for (let count = 0; ; count += 1) {
    const name = `Đội ${process.pid}-${count}`;
    save(database, name);
    acknowledge(`saved ${name}`);
    if (mode === 'backup') acknowledge(`backup ${backUp()}`);
  }
}
