import type { Kind } from '../../shared/records/kind.ts';
import { isCount } from './value.ts';

/** A column of a list: a declared field and its width in px. */
export interface ListColumn {
  readonly field: string;
  readonly label: string;
  readonly width: number;
  /** Numbers stand at the right end. */
  readonly numeric: boolean;
}

/** The columns of a kind's list: the fields declared with a width, or those named. */
export function columnsOf(kind: Kind, only?: readonly string[]): ListColumn[] {
  const names = only ?? Object.keys(kind.fields).filter((name) => kind.fields[name]?.column !== undefined);
  return names.flatMap((field) => {
    const declared = kind.fields[field];
    if (!declared) return [];
    const width = declared.column ?? 140;
    return [{ field, label: declared.label, width, numeric: isCount(field, declared) }];
  });
}

/** Columns may shrink to this share of their declared width before one has to go. */
const LEAST_SHARE = 0.85;

/**
 * The columns that fit into that many px: the name always, then the others in their declared order as long as
 * there is room; they are shown in the declared order. A list beside an open record so keeps the name readable.
 */
export function fittingColumns(
  columns: readonly ListColumn[],
  nameField: string,
  available: number,
): ListColumn[] {
  const least = (column: ListColumn) => column.width * LEAST_SHARE;
  const kept = new Set<string>();
  let room = available;
  const name = columns.find((column) => column.field === nameField) ?? columns[0];
  if (!name) return [];
  kept.add(name.field);
  room -= least(name);
  for (const column of columns) {
    if (kept.has(column.field)) continue;
    if (least(column) > room) break;
    room -= least(column);
    kept.add(column.field);
  }
  return columns.filter((column) => kept.has(column.field));
}

/** The widths as a CSS grid: shares of what is there, so that nothing ever scrolls sideways. */
export function gridTemplate(columns: readonly ListColumn[]): string {
  return columns.map((column) => `minmax(0, ${column.width}fr)`).join(' ');
}
