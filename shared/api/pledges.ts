import { z } from 'zod';
import { batchWays } from '../records/pledge-batch.ts';
import { repeatResolutions } from '../records/pledge-repeat.ts';
import { notYetReasons, pledge, signatureModes } from '../records/pledge.ts';
import { fieldSchema } from '../records/schema.ts';
import { dateSchema, done, idSchema, momentSchema, noteSchema, nothing, reasonSchema } from './common.ts';
import { dataCall, dataJob } from './define.ts';

const keysOf = <T extends Record<string, string>>(words: T) =>
  Object.keys(words) as [keyof T & string, ...(keyof T & string)[]];
const mode = z.enum(keysOf(signatureModes));
const notYetReason = z.enum(keysOf(notYetReasons)).nullable();
const text = (name: 'head_name' | 'birth') => fieldSchema(pledge.fields[name]) as z.ZodType<string, string>;
const count = z.int().min(0);
const sex = z.enum(['male', 'female']);

/** The head and the household as written on one form. */
export const formHead = {
  head_name: text('head_name'),
  birth: text('birth'),
  sex,
  /** A code; only where the office has switched ethnicity on. */
  ethnicity: z.string().max(40).nullable().default(null),
  member_count: fieldSchema(pledge.fields.member_count) as z.ZodType<number, number>,
};

/** How and when it was signed. */
export const formSignature = {
  signature_mode: mode,
  reason: notYetReason.default(null),
  signed_on: dateSchema.nullable(),
  note: noteSchema,
};

/** A filled-in form, as typed from paper. */
export const pledgeFormSchema = z.object({
  form_number: z.int().min(1).max(999_999),
  ...formHead,
  ...formSignature,
});
export type PledgeForm = z.infer<typeof pledgeFormSchema>;

