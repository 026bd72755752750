import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import type { ParsedInput } from '../../../shared/api.ts';
import { fail } from '../../../shared/failure.ts';
import { syncFolder } from '../database/atomic-file.ts';
import { Database } from '../database/database.ts';
import { newDatabaseKey, newEnvelope, writeEnvelope } from '../database/key-envelope.ts';
import { migrate } from '../database/migrate.ts';
import { migrations } from '../database/migrations/index.ts';
import { takeOfficeLock } from '../database/office-lock.ts';
import { createDatabaseFile } from '../database/open.ts';
import { newRecoveryKey, readRecoveryKey } from '../database/recovery-key.ts';
import { failureOfSqlite } from '../database/sqlite-failure.ts';
import { query } from '../database/tables.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { uuidv7 } from '../database/uuid.ts';
import type { DataConfig } from '../messages.ts';
import { addUser } from '../people/users.ts';
import { insertRecord } from '../records/record-writer.ts';
import { loadUnits, readCatalogue } from '../records/units/load.ts';
import { officePaths } from './paths.ts';
import { putSetting, usualIdleMinutes } from './settings.ts';

/** What set-up asks for. */
export type NewOffice = Omit<ParsedInput<'office.create'>, 'folder'>;

/** Rows of a new office, in one unit of work by its first administrator. */
function firstRows(database: Database, office: NewOffice, userUid: string, config: DataConfig): void {
  const at = new Date().toISOString();
  const unit = new UnitOfWork();
  const workstation = { id: database.origin, uid: uuidv7(), name: hostname() };
  unit.add(query.insertInto('workstation').values(workstation).compile());
  const { login, full_name } = office.administrator;
  addUser(unit, { id: 1, uid: userUid, login, full_name, role: 'administrator' }, at);
  putSetting(unit, 'level', office.level);
  putSetting(unit, 'ethnicity_enabled', '0');
  putSetting(unit, 'idle_minutes', String(usualIdleMinutes));
  unit.audit({ action: 'create_office', userId: 1, payload: { about: office.agency.own_agency } });
  loadUnits(database, unit, readCatalogue(config.resources), {
    communeCodes: office.commune_codes,
    date: office.agency.valid_from,
  });
  insertRecord(database, unit, 'agency', { ...office.agency }, { userId: 1, at });
  database.commit(unit);
}

function writeDatabase(file: string, key: Buffer, fill: (database: Database) => void, version: string) {
  const connection = createDatabaseFile(file, key);
  try {
    migrate(connection, migrations, version, () => undefined);
    fill(new Database(connection, file, 1));
    connection.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    connection.close();
  }
}

/** What is left of a half-made office is put aside, never overwritten. */
function putAside(file: string): void {
  if (existsSync(file)) renameSync(file, `${file}.cu-${Date.now()}`);
}

/**
 * Makes a new office in a folder and gives its recovery key, which is shown once. Nothing counts as there until
 * the database is in its place as a whole. Fails with `office_exists`, `in_use`, `read_only`, `disk_full`.
 */
export async function createOffice(folder: string, office: NewOffice, config: DataConfig): Promise<string> {
  const paths = officePaths(folder);
  const making = `${paths.database}.moi`;
  const clear = () =>
    ['', '-wal', '-shm', '-journal'].forEach((end) => rmSync(making + end, { force: true }));
  try {
    mkdirSync(folder, { recursive: true });
    const lock = takeOfficeLock(folder);
    const key = newDatabaseKey();
    try {
      if (existsSync(paths.database))
        fail('office_exists', 'Thư mục này đã có cơ sở dữ liệu. Hãy đăng nhập, hoặc chọn thư mục khác.');
      clear();
      const user = { uid: uuidv7(), login: office.administrator.login };
      const recoveryKey = newRecoveryKey();
      const envelope = await newEnvelope(
        key,
        user,
        office.administrator.password,
        readRecoveryKey(recoveryKey),
      );
      writeDatabase(
        making,
        key,
        (database) => firstRows(database, office, user.uid, config),
        config.programVersion,
      );
      putAside(paths.keys);
      writeEnvelope(paths.keys, envelope);
      renameSync(making, paths.database);
      syncFolder(folder);
      return recoveryKey;
    } finally {
      key.fill(0);
      clear();
      lock.release();
    }
  } catch (error) {
    throw failureOfSqlite(error);
  }
}
