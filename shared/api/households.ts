import { z } from 'zod';
import { dateSchema, done, idSchema, householdNoteSchema, householdReasonSchema } from './common.ts';
import { dataCall } from './define.ts';
import { formHead } from './pledge-form.ts';
import { recordSchema } from './records.ts';

const version = { id: idSchema, version: z.int() };
const happened = { event_on: dateSchema, note: householdNoteSchema };

export const householdCalls = {
  /** A household's page: itself, what happened to it, its pledges over the years. */
  'households.page': dataCall(
    { access: 'records.read' },
    z.object({ id: idSchema }),
    z.object({
      household: recordSchema,
      events: z.array(recordSchema),
      pledges: z.array(recordSchema),
      breaches: z.array(recordSchema),
      /** Households that were merged into this one. */
      merged: z.array(recordSchema),
    }),
  ),
  'households.add': dataCall(
    { access: 'records.write' },
    z.object({
      village_id: idSchema,
      ...formHead,
      note: householdNoteSchema,
      /** Moved in from elsewhere on that day; null for a household that was always there. */
      moved_in_on: dateSchema.nullable().default(null),
    }),
    z.object({ id: idSchema, version: z.int(), warnings: z.array(z.string()) }),
  ),
  /** A correction of what was written wrongly; a change in life has calls of its own. */
  'households.correct': dataCall(
    { access: 'records.write' },
    z.object({ ...version, ...formHead, note: householdNoteSchema }),
    z.object({ version: z.int() }),
  ),
  'households.new_head': dataCall(
    { access: 'records.write' },
    z.object({ ...version, ...happened, ...formHead }),
    z.object({ version: z.int() }),
  ),
  'households.split': dataCall(
    { access: 'records.write' },
    z.object({
      ...version,
      ...happened,
      remaining_member_count: z.int().min(1).max(50),
      new_household: z.object({ village_id: idSchema, ...formHead }),
    }),
    z.object({ new_id: idSchema }),
  ),
  'households.move': dataCall(
    { access: 'records.write' },
    z.object({ ...version, ...happened, to_village_id: idSchema }),
    done,
  ),
  'households.move_out': dataCall({ access: 'records.write' }, z.object({ ...version, ...happened }), done),
  'households.return': dataCall({ access: 'records.write' }, z.object({ ...version, ...happened }), done),
  /** Two that turn out to be one: `merged_id` goes into `id`; both histories stay. */
  'households.merge': dataCall(
    { access: 'records.write' },
    z.object({ ...version, ...happened, merged_id: idSchema, merged_version: z.int() }),
    done,
  ),
  /** For a household that was entered by mistake; refused while a form or another household names it. */
  'households.void': dataCall(
    { access: 'records.void' },
    z.object({ ...version, reason: householdReasonSchema }),
    z.object({ version: z.int() }),
  ),
  'households.restore': dataCall(
    { access: 'records.void' },
    z.object({ ...version, reason: householdReasonSchema }),
    z.object({ version: z.int() }),
  ),
  'households.unmerge': dataCall(
    { access: 'records.write' },
    z.object({ merged_id: idSchema, version: z.int(), ...happened }),
    done,
  ),
};
