import type { Field } from '../../shared/records/field.ts';
import type { Kind } from '../../shared/records/kind.ts';
import { isCount } from './value.ts';

/** A column of a list: a declared field and its width in px. */
export interface ListColumn {
  readonly field: string;
  readonly label: string;
  readonly width: number;
  /** Below this many px the column goes: a day or a moment is never cut. */
  readonly least: number;
  /** Numbers stand at the right end. */
  readonly numeric: boolean;
}

/** Columns may shrink to this share of their declared width before one has to go. */
const LEAST_SHARE = 0.8;

/** Room between two columns, in px. */
export const COLUMN_GAP = 16;

/** What "28/06/2028" and "23:58, 28/06/2028" take with tabular figures, in px. */
const leastOfType: Partial<Record<Field['type'], number>> = { date: 100, birth: 100, moment: 160 };

/** The columns of a kind's list: the fields declared with a width, or those named. */
export function columnsOf(kind: Kind, only?: readonly string[]): ListColumn[] {
  const names = only ?? Object.keys(kind.fields).filter((name) => kind.fields[name]?.column !== undefined);
  return names.flatMap((field) => {
    const declared = kind.fields[field];
    if (!declared) return [];
    const width = declared.column ?? 140;
    const least = Math.max(width * LEAST_SHARE, leastOfType[declared.type] ?? 0);
    return [{ field, label: declared.label, width, least, numeric: isCount(field, declared) }];
  });
}

/**
 * The columns that fit into that many px: the name always, then the others in their declared order as long as
 * there is room; they are shown in the declared order. A list beside an open record so keeps the name readable.
 */
export function fittingColumns(
  columns: readonly ListColumn[],
  nameField: string,
  available: number,
): ListColumn[] {
  const kept = new Set<string>();
  let room = available;
  const name = columns.find((column) => column.field === nameField) ?? columns[0];
  if (!name) return [];
  kept.add(name.field);
  room -= name.least;
  for (const column of columns) {
    if (kept.has(column.field)) continue;
    if (column.least + COLUMN_GAP > room) break;
    room -= column.least + COLUMN_GAP;
    kept.add(column.field);
  }
  return columns.filter((column) => kept.has(column.field));
}

/** The widths as a CSS grid: shares of what is there, but never less than a column can bear. */
export function gridTemplate(columns: readonly ListColumn[]): string {
  return columns.map((column) => `minmax(${column.least}px, ${column.width}fr)`).join(' ');
}
