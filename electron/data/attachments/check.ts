import type BetterSqlite3 from 'better-sqlite3';
import type { CallOutput } from '../../../shared/api.ts';
import { kindNames } from '../../../shared/records/index.ts';
import { openReader } from '../database/open.ts';
import { type Task, stopIfCancelled } from '../jobs/task.ts';
import { readWhole, type FileFault } from './file-state.ts';
import { attachmentsBeside } from './files.ts';
import { namedFiles } from './secrets.ts';

/** What was found in the folder of attachments. */
export interface CheckedFiles extends Pick<CallOutput<'attachments.check'>, 'files' | 'count' | 'faults'> {
  /** The names of all files at fault. */
  readonly names: readonly string[];
}
type Owner = CheckedFiles['faults'][number]['owners'][number];

/** So many files are told one by one, each with so many of the records that name it; all are counted. */
const mostTold = 1000;
const mostOwners = 5;

/** Who names a file, the first few of them, and how many there are. */
function ownersIn(connection: BetterSqlite3.Database) {
  const owners = connection.prepare<[string], Omit<Owner, 'owner_kind'> & { owner_kind: string }>(
    'SELECT owner_kind, owner_id, file_name FROM attachment WHERE keyed_hash = ? ORDER BY id',
  );
  return (name: string) => {
    const all = owners.all(name).flatMap(({ owner_kind, ...owner }) => {
      const kind = kindNames.find((one) => one === owner_kind);
      return kind ? [{ owner_kind: kind, ...owner }] : [];
    });
    return { named_by: all.length, owners: all.slice(0, mostOwners) };
  };
}

/**
 * Reads every file that a record names, in the worker; tells which are missing, damaged or not to be read and whose
 * they are. Each file counts once, however many records name it, and none stops the check.
 */
export const checkAttachmentsTask: Task<null, CheckedFiles> = (_input, context) => {
  const connection = openReader(context.file, context.key);
  try {
    const named = namedFiles(connection);
    const folder = attachmentsBeside(context.file);
    const ownersOf = ownersIn(connection);
    const found: { name: string; fault: FileFault }[] = [];
    let done = 0;
    for (const name of named.files.keys()) {
      stopIfCancelled(context);
      context.progress('Đang đọc tệp đính kèm', done, named.files.size);
      done += 1;
      const fault = readWhole(folder, name, named);
      if (typeof fault === 'string') found.push({ name, fault });
    }
    const count = { missing: 0, damaged: 0, unreadable: 0 };
    for (const { fault } of found) count[fault] += 1;
    return {
      files: named.files.size,
      count,
      faults: found.slice(0, mostTold).map(({ name, fault }) => ({ fault, ...ownersOf(name) })),
      names: found.map(({ name }) => name),
    };
  } finally {
    connection.close();
  }
};
