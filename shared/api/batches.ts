import { z } from 'zod';
import { batchWays } from '../records/pledge-batch.ts';
import { countSchema, idSchema, keysOf, momentSchema, householdNoteSchema, nothing } from './common.ts';
import { dataCall } from './define.ts';
import { notYetReasonSchema, sexSchema, signatureModeSchema } from './pledge-form.ts';

/** What names a batch in a call. */
export const batchIdSchema = z.object({ batch_id: idSchema });
const coverCount = z.int().min(1).max(5000);

/** Counts of a batch: what the right side of the entry screen shows. */
export const batchCountsSchema = z.object({
  /** Forms of the stack, repeats included: what the cover count is compared with. */
  forms: countSchema,
  signed: countSchema,
  thumbprint: countSchema,
  represented: countSchema,
  not_yet: countSchema,
  repeats: countSchema,
  conflicts: countSchema,
});
export type BatchCounts = z.infer<typeof batchCountsSchema>;

/** A form of the batch on the right side of the screen. */
export const batchFormSchema = z.object({
  pledge_id: idSchema,
  repeat_id: idSchema.nullable(),
  version: z.int(),
  form_number: z.int(),
  head_name: z.string(),
  birth: z.string(),
  sex: sexSchema,
  member_count: z.int(),
  signature_mode: signatureModeSchema,
  reason: notYetReasonSchema,
  signed_on: z.string().nullable(),
  note: z.string().nullable(),
  /** A repeat of an earlier form: not saved again; `conflict` when its date or mode differ. */
  repeat: z.boolean(),
  conflict: z.boolean(),
  warnings: z.array(z.string()),
});
export type BatchForm = z.infer<typeof batchFormSchema>;

export const batchSchema = z.object({
  id: idSchema,
  version: z.int(),
  campaign_id: idSchema,
  campaign_title: z.string(),
  campaign_from: z.string(),
  campaign_to: z.string(),
  commune_id: idSchema,
  commune_name: z.string(),
  village_id: idSchema,
  village_name: z.string(),
  way: z.enum(keysOf(batchWays)),
  cover_count: z.int(),
  opened_at: momentSchema,
  closed_at: momentSchema.nullable(),
  counts: batchCountsSchema,
  /** The commune's highest number + 1, repeats included. */
  next_number: z.int(),
  /** The signing date last used in this batch. */
  last_signed_on: z.string().nullable(),
  /** Newest first, at most 12. */
  last_forms: z.array(batchFormSchema),
});
export type Batch = z.infer<typeof batchSchema>;
/** Batches: one stack of forms, or one village's roster, with its cover sheet. */
export const batchCalls = {
  'batches.open': dataCall(
    { access: 'records.write' },
    z.object({
      campaign_id: idSchema,
      village_id: idSchema,
      way: z.enum(keysOf(batchWays)),
      cover_count: coverCount,
    }),
    batchSchema,
  ),
  /** Open batches of everybody, newest first: to go on with one. */
  'batches.unfinished': dataCall(
    { access: 'records.write' },
    nothing,
    z.array(batchSchema.omit({ last_forms: true })),
  ),
  'batches.get': dataCall({ access: 'records.read' }, batchIdSchema, batchSchema),
  'batches.set_cover': dataCall(
    { access: 'records.write' },
    z.object({ batch_id: idSchema, version: z.int(), cover_count: coverCount }),
    batchSchema,
  ),
  /** Compares with the cover sheet; where they differ a note is needed. */
  'batches.close': dataCall(
    { access: 'records.write' },
    z.object({ batch_id: idSchema, version: z.int(), note: householdNoteSchema }),
    z.object({ forms: countSchema, cover_count: countSchema, missing: z.int() }),
  ),
};
