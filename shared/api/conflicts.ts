import { z } from 'zod';
import { repeatResolutions } from '../records/pledge-repeat.ts';
import { done, idSchema, keysOf, householdNoteSchema, householdReasonSchema } from './common.ts';
import { dataCall } from './define.ts';
import { signatureModeSchema } from './pledge-form.ts';

/** Conflicts: forms handed in twice that differ, until somebody has settled which one stands. */
export const conflictCalls = {
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
          signature_mode: signatureModeSchema,
          signed_on: z.string().nullable(),
        }),
        repeat: z.object({
          form_number: z.int(),
          signature_mode: signatureModeSchema,
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
      note: householdNoteSchema,
      reason_for_change: householdReasonSchema.optional(),
    }),
    done,
  ),
};
