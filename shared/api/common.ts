import { z } from 'zod';

/** A key inside the database file. */
export const idSchema = z.int().positive();
/** Life outside the file: UUIDv7. */
export const uidSchema = z.uuid();
/** A calendar day, `yyyy-MM-dd`, that exists. */
export const dateSchema = z.iso.date();
/** A moment, ISO 8601 in UTC with milliseconds. */
export const momentSchema = z.iso.datetime({ precision: 3 });
/** A token for a file or folder that the person chose; the page never sees or gives a path to act on. */
export const tokenSchema = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);
/** A document made by the data process: shown, saved and printed by this name. */
export const documentIdSchema = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);
/** What a job's call answers at once. */
export const jobSchema = z.object({ job: z.string() });
export const nothing = z.object({});
export const done = z.object({ done: z.literal(true) });
/** Reason of a void, a restore, a change in a closed campaign … */
export const reasonSchema = z.string().trim().min(1).max(500);
