import { formatBirth } from '../../shared/vietnamese/birth.ts';
import { formatDate } from '../../shared/vietnamese/dates.ts';
import { ethnicityName } from '../../shared/vietnamese/ethnicity.ts';
import { reasonChoices, sexChoices, wordOf } from './choice.ts';
import type { EntryField } from './fields.ts';
import type { ReadValues } from './read-form.ts';

/**
 * How a field shows its value once it is left: dates with slashes, choices and ethnicities as words. Null leaves the field as it
 * is; names and notes are never touched.
 */
export function shownWhenLeft(field: EntryField, values: ReadValues): string | null {
  switch (field) {
    case 'birth':
      return values.birth ? formatBirth(values.birth) : null;
    case 'signed_on':
      return values.signed_on ? formatDate(values.signed_on) : null;
    case 'sex':
      return values.sex ? wordOf(values.sex, sexChoices) : null;
    case 'ethnicity':
      return values.ethnicity ? (ethnicityName(values.ethnicity) ?? null) : null;
    case 'reason':
      return values.reason ? wordOf(values.reason, reasonChoices) : null;
    default:
      return null;
  }
}
