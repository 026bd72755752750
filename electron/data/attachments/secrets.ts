import { randomBytes } from 'node:crypto';
import type BetterSqlite3 from 'better-sqlite3';
import { fail } from '../../../shared/failure.ts';
import type { Database } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { query } from '../database/tables.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import type { FileSecret } from './file-cipher.ts';

const all = statement(() => query.selectFrom('attachment_key').select(['id', 'secret']).orderBy('id'));
const add = statement((given: FileSecret & Record<string, Buffer | number>) =>
  query.insertInto('attachment_key').values({ id: given.id, secret: given.secret }),
);

/** The secrets of files; the first one names them, the last one is for new ones. */
export type Secrets = readonly [FileSecret, ...FileSecret[]];

function asSecrets(rows: readonly FileSecret[]): Secrets | null {
  const [first, ...others] = rows;
  return first ? [first, ...others] : null;
}

function addSecret(database: Database, unit: UnitOfWork): void {
  unit.add(add({ id: database.nextId('attachment_key'), secret: randomBytes(32) }));
}

/** Adds a new secret, where there are any: new files open only with it, those before stay as they are. */
export function renewSecret(database: Database, unit: UnitOfWork): void {
  if (asSecrets(database.all(all()))) addSecret(database, unit);
}

/** The office's secrets; made at the first attachment and durable before any file is sealed with them. */
export function secretsFor(database: Database): Secrets {
  const known = asSecrets(database.all(all()));
  if (known) return known;
  const unit = new UnitOfWork();
  addSecret(database, unit);
  database.commit(unit);
  return asSecrets(database.all(all())) ?? fail('internal', 'Không tạo được khóa của tệp đính kèm.');
}

/** Whether a database, maybe one of an older program, knows attachments at all. */
function knowsAttachments(connection: BetterSqlite3.Database): boolean {
  const tables = "SELECT count(*) FROM sqlite_schema WHERE name IN ('attachment', 'attachment_key')";
  return connection.prepare(tables).pluck().get() === 2;
}

/** The files that any record of a database names, voided ones included, and the secrets that open them. */
export interface NamedFiles {
  readonly secrets: readonly FileSecret[];
  /** name → plain bytes */
  readonly files: ReadonlyMap<string, number>;
}

/** What a database names, read over a connection that only reads; nothing where it is older than attachments. */
export function namedFiles(connection: BetterSqlite3.Database): NamedFiles {
  if (!knowsAttachments(connection)) return { secrets: [], files: new Map() };
  const files = connection
    .prepare<[], [string, number]>(
      `SELECT DISTINCT keyed_hash, byte_count FROM attachment WHERE keyed_hash IS NOT NULL
        ORDER BY keyed_hash`,
    )
    .raw();
  return {
    secrets: connection.prepare<[], FileSecret>('SELECT id, secret FROM attachment_key ORDER BY id').all(),
    files: new Map(files.all()),
  };
}
