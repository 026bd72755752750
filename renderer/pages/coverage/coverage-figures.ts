import type { CallOutput } from '../../../shared/api.ts';
import { percent } from '../../../shared/vietnamese/numbers.ts';

export type CoverageCommune = CallOutput<'coverage.table'>['communes'][number];
export type CoverageVillage = CoverageCommune['villages'][number];
/** What the percentage is of: the commune's own count, or the households in the database. */
export type Base = 'declared' | 'entered';

/** How far a village is, in steps that colour and mark share; `unknown` has no base to compare with. */
export type Step = 'unknown' | 'none' | 'low' | 'half' | 'most' | 'all';

export const stepWords: Record<Step, string> = {
  unknown: 'chưa có số để so',
  none: 'chưa hộ nào',
  low: 'dưới 50%',
  half: 'từ 50%',
  most: 'từ 90%',
  all: '100%',
};

/** The number of households that the percentage is of; null while it is not known. */
export function baseOf(village: CoverageVillage, base: Base): number | null {
  const count = base === 'declared' ? village.declared : village.entered;
  return count === 0 ? null : count;
}

/** The step of signed households out of a base. */
export function stepOf(signed: number, base: number | null): Step {
  if (base === null) return 'unknown';
  if (signed >= base) return 'all';
  if (signed === 0) return 'none';
  const share = signed / base;
  return share >= 0.9 ? 'most' : share >= 0.5 ? 'half' : 'low';
}

/** The percentage as the cell shows it; "—" where there is nothing to compare with. */
export function shareText(signed: number, base: number | null): string {
  return base === null ? '—' : percent(signed, base);
}

export interface Totals {
  readonly villages: number;
  readonly declared: number;
  /** Villages whose commune has not told its own count. */
  readonly undeclared: number;
  readonly entered: number;
  readonly signed: number;
  readonly bulk: number;
  /** Signed in the villages that have a declared count: only these compare with it. */
  readonly signedOfDeclared: number;
}

/** Sums over villages; those without a declared count do not enter the declared percentage. */
export function totalsOf(villages: readonly CoverageVillage[]): Totals {
  const sum = (pick: (village: CoverageVillage) => number) =>
    villages.reduce((total, village) => total + pick(village), 0);
  return {
    villages: villages.length,
    declared: sum(({ declared }) => declared ?? 0),
    undeclared: sum(({ declared }) => (declared === null ? 1 : 0)),
    entered: sum(({ entered }) => entered),
    signed: sum(({ signed }) => signed),
    bulk: sum(({ bulk }) => bulk),
    signedOfDeclared: sum(({ declared, signed }) => (declared === null ? 0 : signed)),
  };
}

/** The percentage of totals. */
export function totalShare(totals: Totals, base: Base): string {
  return base === 'declared'
    ? percent(totals.signedOfDeclared, totals.declared)
    : percent(totals.signed, totals.entered);
}
