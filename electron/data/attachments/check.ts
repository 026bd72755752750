import { readFileSync, statSync } from 'node:fs';
import type { CallOutput } from '../../../shared/api.ts';
import { kindNames } from '../../../shared/records/index.ts';
import { openReader } from '../database/open.ts';
import { defineTask, stopIfCancelled } from '../jobs/task.ts';
import { isWhole } from './file-cipher.ts';
import { attachmentsBeside, fileOf } from './files.ts';
import { namedFiles } from './secrets.ts';

type Checked = CallOutput<'attachments.check'>;
type Fault = Checked['faults'][number];

interface Owner {
  readonly owner_kind: string;
  readonly owner_id: number;
  readonly file_name: string;
}

const mostFaults = 1000;

/** Reads every file that a record names, in the worker; tells which are missing or damaged and whose they are. */
export const checkAttachmentsTask = defineTask<null, Checked>('check_attachments', (_input, context) => {
  const connection = openReader(context.file, context.key);
  try {
    const { secrets, files } = namedFiles(connection);
    const folder = attachmentsBeside(context.file);
    const owners = connection.prepare<[string], Owner>(
      'SELECT owner_kind, owner_id, file_name FROM attachment WHERE keyed_hash = ? ORDER BY id',
    );
    const faults: Fault[] = [];
    let done = 0;
    for (const name of files.keys()) {
      stopIfCancelled(context);
      context.progress('Đang đọc tệp đính kèm', done, files.size);
      done += 1;
      const file = fileOf(folder, name);
      const there = statSync(file, { throwIfNoEntry: false })?.isFile() === true;
      if (there && isWhole(secrets, name, readFileSync(file))) continue;
      const fault = there ? 'damaged' : 'missing';
      for (const { owner_kind, ...owner } of owners.all(name)) {
        const kind = kindNames.find((one) => one === owner_kind);
        if (kind && faults.length < mostFaults) faults.push({ fault, owner_kind: kind, ...owner });
      }
    }
    return { files: files.size, faults };
  } finally {
    connection.close();
  }
});