/** Counts of a batch: what the right side of the entry screen shows. */
export const batchCountsSchema = z.object({
  /** Forms of the stack, repeats included: what the cover count is compared with. */
  forms: count,
  signed: count,
  thumbprint: count,
  represented: count,
  not_yet: count,
  repeats: count,
  conflicts: count,
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
  sex,
  member_count: z.int(),
  signature_mode: mode,
  reason: z.enum(keysOf(notYetReasons)).nullable(),
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

const saved = z.object({
  outcome: z.enum(['saved', 'repeat']),
  pledge_id: idSchema,
  household_id: idSchema,
  /** A repeat that differs from the first form in date or mode only. */
  conflict: z.boolean(),
  /** The pledge was given to a household known from before. */
  linked: z.boolean(),
  next_number: z.int(),
  counts: batchCountsSchema,
  last: batchFormSchema,
});
export type SavedForm = z.infer<typeof saved>;

const batchId = z.object({ batch_id: idSchema });

export const pledgeCalls = {
  'campaigns.close': dataCall(
    { access: 'campaign.close' },
    z.object({ id: idSchema, version: z.int() }),
    done,
  ),
  'campaigns.reopen': dataCall(
    { access: 'campaign.reopen' },
    z.object({ id: idSchema, version: z.int(), reason: reasonSchema }),
    done,
  ),
  'batches.open': dataCall(
    { access: 'records.write' },
    z.object({
      campaign_id: idSchema,
      village_id: idSchema,
      way: z.enum(keysOf(batchWays)),
      cover_count: z.int().min(1).max(5000),
    }),
    batchSchema,
  ),
  /** Open batches of everybody, newest first: to go on with one. */
  'batches.unfinished': dataCall(
    { access: 'records.write' },
    nothing,
    z.array(batchSchema.omit({ last_forms: true })),
  ),
  'batches.get': dataCall({ access: 'records.read' }, batchId, batchSchema),
  'batches.set_cover': dataCall(
    { access: 'records.write' },
    z.object({ batch_id: idSchema, version: z.int(), cover_count: z.int().min(1).max(5000) }),
    batchSchema,
  ),
  /** Compares with the cover sheet; where they differ a note is needed. */
  'batches.close': dataCall(
    { access: 'records.write' },
    z.object({ batch_id: idSchema, version: z.int(), note: noteSchema }),
    z.object({ forms: count, cover_count: count, missing: z.int() }),
  ),
  /** Soft warnings of what is typed so far; answered as soon as a field is left. */
  'pledges.check': dataCall(
    { access: 'records.write' },
    z.object({
      batch_id: idSchema,
      form_number: z.int().optional(),
      head_name: z.string().max(480).optional(),
      birth: z.string().max(20).optional(),
      sex: sex.optional(),
      member_count: z.int().optional(),
      signed_on: dateSchema.nullable().optional(),
      /** Leave this pledge out: it is being corrected. */
      except_pledge_id: idSchema.optional(),
    }),
    z.object({ warnings: z.array(z.object({ field: z.string(), text: z.string() })) }),
  ),
  /** Saves one form of a stack; acknowledged only when durable. `reason_for_change` where the campaign is closed. */
  'pledges.save': dataCall(
    { access: 'records.write' },
    pledgeFormSchema.extend({ batch_id: idSchema, reason_for_change: reasonSchema.optional() }),
    saved,
  ),
  /** Many forms of one campaign, in short transactions; refused forms are told and the rest is saved. */
  'pledges.save_many': dataJob(
    { access: 'records.write', maxBytes: 30_000_000 },
    z.object({
      campaign_id: idSchema,
      forms: z.array(pledgeFormSchema.extend({ village_id: idSchema })).max(50_000),
      reason_for_change: reasonSchema.optional(),
    }),
    z.object({
      saved: count,
      repeats: count,
      conflicts: count,
      refused: z.array(z.object({ form_number: z.int(), text: z.string() })),
    }),
  ),
  /** The households of the batch's village with their pledge in its campaign, by name. */
  'pledges.roster': dataCall(
    { access: 'records.write' },
    batchId,
    z.array(
      z.object({
        household_id: idSchema,
        head_name: z.string(),
        birth: z.string(),
        sex,
        member_count: z.int(),
        pledge_id: idSchema.nullable(),
        pledge_version: z.int().nullable(),
        form_number: z.int().nullable(),
        signature_mode: mode.nullable(),
        reason: z.enum(keysOf(notYetReasons)).nullable(),
        signed_on: z.string().nullable(),
      }),
    ),
  ),
  /** Roster: one known household, one key. Marks anew where it was marked before in this batch. */
  'pledges.mark': dataCall(
    { access: 'records.write' },
    z.object({
      batch_id: idSchema,
      household_id: idSchema,
      ...formSignature,
      reason_for_change: reasonSchema.optional(),
    }),
    saved,
  ),
  /** "Tất cả đã ký, trừ …": marks every household of the village that has no pledge yet. */
  'pledges.mark_rest': dataCall(
    { access: 'records.write' },
    z.object({
      batch_id: idSchema,
      signed_on: dateSchema,
      /** Both from paper: refused unless they agree with each other and with what would be marked. */
      cover_count: z.int().min(1),
      paper_total: z.int().min(1),
      reason_for_change: reasonSchema.optional(),
    }),
    z.object({ marked: count, counts: batchCountsSchema }),
  ),
  /** Takes back what `mark_rest` marked in this batch. */
  'pledges.unmark_rest': dataCall(
    { access: 'records.write' },
    batchId,
    z.object({ unmarked: count, counts: batchCountsSchema }),
  ),
  /** Corrects a form, and its household where that still shows what the form said. */
  'pledges.correct': dataCall(
    { access: 'records.write' },
    pledgeFormSchema.extend({
      pledge_id: idSchema,
      version: z.int(),
      reason_for_change: reasonSchema.optional(),
    }),
    z.object({ version: z.int() }),
  ),
  /** Voids the form, and its household where no other form names it. */
  'pledges.void': dataCall(
    { access: 'records.void' },
    z.object({ pledge_id: idSchema, version: z.int(), reason: reasonSchema }),
    done,
  ),
  'pledges.restore': dataCall(
    { access: 'records.void' },
    z.object({ pledge_id: idSchema, version: z.int(), reason: reasonSchema }),
    done,
  ),
  'pledges.void_repeat': dataCall(
    { access: 'records.void' },
    z.object({ repeat_id: idSchema, reason: reasonSchema }),
    done,
  ),
  /** "Cần đối chiếu": repeats that differ from the first form. */
  'pledges.conflicts': dataCall(
    { access: 'records.read' },
    z.object({ campaign_id: idSchema.optional(), resolved: z.boolean().default(false) }),
    z.array(
      z.object({
        repeat_id: idSchema,
        version: z.int(),
        commune_name: z.string(),
        village_name: z.string(),
        head_name: z.string(),
        birth: z.string(),
        member_count: z.int(),
        first: z.object({
          pledge_id: idSchema,
          form_number: z.int(),
          signature_mode: mode,
          signed_on: z.string().nullable(),
        }),
        repeat: z.object({
          form_number: z.int(),
          signature_mode: mode,
          signed_on: z.string().nullable(),
        }),
        resolution: z.enum(keysOf(repeatResolutions)).nullable(),
      }),
    ),
  ),
  'pledges.resolve_conflict': dataCall(
    { access: 'records.write' },
    z.object({
      repeat_id: idSchema,
      version: z.int(),
      resolution: z.enum(keysOf(repeatResolutions)),
      note: noteSchema,
      reason_for_change: reasonSchema.optional(),
    }),
    done,
  ),
  'coverage.table': dataCall(
    { access: 'records.read' },
    z.object({ campaign_id: idSchema }),
    z.object({
      communes: z.array(
        z.object({
          commune_id: idSchema,
          name: z.string(),
          villages: z.array(
            z.object({
              village_id: idSchema,
              name: z.string(),
              /** The commune's own count for the campaign's year; null while not entered. */
              declared: z.int().nullable(),
              /** Households known in the village: those with a form and those without. */
              entered: count,
              /** Forms in, signed or not yet. */
              forms: count,
              signed: count,
              /** Signed by "all signed, except…". */
              bulk: count,
            }),
          ),
        }),
      ),
    }),
  ),
  /** The households behind a cell: known, but without a signed pledge in the campaign. */
  'coverage.missing': dataCall(
    { access: 'records.read' },
    z.object({ campaign_id: idSchema, village_id: idSchema }),
    z.array(
      z.object({
        household_id: idSchema,
        head_name: z.string(),
        birth: z.string(),
        member_count: z.int(),
        pledge_id: idSchema.nullable(),
        reason: z.enum(keysOf(notYetReasons)).nullable(),
      }),
    ),
  ),
};
