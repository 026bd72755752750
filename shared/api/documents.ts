import { z } from 'zod';
import { dateSchema, documentIdSchema, done, idSchema, jobSchema, nothing, tokenSchema } from './common.ts';
import { dataCall, dataJob, desktopCall } from './define.ts';

export const documentSchema = z.object({
  document_id: documentIdSchema,
  /** Vietnamese, for the screen. */
  title: z.string(),
  /** Suggested file name, e.g. `register-16828.pdf`. */
  file_name: z.string(),
  pages: z.int(),
  rows: z.int(),
  signed: z.int(),
});
export type MadeDocument = z.infer<typeof documentSchema>;

export const documentCalls = {
  /** A village's, a commune's, or every commune's register, one document a commune. */
  'register.make': dataJob(
    { access: 'documents.make' },
    z.object({
      campaign_id: idSchema,
      scope: z.enum(['village', 'commune', 'all']),
      /** The village or commune; absent for all. */
      unit_id: idSchema.optional(),
      order: z.enum(['form_number', 'name']).default('form_number'),
      ethnicity: z.boolean().default(false),
      signature_column: z.boolean().default(false),
      /** With reasons; marked as internal. */
      internal: z.boolean().default(false),
      document_date: dateSchema,
    }),
    z.object({ documents: z.array(documentSchema) }),
  ),
  /** For the village meeting: known households with empty columns for date and signature. */
  'meeting_sheet.make': dataJob(
    { access: 'documents.make' },
    z.object({ campaign_id: idSchema, village_id: idSchema, document_date: dateSchema }),
    z.object({ documents: z.array(documentSchema) }),
  ),
  'documents.test_page': dataCall({ access: 'documents.make' }, nothing, documentSchema),
  /** A one-time address, relative to the page's own origin, to show a document made before. */
  'documents.address': desktopCall(
    { access: 'unlocked' },
    z.object({ document_id: documentIdSchema }),
    z.object({ address: z.string() }),
  ),
  /** Asks where to, writes the file; `saved_as` is null when the person cancels. */
  'documents.save': desktopCall(
    { access: 'unlocked' },
    z.object({ document_id: documentIdSchema, file_name: z.string().max(120) }),
    z.object({ saved_as: z.string().nullable() }),
  ),
  /** Several documents into one chosen folder. */
  'documents.save_all': desktopCall(
    { access: 'documents.make' },
    z.object({
      documents: z
        .array(z.object({ document_id: documentIdSchema, file_name: z.string().max(120) }))
        .max(100),
    }),
    z.object({ saved_in: z.string().nullable() }),
  ),
  'documents.print': desktopCall(
    { access: 'unlocked' },
    z.object({
      document_id: documentIdSchema,
      printer: z.string().max(200),
      copies: z.int().min(1).max(20).default(1),
    }),
    done,
  ),
  'desktop.printers': desktopCall(
    { access: 'public' },
    nothing,
    z.array(z.object({ name: z.string(), shown: z.string(), is_default: z.boolean() })),
  ),
  /** The person chooses a folder; null when cancelled. */
  'desktop.choose_folder': desktopCall(
    { access: 'public' },
    z.object({ purpose: z.enum(['database', 'backup', 'restore']) }),
    z.object({ folder: tokenSchema, shown: z.string() }).nullable(),
  ),
  'desktop.drives': desktopCall(
    { access: 'public' },
    nothing,
    z.array(
      z.object({
        folder: tokenSchema,
        label: z.string(),
        shown: z.string(),
        file_system: z.string(),
        free_bytes: z.number(),
        total_bytes: z.number(),
        read_only: z.boolean(),
      }),
    ),
  ),
  'jobs.cancel': dataCall({ access: 'public' }, jobSchema, done),
};
