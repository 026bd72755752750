import type { Manifest } from '../../../shared/api/backup.ts';
import { localDay } from '../office/wording.ts';

/** What retention looks at. */
export interface Kept {
  readonly name: string;
  readonly made_at: string;
  readonly cause: Manifest['cause'];
}

/** How many of each are kept. */
export const keepDays = 7;
export const keepWeeks = 4;
export const keepMonths = 12;
export const keepBefore = 5;
/** However old: so many newest backups always stay. */
export const keepAlways = 3;

const dayMs = 86_400_000;
/** The office's own day, as the day's backup is due by it. */
const dayOf = (moment: string) => localDay(new Date(moment));
const monthOf = (moment: string) => dayOf(moment).slice(0, 7);
/** Weeks begin on Monday; 1970-01-01 was a Thursday. */
const weekOf = (moment: string) => String(Math.floor((Date.parse(dayOf(moment)) / dayMs + 3) / 7));

/** The newest backup of each of the newest `count` days, weeks or months that have one. */
function newestOfEach(sorted: readonly Kept[], periodOf: (moment: string) => string, count: number): Kept[] {
  const newest = new Map<string, Kept>();
  for (const backup of sorted) {
    const period = periodOf(backup.made_at);
    if (!newest.has(period)) newest.set(period, backup);
  }
  return [...newest.values()].slice(0, count);
}

/**
 * The names that may be removed from the program's own backup folder. Kept are the newest backup of each of 7
 * days, 4 weeks and 12 months, the 5 newest made before a restore or a migration, and the 3 newest of all.
 */
export function expired(backups: readonly Kept[]): string[] {
  const sorted = backups.toSorted(
    (a, b) => b.made_at.localeCompare(a.made_at) || b.name.localeCompare(a.name),
  );
  const daily = sorted.filter(({ cause }) => !cause.startsWith('before_'));
  const before = sorted.filter(({ cause }) => cause.startsWith('before_'));
  const kept = new Set([
    ...newestOfEach(daily, dayOf, keepDays),
    ...newestOfEach(daily, weekOf, keepWeeks),
    ...newestOfEach(daily, monthOf, keepMonths),
    ...before.slice(0, keepBefore),
    ...sorted.slice(0, keepAlways),
  ]);
  return sorted.filter((backup) => !kept.has(backup)).map(({ name }) => name);
}
