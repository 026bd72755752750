import { z } from 'zod';
import { notYetReasons, pledge, signatureModes } from '../records/pledge.ts';
import { fieldSchema } from '../records/schema.ts';
import { dateSchema, noteSchema, keysOf } from './common.ts';

const text = (name: 'head_name' | 'birth') => fieldSchema(pledge.fields[name]) as z.ZodType<string, string>;
export const sexSchema = z.enum(['male', 'female']);
export const signatureModeSchema = z.enum(keysOf(signatureModes));
/** Why a household has not signed yet; null where it has, or where nobody said why. */
export const notYetReasonSchema = z.enum(keysOf(notYetReasons)).nullable();

/** The head and the household as written on one form. */
export const formHead = {
  head_name: text('head_name'),
  birth: text('birth'),
  sex: sexSchema,
  /** A code; only where the office has switched ethnicity on. */
  ethnicity: z.string().max(40).nullable().default(null),
  member_count: fieldSchema(pledge.fields.member_count) as z.ZodType<number, number>,
};

/** How and when it was signed. */
export const formSignature = {
  signature_mode: signatureModeSchema,
  reason: notYetReasonSchema.default(null),
  signed_on: dateSchema.nullable(),
  /** What it may say is the pledge's own rule. */
  note: noteSchema,
};

/** A filled-in form, as typed from paper. */
export const pledgeFormSchema = z.object({
  form_number: z.int().min(1).max(999_999),
  ...formHead,
  ...formSignature,
});
export type PledgeForm = z.infer<typeof pledgeFormSchema>;
