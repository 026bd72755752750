import { fail } from '../../../shared/failure.ts';
import { noRefusal, speaksOfRefusal } from '../../../shared/records/refusal.ts';
import type { UnitOfWork } from '../database/unit-of-work.ts';

/** A draft goes with the save of its form, in the same transaction. */
export function deleteDraft(unit: UnitOfWork, userId: number, form: string): UnitOfWork {
  return unit.add('DELETE FROM draft WHERE user_id = ? AND form = ?', [userId, form]);
}

function plainJson(text: string): { readonly value: unknown } | undefined {
  try {
    const kept = (key: string, value: unknown) => {
      if (speaksOfRefusal(key)) return undefined;
      return typeof value === 'string' && speaksOfRefusal(value) ? '' : value;
    };
    return { value: JSON.parse(text, kept) as unknown };
  } catch {
    return undefined;
  }
}

/**
 * What is kept of a half-typed form: everything but a field that speaks of refusing to sign, because that is stored
 * nowhere. A draft that is no form at all is refused with `invalid` where it speaks of it.
 */
export function draftContent(content: string): string {
  const form = plainJson(content);
  if (form) return JSON.stringify(form.value) ?? '';
  if (speaksOfRefusal(content)) fail('invalid', noRefusal);
  return content;
}
