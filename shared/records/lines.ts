import { z } from 'zod';
import type { ManyField } from './field.ts';

/** One of the many units or records that a field names, with its number where the field has one. */
export interface Line {
  readonly id: number;
  readonly count: number | null;
}

const stored = z.array(z.tuple([z.int().positive(), z.int().nullable()])).max(500);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads the text of lines as stored, `[[12,45],[17,null]]`; none for no text. Throws for any other text. */
export function readLines(text: unknown): Line[] {
  if (typeof text !== 'string' || text === '') return [];
  return stored.parse(parsed(text)).map(([id, count]) => ({ id, count }));
}

/** The text of lines, or null for none: one text for the same lines, so that it can be compared and hashed. */
export function linesText(lines: readonly Line[]): string | null {
  return lines.length === 0 ? null : JSON.stringify(lines.map(({ id, count }) => [id, count]));
}

/** The numbers of the lines added up. */
export const sumOfLines = (lines: readonly Line[]): number =>
  lines.reduce((sum, { count }) => sum + (count ?? 0), 0);

function faultOf(field: ManyField, lines: readonly Line[]): string | null {
  const counts = field.type === 'units' ? field.counts : undefined;
  if (new Set(lines.map(({ id }) => id)).size < lines.length) return 'Có mục được chọn hai lần.';
  const most = counts?.max ?? -1;
  if (lines.some(({ count }) => count !== null && (count < 0 || count > most)))
    return counts ? `${counts.label} không hợp lệ.` : 'Mục này không có số kèm theo.';
  return null;
}

/** The schema of a field of many: a text of lines, each unit or record once; gives the one text for them. */
export function linesSchema(field: ManyField, required: string): z.ZodType {
  return z
    .string(required)
    .max(20_000)
    .transform((text, context) => {
      const lines = stored.safeParse(parsed(text));
      const read = lines.success ? lines.data.map(([id, count]) => ({ id, count })) : null;
      const fault = read === null ? 'Danh sách không đúng.' : faultOf(field, read);
      if (read !== null && fault === null && read.length > 0) return linesText(read);
      context.addIssue({ code: 'custom', message: fault ?? required });
      return z.NEVER;
    });
}
