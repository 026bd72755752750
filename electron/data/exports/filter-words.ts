import type { Filter } from '../../../shared/api/records.ts';
import { kindOf, type KindName } from '../../../shared/records/index.ts';
import type { StoredValue } from '../../../shared/records/schema.ts';
import { showNamed } from '../../../shared/records/words.ts';
import { formatDate } from '../../../shared/vietnamese/dates.ts';
import type { Reader } from '../database/reader.ts';
import { nameOfTarget } from '../records/shown.ts';

/** What units and records are called in the words of a filter: as of today. */
export interface Namer {
  readonly reader: Reader;
  readonly day: string;
}

function valueInWords(namer: Namer, kind: KindName, name: string, value: StoredValue): string {
  const field = kindOf(kind).fields[name];
  if (!field || value === null) return 'không có';
  const target = typeof value === 'number' ? nameOfTarget(namer.reader, field, value, namer.day) : '';
  return showNamed(kindOf(kind), name, value, target || String(value));
}

function periodInWords({ from, to }: Filter['period'][string]): string {
  const parts = [from && `từ ${formatDate(from)}`, to && `đến ${formatDate(to)}`];
  return parts.filter(Boolean).join(' ');
}

const voidedInWords = { without: '', only: 'chỉ bản ghi đã hủy', with: 'kể cả bản ghi đã hủy' } as const;

/** What a list is narrowed to, in one line for the trail and for paper; empty where it is not narrowed. */
export function filterInWords(namer: Namer, kind: KindName, filter: Filter): string {
  const label = (name: string) => kindOf(kind).fields[name]?.label ?? name;
  const equal = Object.entries(filter.equal).map(([name, wanted]) => {
    const values = Array.isArray(wanted) ? wanted : [wanted];
    return `${label(name)}: ${values.map((value) => valueInWords(namer, kind, name, value)).join(' hoặc ')}`;
  });
  const periods = Object.entries(filter.period)
    .filter(([, { from, to }]) => from || to)
    .map(([name, period]) => `${label(name)}: ${periodInWords(period)}`);
  const text = filter.text.trim();
  const parts = [...periods, ...equal, text && `có chữ “${text}”`, voidedInWords[filter.voided]];
  return parts.filter(Boolean).join('; ');
}
