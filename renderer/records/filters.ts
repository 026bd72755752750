import type { CallInput } from '../../shared/api.ts';
import type { Field } from '../../shared/records/field.ts';
import type { Kind } from '../../shared/records/kind.ts';
import type { StoredValue } from '../../shared/records/schema.ts';
import { formatDate } from '../../shared/vietnamese/dates.ts';
import { showNamed } from './value.ts';

export type Voided = 'without' | 'only' | 'with';

/** One chosen condition, with the name of the unit or record that it means; of several values any will do. */
export interface Condition {
  readonly value: StoredValue | StoredValue[];
  readonly name?: string;
}
export interface Period {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** What a person has narrowed a list to. */
export interface ListFilter {
  readonly text: string;
  readonly equal: Readonly<Record<string, Condition>>;
  readonly period: Readonly<Record<string, Period>>;
  readonly voided: Voided;
}

/** Conditions that a page sets and nobody takes away. */
export type FixedFilter = Readonly<Record<string, StoredValue | StoredValue[]>>;

export const noFilter: ListFilter = { text: '', equal: {}, period: {}, voided: 'without' };

export const voidedWords: Readonly<Record<Voided, string>> = {
  without: 'không',
  only: 'chỉ bản ghi đã hủy',
  with: 'kể cả đã hủy',
};

/**
 * The fields that a list of a kind can be narrowed by. A commune's chip is spared where the village's is there:
 * its picker takes a commune too. A field that the page has fixed is no choice.
 */
export function filterFields(kind: Kind, fixed: FixedFilter = {}): [string, Field][] {
  const all = Object.entries(kind.fields).filter(([name, field]) => field.filter && !(name in fixed));
  const hasVillage = all.some(
    ([, field]) => (field.type === 'unit' || field.type === 'units') && field.level === 'village',
  );
  return all.filter(([, field]) => !(field.type === 'unit' && field.level === 'commune' && hasVillage));
}

/** A condition in words for its chip; null while the field narrows nothing. */
export function conditionInWords(kind: Kind, field: string, filter: ListFilter): string | null {
  const period = filter.period[field];
  if (period?.from && period.to) return `${formatDate(period.from)} – ${formatDate(period.to)}`;
  if (period?.from) return `từ ${formatDate(period.from)}`;
  if (period?.to) return `đến ${formatDate(period.to)}`;
  const condition = filter.equal[field];
  if (!condition || condition.value === null) return null;
  const values = [condition.value].flat();
  return condition.name ?? values.map((value) => showNamed(kind, field, value)).join(', ');
}

/** Whether anything narrows the list. */
export function isNarrowed(filter: ListFilter): boolean {
  const { text, equal, period, voided } = filter;
  return (
    text.trim() !== '' ||
    Object.keys(equal).length > 0 ||
    Object.values(period).some(({ from, to }) => from || to) ||
    voided !== 'without'
  );
}

/** A filter with one condition set, or taken away by null. */
export function withCondition(filter: ListFilter, field: string, condition: Condition | null): ListFilter {
  const { [field]: _gone, ...others } = filter.equal;
  return { ...filter, equal: condition ? { ...others, [field]: condition } : others };
}

/** The filter as calls take it. */
export function callFilter(filter: ListFilter, fixed: FixedFilter): CallInput<'records.list'>['filter'] {
  const chosen = Object.entries(filter.equal).map(([field, { value }]) => [field, value] as const);
  const period = Object.entries(filter.period)
    .filter(([, { from, to }]) => from || to)
    .map(([field, { from, to }]) => [field, { ...(from ? { from } : {}), ...(to ? { to } : {}) }] as const);
  return {
    equal: { ...Object.fromEntries(chosen), ...fixed },
    period: Object.fromEntries(period),
    text: filter.text.trim(),
    voided: filter.voided,
  };
}
