import { z } from 'zod';
import { isBirth } from '../vietnamese/birth.ts';
import { formatMoney, mostMoney } from '../vietnamese/money.ts';
import { mostQuantity } from '../vietnamese/quantity.ts';
import { cleanText } from '../vietnamese/text.ts';
import type { Field } from './field.ts';
import type { Kind, ValuesOf } from './kind.ts';
import { linesSchema } from './lines.ts';

/** A stored value of any declared field. */
export const valueSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type StoredValue = z.infer<typeof valueSchema>;

const required = 'Cần nhập mục này.';

function textSchema(max: number, lines: boolean) {
  const clean = (raw: string) =>
    lines ? raw.split(/\r?\n/).map(cleanText).filter(Boolean).join('\n') : cleanText(raw);
  return z
    .string(required)
    .max(max * 4, `Dài quá ${max} ký tự.`)
    .transform(clean)
    .pipe(z.string().max(max, `Dài quá ${max} ký tự.`));
}

function requiredSchema(field: Field): z.ZodType {
  switch (field.type) {
    case 'text':
      return textSchema(field.max, field.lines ?? false).pipe(z.string().min(1, required));
    case 'date':
      return z.iso.date('Ngày không đúng.');
    case 'moment':
      return z.iso.datetime({ precision: 3 });
    case 'birth':
      return z.string(required).refine(isBirth, 'Năm sinh không đúng.');
    case 'integer':
      return z
        .int('Cần một số nguyên.')
        .min(field.min, `Không nhỏ hơn ${field.min}.`)
        .max(field.max, `Không lớn hơn ${field.max}.`);
    case 'money':
      return z
        .int('Số tiền tính bằng đồng, không có phần lẻ.')
        .min(
          field.min ?? 1,
          field.min === undefined ? 'Số tiền phải lớn hơn 0.' : `Không nhỏ hơn ${formatMoney(field.min)}.`,
        )
        .max(mostMoney, `Không lớn hơn ${formatMoney(mostMoney)}.`);
    case 'quantity':
      return z
        .int('Số lượng không đúng.')
        .min(1, 'Số lượng phải lớn hơn 0.')
        .max(mostQuantity, 'Số lượng quá lớn.');
    case 'choice':
      return z.enum(Object.keys(field.options) as [string, ...string[]], 'Hãy chọn một giá trị.');
    case 'flag':
      return z.boolean();
    case 'unit':
    case 'reference':
      return z.int(required).positive(required);
    case 'units':
    case 'references':
      return linesSchema(field, required);
  }
}

/** What the page may send for one field: cleaned text; `null`, absent or empty text where it is not required. */
export function fieldSchema(field: Field): z.ZodType {
  const inner = requiredSchema(field);
  if (field.required) return inner;
  return z.preprocess(
    (value) => (value === undefined || (typeof value === 'string' && value.trim() === '') ? null : value),
    inner.nullable(),
  );
}

const cache = new WeakMap<Kind, z.ZodType>();

/** The schema of a whole new record of a kind: exactly its typed fields, cross-field rules included. */
export function kindSchema<K extends Kind>(kind: K): z.ZodType<Partial<ValuesOf<K>>> {
  const known = cache.get(kind);
  if (known) return known as z.ZodType<Partial<ValuesOf<K>>>;
  const typed = Object.entries(kind.fields).filter(([, field]) => !field.computed);
  const shape = Object.fromEntries(typed.map(([name, field]) => [name, fieldSchema(field)]));
  const schema = z.strictObject(shape).superRefine((values, context) => {
    for (const [path, message] of Object.entries(kind.check?.(values) ?? {}))
      context.addIssue({ code: 'custom', path: [path], message });
  });
  cache.set(kind, schema);
  return schema as unknown as z.ZodType<Partial<ValuesOf<K>>>;
}
