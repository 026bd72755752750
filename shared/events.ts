import { z } from 'zod';
import { failureSchema } from './failure.ts';
import { roles } from './rights.ts';

/** Who is logged in, as the frame shows it. */
export const sessionSchema = z.object({
  user_id: z.int(),
  login: z.string(),
  full_name: z.string(),
  role: z.enum(roles),
  locked: z.boolean(),
});
export type Session = z.infer<typeof sessionSchema>;

/**
 * The one stream of events from the main side, numbered from 1 without gaps. A job's progress and its end
 * travel here and not in the answer of its call, because an answer may overtake events sent before it.
 */
export const eventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('job_progress'),
    seq: z.int(),
    job: z.string(),
    /** Vietnamese: what is being done now. */
    step: z.string(),
    done: z.number(),
    total: z.number(),
    /** Estimated, in ms; absent while unknown. */
    remaining_ms: z.number().optional(),
  }),
  z.object({ type: z.literal('job_done'), seq: z.int(), job: z.string(), value: z.unknown() }),
  z.object({ type: z.literal('job_failed'), seq: z.int(), job: z.string(), error: failureSchema }),
  /** Log-in, log-out, lock, unlock. */
  z.object({ type: z.literal('session'), seq: z.int(), session: sessionSchema.nullable() }),
  /** The database needs attention: vanished, damaged, full disk … */
  z.object({ type: z.literal('trouble'), seq: z.int(), error: failureSchema }),
  /** The age of the last verified USB copy, a drive's coming or going: what the title bar shows may be old. */
  z.object({ type: z.literal('status_changed'), seq: z.int() }),
]);

export type PageEvent = z.infer<typeof eventSchema>;
type WithoutSeq<T> = T extends unknown ? Omit<T, 'seq'> : never;
/** An event before the gateway has numbered it. */
export type UnnumberedEvent = WithoutSeq<PageEvent>;
