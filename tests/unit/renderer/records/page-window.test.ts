import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import {
  emptyWindow,
  knownRows,
  pageToRead,
  putPage,
  rowAt,
  staleWindow,
} from '../../../../renderer/records/page-window.ts';

const SIZE = 10;
/** A list as the data process answers it: rows in order, the next page starts after the last row. */
function answer(rows: readonly number[], after: string | undefined) {
  const from = after === undefined ? 0 : rows.findIndex((row) => row > Number(after));
  const page = from === -1 ? [] : rows.slice(from, from + SIZE);
  const more = from !== -1 && from + SIZE < rows.length;
  return { rows: page, next: more ? String(page.at(-1)) : null };
}

function readAll(rows: readonly number[], start = emptyWindow<number>(SIZE), first = 0, last = 0) {
  let window = start;
  for (let round = 0; round < 500; round += 1) {
    const wanted = pageToRead(window, first, last);
    if (!wanted) return window;
    const { rows: page, next } = answer(rows, wanted.after);
    window = putPage(window, wanted.page, page, next);
  }
  throw new Error('reads without end');
}
const numbers = (count: number) => Array.from({ length: count }, (_, at) => at * 10);

describe('a long list read page by page', () => {
  test('reads the first page, and on when the view comes near the end', () => {
    let window = readAll(numbers(35));
    expect(knownRows(window)).toBe(10);
    window = readAll(numbers(35), window, 25, 34);
    expect(window.complete).toBe(true);
    expect(knownRows(window)).toBe(35);
    expect(rowAt(window, 34)).toBe(340);
  });
  test('drops rows far from the view and reads them again by their place', () => {
    const rows = numbers(400);
    let window = emptyWindow<number>(SIZE);
    for (let at = 0; at < 400; at += SIZE) window = readAll(rows, window, at, at + SIZE - 1);
    expect(rowAt(window, 0)).toBeUndefined();
    window = readAll(rows, window, 0, 9);
    expect(rowAt(window, 0)).toBe(0);
    expect(knownRows(window)).toBe(400);
  });
  test('after a change every row stands once and in order, whatever came or went', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(999), { maxLength: 80 }),
        fc.uniqueArray(fc.nat(999), { maxLength: 80 }),
        (one, two) => {
          const [before, after] = [one, two].map((list) => [...list].sort((a, b) => a - b)) as [
            number[],
            number[],
          ];
          let window = emptyWindow<number>(SIZE);
          for (let at = 0; at <= before.length; at += SIZE) window = readAll(before, window, at, at + SIZE);
          window = staleWindow(window);
          for (let at = 0; at <= after.length; at += SIZE) window = readAll(after, window, at, at + SIZE);
          const shown = Array.from({ length: knownRows(window) }, (_, at) => rowAt(window, at));
          expect(shown).toEqual(after);
        },
      ),
    );
  });
});
