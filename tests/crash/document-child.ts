import { join } from 'node:path';
import { writeDocument } from '../../electron/data/documents/index.ts';
import { saveCopy } from '../../electron/desktop/save-file.ts';

// Makes a document of 5 MB as the worker does, and saves it as the desktop does.
const [folder = ''] = process.argv.slice(2);
const made = join(folder, 'made.pdf');
writeDocument(made, (sink) => {
  for (let page = 0; page < 50; page += 1) sink(Buffer.alloc(100_000, page));
});
await saveCopy(made, join(folder, 'saved.pdf'), { replace: true });
