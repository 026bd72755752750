import { fail } from '../../../shared/failure.ts';
import { kindOf, type KindName } from '../../../shared/records/index.ts';
import { kindSchema, type StoredValue } from '../../../shared/records/schema.ts';

/** Checks values against the kind's declaration; the failure names each field that cannot be. */
export function parseValues(
  kind: KindName,
  values: Record<string, StoredValue>,
): Record<string, StoredValue> {
  const parsed = kindSchema(kindOf(kind)).safeParse(values);
  if (parsed.success)
    return Object.fromEntries(Object.entries(parsed.data).map(([name, value]) => [name, value ?? null]));
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) fields[String(issue.path[0] ?? '')] ??= issue.message;
  fail('invalid', 'Có mục chưa đúng. Hãy sửa các mục được đánh dấu.', { fields });
}
