import type { EntryField } from '../../entry/fields.ts';

/** The id of a field's input; there is one entry form on the screen at a time. */
export const inputId = (field: EntryField): string => `entry-${field}`;

/** The input of a field as it stands now, to be read at this very moment rather than a render ago. */
export function inputOf(field: EntryField): HTMLInputElement | null {
  const element = document.getElementById(inputId(field));
  return element instanceof HTMLInputElement ? element : null;
}
