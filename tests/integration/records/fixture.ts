import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import type { PledgeForm } from '../../../shared/api/pledge-form.ts';
import { Database } from '../../../electron/data/database/database.ts';
import { migrate } from '../../../electron/data/database/migrate.ts';
import { migrations } from '../../../electron/data/database/migrations/index.ts';
import { createDatabaseFile, openReader } from '../../../electron/data/database/open.ts';
import { UnitOfWork } from '../../../electron/data/database/unit-of-work.ts';
import { uuidv7 } from '../../../electron/data/database/uuid.ts';
import { query } from '../../../electron/data/database/tables.ts';
import { addUser } from '../../../electron/data/people/users.ts';
import {
  planForm,
  type FormPlace,
  type PlannedForm,
} from '../../../electron/data/records/pledges/save-form.ts';
import { insertRecord, type ChangeBy } from '../../../electron/data/records/record-writer.ts';
import { unitsOf } from '../../../electron/data/records/units/directory.ts';
import { communesAt, loadUnits, readCatalogue } from '../../../electron/data/records/units/load.ts';

const key = Buffer.alloc(32, 7);
const day = '2023-12-31';

/** Forms of tests share these values unless they say another. */
export const usualForm: PledgeForm = {
  form_number: 1,
  head_name: 'Vừ Bá Rê',
  birth: '1978',
  sex: 'male',
  ethnicity: null,
  member_count: 5,
  signature_mode: 'signed',
  reason: null,
  signed_on: '2023-03-19',
  note: null,
};

/** An office's encrypted database in a folder of its own, with all units and one user. */
export interface Bench {
  readonly database: Database;
  readonly file: string;
  readonly key: Buffer;
  readonly by: ChangeBy;
  /** A village by the name of its commune and its place there, from 1. */
  readonly village: (commune: string, position: number) => number;
  readonly commune: (name: string) => number;
  readonly campaign: (year: number, title?: string) => number;
  readonly place: (campaignId: number, villageId: number) => FormPlace;
  /** Saves one form as a clerk's save does. */
  readonly save: (place: FormPlace, form?: Partial<PledgeForm>) => PlannedForm;
  /** A connection that only reads, as the worker has it. */
  readonly reader: () => BetterSqlite3.Database;
  readonly close: () => void;
}

/** Makes a bench; close it after the test. */
export function bench(): Bench {
  const folder = mkdtempSync(join(tmpdir(), 'ba-yen-records-'));
  const file = join(folder, 'ba-yen.db');
  const connection = createDatabaseFile(file, key);
  migrate(connection, migrations, '0.1.0', () => undefined);
  const database = new Database(connection, file, 1);
  const catalogue = readCatalogue(resolve('resources'));
  const codes = communesAt(catalogue, day).map(({ code }) => code);
  const unit = new UnitOfWork();
  const workstation = { id: 1, uid: uuidv7(), name: 'may-thu' };
  unit.add(query.insertInto('workstation').values(workstation).compile());
  const user = { id: 1, uid: uuidv7(), login: 'thu', full_name: 'Người thử', role: 'administrator' } as const;
  addUser(unit, user, new Date().toISOString());
  loadUnits(database, unit, catalogue, { communeCodes: codes, date: day });
  database.commit(unit);
  return benchOn(database, file, folder);
}

function benchOn(database: Database, file: string, folder: string): Bench {
  const units = unitsOf(database);
  const by = (): ChangeBy => ({ userId: 1, at: database.now() });
  const commune = (name: string) => {
    const found = units.listAt(day).find((unit) => unit.level === 'commune' && unit.name === name);
    if (!found) throw new Error(`No commune ${name}`);
    return found.id;
  };
  const insert = (kind: Parameters<typeof insertRecord>[2], values: Parameters<typeof insertRecord>[3]) => {
    const unit = new UnitOfWork();
    const row = insertRecord(database, unit, kind, values, by());
    database.commit(unit);
    return row.id;
  };
  return {
    database,
    file,
    key,
    get by() {
      return by();
    },
    commune,
    village: (name, position) => {
      const found = units.villagesOf(commune(name), day)[position - 1];
      if (!found) throw new Error(`No village ${position} in ${name}`);
      return found.id;
    },
    campaign: (year, title = `Ký cam kết năm ${year}`) =>
      insert('pledge_campaign', { year, title, from_date: `${year}-01-01`, to_date: `${year}-12-31` }),
    place: (campaign_id, village_id) => ({
      campaign_id,
      village_id,
      commune_id: units.communeOf(village_id, day),
      batch_id: null,
    }),
    save: (place, form = {}) => {
      const unit = new UnitOfWork();
      const planned = planForm(database, unit, place, { ...usualForm, ...form }, by());
      database.commit(unit);
      return planned;
    },
    reader: () => openReader(file, key),
    close: () => {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
