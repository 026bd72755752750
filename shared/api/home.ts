import { z } from 'zod';
import { idSchema, nothing } from './common.ts';
import { dataCall } from './define.ts';

/** The kinds whose entries the start page tells of. */
export const entryKinds = [
  'pledge',
  'launch_session',
  'propaganda_session',
  'news_item',
  'advisory_document',
  'forum',
  'opinion',
  'house',
  'labour_turn',
  'receipt',
  'payment',
  'reconciliation',
] as const;

export const homeCalls = {
  /** The start page: what waits, and where to go on. */
  'home.summary': dataCall(
    { access: 'signed_in' },
    nothing,
    z.object({
      /** The newest open campaign. */
      campaign: z
        .object({ id: idSchema, title: z.string(), year: z.int(), households: z.int(), signed: z.int() })
        .nullable(),
      unfinished_batches: z.int(),
      conflicts: z.int(),
      sample_villages: z.int(),
      villages_without_forms: z.int(),
      /** Villages without a launch session in this year; null where none has been held at all. */
      villages_without_launch: z.int().nullable(),
      /** Houses that are late today. */
      late_houses: z.int(),
      /** Receipts and payments that have no number yet. */
      draft_vouchers: z.object({ receipts: z.int(), payments: z.int() }),
      /** What was entered last, of every kind that has a page. */
      last_entries: z.array(
        z.object({
          kind: z.enum(entryKinds),
          id: idSchema,
          name: z.string(),
          /** e.g. village and form number of a pledge */
          detail: z.string(),
          created_at: z.string(),
        }),
      ),
    }),
  ),
};
