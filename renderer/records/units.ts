import { useEffect, useState } from 'react';
import type { Unit } from '../../shared/api/units.ts';
import { toFailure, type Failure } from '../../shared/failure.ts';
import type { IsoDate } from '../../shared/vietnamese/dates.ts';
import { exactText, fold } from '../../shared/vietnamese/fold.ts';
import { call } from '../client.ts';

const known = new Map<IsoDate, Promise<readonly Unit[]>>();
const watchers = new Set<() => void>();

/** The covered units of a day; asked once a day and kept until `forgetUnits`. */
export function loadUnits(date: IsoDate): Promise<readonly Unit[]> {
  const before = known.get(date);
  if (before) return before;
  const asked = call('units.list', { date });
  known.set(date, asked);
  asked.catch(() => known.delete(date));
  return asked;
}

/** Forgets every unit read so far, after a change of units, another log-in or another database. */
export function forgetUnits(): void {
  known.clear();
  for (const watcher of watchers) watcher();
}

interface UnitsState {
  readonly units: readonly Unit[];
  readonly failure: Failure | null;
  readonly loading: boolean;
}

/** The covered units of a day, asked again after `forgetUnits`. */
export function useUnits(date: IsoDate): UnitsState {
  const [state, setState] = useState<UnitsState>({ units: [], failure: null, loading: true });
  const [round, setRound] = useState(0);
  useEffect(() => {
    const watcher = () => setRound((before) => before + 1);
    watchers.add(watcher);
    return () => void watchers.delete(watcher);
  }, []);
  useEffect(() => {
    let current = true;
    loadUnits(date).then(
      (units) => current && setState({ units, failure: null, loading: false }),
      (error: unknown) =>
        current && setState((before) => ({ ...before, failure: toFailure(error), loading: false })),
    );
    return () => {
      current = false;
    };
  }, [date, round]);
  return state;
}

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
export function matchUnits(units: readonly Unit[], typed: string): Unit[] {
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
    (unit) => unit.level === 'village' && (communeId == null || unit.parent_id === communeId),
  );
}
