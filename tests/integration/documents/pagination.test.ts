import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { makeRegister } from '../../../electron/data/documents/index.ts';
import type { Drawn, RegisterGroup } from '../../../electron/data/documents/index.ts';
import { area } from '../../../electron/data/documents/metrics.ts';
import { registerColumns } from '../../../electron/data/documents/register-columns.ts';
import { fontFolder, make, readPages, readTablePage } from './reader.ts';
import { registerData, villages } from './sample.ts';

const fonts = fontFolder();
afterAll(() => rmSync(fonts, { recursive: true, force: true }));

type Kind = 'row' | 'heading' | 'subtotal' | 'header' | 'tail';

/** What stands on each page from top to bottom, from what was drawn. */
function pagesOf(groups: RegisterGroup[]): { kinds: Kind[][]; texts: Drawn[] } {
  const drawn: Drawn[] = [];
  const record = (thing: Drawn) => void drawn.push(thing);
  make((sink) => makeRegister(registerData([], { groups }), { fontFolder: fonts, record }, sink));
  const kinds: Kind[][] = [];
  for (const thing of drawn) {
    if (thing.kind === 'page') kinds.push([]);
    if (thing.kind !== 'text') continue;
    const kind = kindOf(thing);
    if (kind) kinds.at(-1)?.push(kind);
  }
  return { kinds, texts: drawn };
}

function kindOf({ text, x, font }: Extract<Drawn, { kind: 'text' }>): Kind | undefined {
  if (text === 'STT') return 'header';
  if (text.startsWith('Danh sách này có')) return 'tail';
  if (text.startsWith('Cộng:')) return 'subtotal';
  if (font === 'bold' && / \([\d.]+ hộ\)$/.test(text)) return 'heading';
  const first = x < area.left + 40 && font === 'regular' && /^[\d.]+$/.test(text);
  return first ? 'row' : undefined;
}

function checkPages(kinds: Kind[][], rows: number): void {
  expect(kinds.flat().filter((kind) => kind === 'row')).toHaveLength(rows);
  expect(kinds.flat().filter((kind) => kind === 'tail')).toHaveLength(1);
  for (const [index, page] of kinds.entries()) {
    expect(page[0]).toBe('header');
    expect(page.filter((kind) => kind === 'header')).toHaveLength(1);
    expect(page.at(-1)).not.toBe('heading');
    if (index > 0) expect(page[1]).not.toBe('subtotal');
  }
  const last = kinds.at(-1) ?? [];
  expect(last.at(-1)).toBe('tail');
  expect(last.filter((kind) => kind === 'row').length).toBeGreaterThanOrEqual(Math.min(2, rows));
}

describe('signatures never stand alone', () => {
  it('has two rows or more on the last page for every number of rows, read back from the file', async () => {
    const widths = registerColumns(registerData([])).map(({ width }) => width);
    for (let count = 1; count <= 120; count++) {
      const data = registerData([count]);
      const { pdf } = make((sink) => makeRegister(data, { fontFolder: fonts }, sink));
      const pages = (await readPages(pdf)).map((items) => readTablePage(items, widths));
      const last = pages.at(-1);
      expect(pages.flatMap(({ rows }) => rows.map((row) => row[0]))).toEqual(
        Array.from({ length: count }, (_, index) => String(index + 1)),
      );
      expect(last?.after, `${count} rows`).toContain('NGƯỜI LẬP');
      expect(last?.after[0]).toMatch(/^Danh sách này có/);
      expect(last?.rows.length, `${count} rows`).toBeGreaterThanOrEqual(Math.min(2, count));
      expect(last?.order.at(-1), `${count} rows`).toMatch(/^Cộng: /);
    }
  }, 60_000);

  it('holds for villages of any size, with headings and subtotals kept with their rows', () => {
    const size = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 60 }), fc.constant(0));
    fc.assert(
      fc.property(fc.array(size, { minLength: 1, maxLength: 8 }), (sizes) => {
        const { kinds } = pagesOf(villages(sizes));
        checkPages(
          kinds,
          sizes.reduce((sum, each) => sum + each, 0),
        );
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('draws no text of a table below the text area, whatever the notes', () => {
    const word = fc.string({ unit: fc.constantFrom(...'aăâêôơưđnhg ẫặợữỷ'), maxLength: 600 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (notes) => {
        const [group] = villages([notes.length]);
        const rows = (group?.rows ?? []).map((row, index) => ({ ...row, note: notes[index] ?? '' }));
        const { kinds, texts } = pagesOf([{ village_name: 'Huồi Đun', rows }]);
        checkPages(kinds, rows.length);
        for (const thing of texts) {
          if (thing.kind !== 'text' || thing.text.startsWith('Đầu chuỗi')) continue;
          expect(thing.y + thing.size).toBeLessThanOrEqual(area.bottom + 1);
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
