import { z } from 'zod';
import { batchCountsSchema, batchFormSchema, batchIdSchema } from './batches.ts';
import { countSchema, dateSchema, done, idSchema, householdReasonSchema } from './common.ts';
import { dataCall, dataJob } from './define.ts';
import {
  formSignature,
  notYetReasonSchema,
  pledgeFormSchema,
  sexSchema,
  signatureModeSchema,
} from './pledge-form.ts';

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
/** Forms: typed one by one or many at once, marked on the roster, corrected, voided. */
export const pledgeCalls = {
  /** Soft warnings of what is typed so far; answered as soon as a field is left. */
  'pledges.check': dataCall(
    { access: 'records.write' },
    z.object({
      batch_id: idSchema,
      form_number: z.int().optional(),
      head_name: z.string().max(480).optional(),
      birth: z.string().max(20).optional(),
      sex: sexSchema.optional(),
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
    pledgeFormSchema.extend({ batch_id: idSchema, reason_for_change: householdReasonSchema.optional() }),
    saved,
  ),
  /** Many forms of one campaign, in short transactions; refused forms are told and the rest is saved. */
  'pledges.save_many': dataJob(
    { access: 'records.write', maxBytes: 30_000_000 },
    z.object({
      campaign_id: idSchema,
      forms: z.array(pledgeFormSchema.extend({ village_id: idSchema })).max(50_000),
      reason_for_change: householdReasonSchema.optional(),
    }),
    z.object({
      saved: countSchema,
      repeats: countSchema,
      conflicts: countSchema,
      refused: z.array(z.object({ form_number: z.int(), text: z.string() })),
    }),
  ),
  /** The households of the batch's village with their pledge in its campaign, by name. */
  'pledges.roster': dataCall(
    { access: 'records.write' },
    batchIdSchema,
    z.array(
      z.object({
        household_id: idSchema,
        head_name: z.string(),
        birth: z.string(),
        sex: sexSchema,
        member_count: z.int(),
        pledge_id: idSchema.nullable(),
        pledge_version: z.int().nullable(),
        form_number: z.int().nullable(),
        signature_mode: signatureModeSchema.nullable(),
        reason: notYetReasonSchema,
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
      reason_for_change: householdReasonSchema.optional(),
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
      reason_for_change: householdReasonSchema.optional(),
    }),
    z.object({ marked: countSchema, counts: batchCountsSchema }),
  ),
  /** Takes back what `mark_rest` marked in this batch. */
  'pledges.unmark_rest': dataCall(
    { access: 'records.write' },
    batchIdSchema.extend({ reason_for_change: householdReasonSchema.optional() }),
    z.object({ unmarked: countSchema, counts: batchCountsSchema }),
  ),
  /** Corrects a form, and its household where that still shows what the form said. */
  'pledges.correct': dataCall(
    { access: 'records.write' },
    pledgeFormSchema.extend({
      pledge_id: idSchema,
      version: z.int(),
      reason_for_change: householdReasonSchema.optional(),
    }),
    z.object({ version: z.int() }),
  ),
  /** Voids the form, and its household where no other form names it. */
  'pledges.void': dataCall(
    { access: 'records.void' },
    z.object({ pledge_id: idSchema, version: z.int(), reason: householdReasonSchema }),
    done,
  ),
  'pledges.restore': dataCall(
    { access: 'records.void' },
    z.object({ pledge_id: idSchema, version: z.int(), reason: householdReasonSchema }),
    done,
  ),
  'pledges.void_repeat': dataCall(
    { access: 'records.void' },
    z.object({ repeat_id: idSchema, reason: householdReasonSchema }),
    done,
  ),
};
