import { z } from 'zod';
import { idSchema, nothing } from './common.ts';
import { dataCall } from './define.ts';

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
      last_entries: z.array(
        z.object({
          pledge_id: idSchema,
          head_name: z.string(),
          village_name: z.string(),
          form_number: z.int(),
          created_at: z.string(),
        }),
      ),
    }),
  ),
};
