import type { Field } from '../../shared/records/field.ts';
import { fieldSchema, type StoredValue } from '../../shared/records/schema.ts';
import { formatBirth, isBirth, parseBirth } from '../../shared/vietnamese/birth.ts';
import { formatDate, isIsoDate, parseDate } from '../../shared/vietnamese/dates.ts';
import { ethnicityCode, ethnicityName } from '../../shared/vietnamese/ethnicity.ts';
import { parseMoney } from '../../shared/vietnamese/money.ts';
import { formatNumber, parseNumber } from '../../shared/vietnamese/numbers.ts';
import { formatQuantity, parseQuantity } from '../../shared/vietnamese/quantity.ts';

/** What a form's inputs hold: text as typed, except where something is picked. */
export type Typed = string | number | boolean | null;
export type TypedForm = Record<string, Typed>;
export type Fields = Readonly<Record<string, Field>>;
export type CrossCheck = (values: Readonly<Record<string, unknown>>) => Record<string, string>;

export type Read = { ok: true; value: StoredValue } | { ok: false; reason: string };

/** Fields that store a code but are typed as a word. */
const typedCodes: Readonly<
  Record<
    string,
    { code: (typed: string) => string | null; word: (code: string) => string | null; wrong: string }
  >
> = {
  ethnicity: {
    code: ethnicityCode,
    word: ethnicityName,
    wrong: 'Không nhận ra dân tộc này; ví dụ Mông, Khơ Mú, Thái, Kinh.',
  },
};

/** How a stored value stands in its input. */
export function typedOf(name: string, field: Field, value: StoredValue | undefined): Typed {
  const picked = field.type === 'unit' || field.type === 'reference';
  if (value === null || value === undefined) return picked ? null : field.type === 'flag' ? false : '';
  if (picked) return Number(value);
  if (field.type === 'flag') return value === true || value === 1;
  const text = String(value);
  if (field.type === 'date' && isIsoDate(text)) return formatDate(text);
  if (field.type === 'birth' && isBirth(text)) return formatBirth(text);
  if (field.type === 'money') return formatNumber(Number(value));
  if (field.type === 'quantity') return formatQuantity(Number(value));
  return typedCodes[name]?.word(text) ?? text;
}

/** What stands in the inputs of a form for the given values. */
export function typedForm(
  fields: Fields,
  values: Readonly<Record<string, StoredValue | undefined>>,
): TypedForm {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, typedOf(name, field, values[name])]),
  );
}

function convert(name: string, field: Field, typed: Typed): Read {
  if (typeof typed !== 'string') return { ok: true, value: typed };
  const text = typed.trim();
  if (text === '') return { ok: true, value: field.type === 'text' ? text : null };
  if (field.type === 'date') {
    const read = parseDate(text);
    return read.ok ? { ok: true, value: read.date } : read;
  }
  if (field.type === 'birth') {
    const read = parseBirth(text);
    return read.ok ? { ok: true, value: read.birth } : read;
  }
  if (field.type === 'integer') {
    const value = parseNumber(text);
    return value === null ? { ok: false, reason: 'Cần một số nguyên.' } : { ok: true, value };
  }
  if (field.type === 'money') {
    const read = parseMoney(text);
    return read.ok ? { ok: true, value: read.amount } : read;
  }
  if (field.type === 'quantity') {
    const read = parseQuantity(text);
    return read.ok ? { ok: true, value: read.quantity } : read;
  }
  const coded = typedCodes[name];
  if (!coded) return { ok: true, value: typed };
  const value = coded.code(text);
  return value === null ? { ok: false, reason: coded.wrong } : { ok: true, value };
}

/** Reads what stands in one input; the reason of a refusal is Vietnamese, for under the field. */
export function readTyped(name: string, field: Field, typed: Typed): Read {
  const converted = convert(name, field, typed);
  if (!converted.ok) return converted;
  if (field.required && (converted.value === null || converted.value === ''))
    return { ok: false, reason: 'Cần nhập mục này.' };
  const checked = fieldSchema(field).safeParse(converted.value);
  if (!checked.success) return { ok: false, reason: checked.error.issues[0]?.message ?? 'Không đúng.' };
  return { ok: true, value: checked.data as StoredValue };
}

export type ReadForm =
  { ok: true; values: Record<string, StoredValue> } | { ok: false; wrong: Record<string, string> };

/**
 * Reads a whole form: the values as stored, or what is wrong by field. Rules over several fields come last, and see
 * only the values that could be read.
 */
export function readForm(fields: Fields, typed: TypedForm, check?: CrossCheck): ReadForm {
  const values: Record<string, StoredValue> = {};
  const wrong: Record<string, string> = {};
  for (const [name, field] of Object.entries(fields)) {
    const read = readTyped(name, field, typed[name] ?? null);
    if (read.ok) values[name] = read.value;
    else wrong[name] = read.reason;
  }
  for (const [name, reason] of Object.entries(check?.(values) ?? {})) wrong[name] ??= reason;
  return Object.keys(wrong).length === 0 ? { ok: true, values } : { ok: false, wrong };
}

const tidiedTypes: ReadonlySet<Field['type']> = new Set(['date', 'birth', 'money', 'quantity']);

/** How a date, a birth, an amount or a code should stand once its field is left; null where it stays as typed. */
export function tidied(name: string, field: Field, typed: Typed): string | null {
  if (typeof typed !== 'string' || typed.trim() === '') return null;
  if (!tidiedTypes.has(field.type) && !typedCodes[name]) return null;
  const read = convert(name, field, typed);
  if (!read.ok) return null;
  const shown = typedOf(name, field, read.value);
  return typeof shown === 'string' && shown !== typed ? shown : null;
}

/** The fields of a kind that a person fills in, in their order; only those named, when given. */
export function typedFields(fields: Fields, only?: readonly string[]): Fields {
  const wanted = Object.entries(fields).filter(([name, field]) =>
    only ? only.includes(name) : !field.computed,
  );
  return Object.fromEntries(wanted);
}
