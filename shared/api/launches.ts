import { z } from 'zod';
import { dateSchema, idSchema } from './common.ts';
import { dataCall, dataJob } from './define.ts';
import { documentSchema } from './documents.ts';

const period = z
  .object({ from: dateSchema, to: dateSchema })
  .refine(({ from, to }) => from <= to, 'Ngày cuối kỳ phải sau ngày đầu kỳ.');

const launchVillage = z.object({
  village_id: idSchema,
  name: z.string(),
  sessions: z.int(),
  /** The last session's day. */
  last_on: dateSchema.nullable(),
});

export const launchCalls = {
  /**
   * Which villages have had a launch session in a period, by the units of its last day: a village that ended before
   * counts for the one that it went into.
   */
  'launches.coverage': dataCall(
    { access: 'records.read' },
    period,
    z.object({
      sessions: z.int(),
      /** people × sessions */
      attendance: z.int(),
      communes: z.array(
        z.object({
          commune_id: idSchema,
          name: z.string(),
          attendance: z.int(),
          villages: z.array(launchVillage),
        }),
      ),
    }),
  ),
  /** The list of the villages without a session, to be printed. */
  'launches.missing_list': dataJob(
    { access: 'documents.make' },
    z.object({ from: dateSchema, to: dateSchema, document_date: dateSchema }),
    z.object({ documents: z.array(documentSchema) }),
  ),
};
