import { z } from 'zod';
import { countSchema, done, idSchema, householdReasonSchema } from './common.ts';
import { dataCall } from './define.ts';
import { notYetReasonSchema } from './pledge-form.ts';

/** A campaign: closed and opened again, and how far each village has got. */
export const campaignCalls = {
  'campaigns.close': dataCall(
    { access: 'campaign.close' },
    z.object({ id: idSchema, version: z.int() }),
    done,
  ),
  'campaigns.reopen': dataCall(
    { access: 'campaign.reopen' },
    z.object({ id: idSchema, version: z.int(), reason: householdReasonSchema }),
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
              entered: countSchema,
              /** Forms in, signed or not yet. */
              forms: countSchema,
              signed: countSchema,
              /** Signed by "all signed, except…". */
              bulk: countSchema,
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
        reason: notYetReasonSchema,
      }),
    ),
  ),
};
