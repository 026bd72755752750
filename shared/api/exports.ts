import { z } from 'zod';
import { kindNames } from '../records/index.ts';
import { dateSchema, documentIdSchema } from './common.ts';
import { dataJob } from './define.ts';
import { documentSchema } from './documents.ts';
import { filterSchema } from './records.ts';

/** A list as it stands on the screen, and what of its records may leave the program. */
const listSchema = z.object({
  kind: z.enum(kindNames),
  filter: filterSchema,
  sort: z.object({ field: z.string(), descending: z.boolean() }).optional(),
  /** Personal data too; the trail then names the fields. */
  sensitive: z.boolean().default(false),
  /** What is for the office alone too; needs the right to read it. */
  internal: z.boolean().default(false),
});

export const exportCalls = {
  /** The list as a spreadsheet; `documents.save` then asks where to. */
  'exports.xlsx': dataJob(
    { access: 'documents.make' },
    listSchema,
    z.object({ document_id: documentIdSchema, file_name: z.string(), rows: z.int() }),
  ),
  /** The list as its book, ready to be signed. */
  'exports.book': dataJob(
    { access: 'documents.make' },
    listSchema.extend({ document_date: dateSchema }),
    z.object({ documents: z.array(documentSchema) }),
  ),
};
