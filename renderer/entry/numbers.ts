import { formatNumber } from '../../shared/vietnamese/numbers.ts';

/** Proposed form numbers: always the highest one known + 1, whatever was typed in between. */
export class NumberProposal {
  #next: number;

  constructor(next: number) {
    this.#next = next;
  }

  /** The number to propose now. */
  get next(): number {
    return this.#next;
  }

  /** A form got that number (it may still be on its way to the database). */
  used(number: number): void {
    this.#next = Math.max(this.#next, number + 1);
  }

  /** What the database says is next. */
  learned(next: number): void {
    this.#next = Math.max(this.#next, next);
  }
}

/** The numbers that lie between the lowest and the highest form of a stack but were not entered. */
export function skippedNumbers(entered: readonly number[]): number[] {
  const known = new Set(entered);
  const skipped: number[] = [];
  for (let number = Math.min(...known); number < Math.max(...known); number += 1) {
    if (!known.has(number)) skipped.push(number);
  }
  return skipped;
}

/** Numbers in one line, neighbours as ranges: "3, 7–9, 12"; at most `limit` groups. */
export function shortRanges(numbers: readonly number[], limit = 8): string {
  const groups: [number, number][] = [];
  for (const number of numbers) {
    const last = groups.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else groups.push([number, number]);
  }
  const shown = groups.slice(0, limit).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return shown.join(', ') + (groups.length > limit ? ', …' : '');
}

/** What the end of a stack says about its forms against its cover sheet. */
export function coverComparison(forms: number, cover: number): { missing: number; text: string } {
  const missing = cover - forms;
  const told = `Trên bìa ${formatNumber(cover)} tờ, đã nhập ${formatNumber(forms)} tờ`;
  if (missing === 0) return { missing, text: `${told}: đủ.` };
  if (missing > 0) return { missing, text: `${told}: còn thiếu ${formatNumber(missing)} tờ.` };
  return { missing, text: `${told}: thừa ${formatNumber(-missing)} tờ so với bìa.` };
}
