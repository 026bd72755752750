import { z } from 'zod';
import { noRefusal, speaksOfRefusal } from '../records/refusal.ts';
import { cleanText } from '../vietnamese/text.ts';

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
/** How many there are of something. */
export const countSchema = z.int().min(0);
export const nothing = z.object({});
export const done = z.object({ done: z.literal(true) });
/** Reason of a void, a restore, a step taken back … */
export const reasonSchema = z.string().max(2000).transform(cleanText).pipe(z.string().min(1).max(500));
/** A clerk's own note: stored NFC and single-spaced; empty is none. */
export const noteSchema = z
  .string()
  .max(2000)
  .nullable()
  .default(null)
  .transform((text) => (text === null ? null : cleanText(text) || null))
  .pipe(z.string().max(500, 'Dài quá 500 ký tự.').nullable());
const saysNoRefusal = (text: string | null) => text === null || !speaksOfRefusal(text);
/** The same where they are kept with a household, its pledges or their campaign: none speaks of refusing to sign. */
export const householdReasonSchema = reasonSchema.refine(saysNoRefusal, noRefusal);
export const householdNoteSchema = noteSchema.refine(saysNoRefusal, noRefusal);

/** The keys of a record of words, as `z.enum` wants them. */
export const keysOf = <T extends Record<string, string>>(words: T) =>
  Object.keys(words) as [keyof T & string, ...(keyof T & string)[]];
