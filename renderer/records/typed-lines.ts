import type { StoredValue } from '../../shared/records/schema.ts';
import { z } from 'zod';
import { readForm, typedForm, type Fields, type Typed, type TypedForm } from './typed.ts';

const stored = z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])));

/** The lines that stand in a form's field, as typed; none for no text. */
export function typedLines(text: Typed | undefined): TypedForm[] {
  if (typeof text !== 'string' || text === '') return [];
  const read = stored.safeParse(JSON.parse(text));
  return read.success ? read.data : [];
}

/** Typed lines as the text of a form's field: a draft keeps them with everything else. */
export const linesAsText = (lines: readonly TypedForm[]): string => JSON.stringify(lines);

/** Stored lines as a form shows them. */
export function shownLines(
  fields: Fields,
  lines: readonly Readonly<Record<string, StoredValue | undefined>>[],
): string {
  return linesAsText(lines.map((line) => typedForm(fields, line)));
}

/** Whether nothing was typed into a line. */
export function isEmptyLine(line: TypedForm): boolean {
  return Object.values(line).every((value) => value === null || value === false || value === '');
}

type ReadLines =
  { ok: true; lines: Record<string, StoredValue>[] } | { ok: false; line: number; reason: string };

/** Reads the lines of a field; empty ones are left out. The first that is wrong is told by its number, from 1. */
export function readTypedLines(fields: Fields, text: Typed | undefined): ReadLines {
  const lines: Record<string, StoredValue>[] = [];
  for (const [index, line] of typedLines(text).entries()) {
    if (isEmptyLine(line)) continue;
    // A box that nobody touched is not ticked.
    const boxes = Object.entries(fields).filter(([, { type }]) => type === 'flag');
    const read = readForm(fields, { ...Object.fromEntries(boxes.map(([name]) => [name, false])), ...line });
    if (!read.ok) {
      const [name = '', reason = ''] = Object.entries(read.wrong)[0] ?? [];
      return { ok: false, line: index + 1, reason: `${fields[name]?.label ?? name}: ${reason}` };
    }
    lines.push(read.values);
  }
  return { ok: true, lines };
}
