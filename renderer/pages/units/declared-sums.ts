import type { Unit } from '../../../shared/api/units.ts';

/** The declared households of a commune's villages together, and how many of its villages have none declared. */
export function declaredOf(
  villages: readonly Unit[],
  counts: ReadonlyMap<number, number>,
): { readonly total: number; readonly missing: number } {
  let total = 0;
  let missing = 0;
  for (const village of villages) {
    const count = counts.get(village.id);
    if (count === undefined) missing += 1;
    else total += count;
  }
  return { total, missing };
}

export type ReadCount = { ok: true; count: number | null } | { ok: false; reason: string };

/** Reads a typed household count: 0–20.000, with or without a point between thousands; null for nothing. */
export function readCount(typed: string): ReadCount {
  const text = typed.trim();
  if (text === '') return { ok: true, count: null };
  const digits = /^\d{1,3}(\.\d{3})*$|^\d+$/.test(text) ? Number(text.replaceAll('.', '')) : NaN;
  if (!Number.isSafeInteger(digits)) return { ok: false, reason: 'Cần một số nguyên.' };
  return digits > 20_000 ? { ok: false, reason: 'Không lớn hơn 20.000.' } : { ok: true, count: digits };
}
