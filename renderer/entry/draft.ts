import { z } from 'zod';
import type { BatchForm } from '../../shared/api/batches.ts';
import { signatureModes } from '../../shared/records/pledge.ts';
import { identityKey } from '../../shared/vietnamese/text.ts';
import { entryFields, type EntryField } from './fields.ts';
import { speaksOfRefusal } from '../../shared/records/refusal.ts';
import { isBegun } from './typed-form.ts';

const fields = Object.fromEntries(entryFields.map((field) => [field, z.string().max(2000)])) as Record<
  EntryField,
  z.ZodString
>;
const sheetSchema = z.object({
  typed: z.object(fields),
  mode: z.enum(Object.keys(signatureModes) as [keyof typeof signatureModes]),
});
const draftSchema = z.object({ sheets: z.array(sheetSchema).max(20) });

/** One form as it lies on the desk: what is typed, and how it was signed. */
export type Sheet = z.infer<typeof sheetSchema>;

/** The key under which a batch's half-typed forms are kept. */
export const draftKey = (batchId: number): string => `stack:${batchId}`;

const withoutRefusal = ({ typed, mode }: Sheet): Sheet => ({
  typed: speaksOfRefusal(typed.note) ? { ...typed, note: '' } : typed,
  mode,
});

/**
 * The forms that are begun but not known to be saved, as text; null when there is none. The last one is the one
 * in the fields. A note about refusing to sign is never kept.
 */
export function writeDraft(sheets: readonly Sheet[]): string | null {
  const begun = sheets.filter(({ typed }) => isBegun(typed));
  if (begun.length === 0) return null;
  return JSON.stringify({ sheets: begun.slice(-20).map(withoutRefusal) });
}

/**
 * Reads a draft, without the forms that turn out to be saved; empty when there is none or it has another shape
 * (an older program).
 */
export function readDraft(content: string | null, saved: readonly BatchForm[]): Sheet[] {
  if (content === null) return [];
  const keyOf = (number: string | number, name: string) => `${number}:${identityKey(name)}`;
  const known = new Set(saved.map((form) => keyOf(form.form_number, form.head_name)));
  try {
    const read = draftSchema.safeParse(JSON.parse(content));
    if (!read.success) return [];
    return read.data.sheets.filter(({ typed }) => !known.has(keyOf(typed.form_number, typed.head_name)));
  } catch {
    return [];
  }
}
