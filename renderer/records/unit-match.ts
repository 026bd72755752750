import type { Unit } from '../../shared/api/units.ts';
import { exactText, fold } from '../../shared/vietnamese/fold.ts';

const starts = (words: string, typed: string): boolean =>
  words.startsWith(typed) || words.includes(` ${typed}`);

/** How well what is typed fits a name: 0 best, Infinity not at all; exact diacritics always before folded. */
function rank(name: string, typed: string, folded: string): number {
  const exact = exactText(name);
  if (exact === typed) return 0;
  if (exact.startsWith(typed)) return 1;
  if (starts(exact, typed)) return 2;
  const plain = fold(name);
  if (plain === folded) return 3;
  if (plain.startsWith(folded)) return 4;
  if (starts(plain, folded)) return 5;
  return plain.includes(folded) ? 6 : Infinity;
}

/**
 * The units that fit what is typed, with or without diacritics: exact diacritics first, so that "Nậm Cắn" and
 * "Nậm Càn" never change places. Aliases count, after names. All of them for empty text.
 */
export function matchUnits<U extends Pick<Unit, 'name' | 'aliases'>>(
  units: readonly U[],
  typed: string,
): U[] {
  const exact = exactText(typed);
  const folded = fold(typed);
  if (folded === '') return [...units];
  return units
    .map((unit, place) => {
      const byAlias = Math.min(Infinity, ...unit.aliases.map((alias) => rank(alias, exact, folded)));
      return { unit, place, order: Math.min(rank(unit.name, exact, folded), byAlias + 0.5) };
    })
    .filter(({ order }) => order !== Infinity)
    .sort((a, b) => a.order - b.order || a.place - b.place)
    .map(({ unit }) => unit);
}

/** A unit with its type in front, as sentences write it: "xã Huồi Tụ". */
export function unitInWords(unit: Pick<Unit, 'name' | 'type'>): string {
  return `${unit.type} ${unit.name}`;
}

/** The communes among units. */
export function communesOf(units: readonly Unit[]): Unit[] {
  return units.filter((unit) => unit.level === 'commune');
}

/** The villages among units, of one commune where it is given. */
export function villagesOf(units: readonly Unit[], communeId?: number | null): Unit[] {
  return units.filter(
    (unit) =>
      unit.level === 'village' &&
      (communeId === undefined || communeId === null || unit.parent_id === communeId),
  );
}
