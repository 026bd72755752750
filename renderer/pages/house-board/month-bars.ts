import type { CallOutput } from '../../../shared/api.ts';

type Months = CallOutput<'houses.progress'>[number]['months'];

/** A month of the chart: `yyyy-MM`, what was handed over in it, and by its end. */
export interface MonthBar {
  readonly month: string;
  readonly handed_over: number;
  readonly sum: number;
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${String(year + 1)}-01` : `${String(year)}-${String(number + 1).padStart(2, '0')}`;
}

/** Every month from the first hand-over to the last, those without any among them, so that none looks shorter. */
export function monthBars(months: Months): MonthBar[] {
  const counts = new Map(months.map(({ month, handed_over }) => [month, handed_over]));
  const sorted = [...counts.keys()].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  const bars: MonthBar[] = [];
  if (first === undefined || last === undefined) return bars;
  for (let [month, sum] = [first, 0]; month <= last; month = monthAfter(month)) {
    const handed_over = counts.get(month) ?? 0;
    sum += handed_over;
    bars.push({ month, handed_over, sum });
  }
  return bars;
}
