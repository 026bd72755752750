import type { Field } from '../../shared/records/field.ts';
import type { StoredValue } from '../../shared/records/schema.ts';
import { momentInWords } from '../components/words.ts';
import { showNamed } from './value.ts';

/** One field of a change in words; empty text stands for no value. */
export interface Change {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

type Values = Readonly<Record<string, StoredValue>>;
type Fields = Readonly<Record<string, Field>>;
type NameOf = (field: string, value: StoredValue) => string | undefined;

/** What a record bears besides its declared fields, where the trail shows it. */
const frameLabels: Readonly<Record<string, string>> = { voided_at: 'Hủy lúc', void_reason: 'Lý do hủy' };

function inWords(fields: Fields, field: string, value: StoredValue, nameOf: NameOf): string {
  if (value === null) return '';
  if (field === 'voided_at') return momentInWords(String(value));
  return fields[field] ? showNamed({ fields }, field, value, nameOf(field, value)) : String(value);
}

/** The fields whose values differ, in the declared order, by their labels and in words. */
export function changesOf(
  fields: Fields,
  before: Values | null,
  after: Values | null,
  nameOf: NameOf = () => undefined,
): Change[] {
  const names = [...Object.keys(fields), ...Object.keys(frameLabels)];
  return names.flatMap((field) => {
    const [old, now] = [before?.[field] ?? null, after?.[field] ?? null];
    if (old === now) return [];
    const label = fields[field]?.label ?? frameLabels[field] ?? field;
    return [
      { label, before: inWords(fields, field, old, nameOf), after: inWords(fields, field, now, nameOf) },
    ];
  });
}
