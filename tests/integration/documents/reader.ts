import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { area, mm, sheet } from '../../../electron/data/documents/metrics.ts';
import { inMemory } from '../../../electron/data/documents/write-document.ts';
import type { Sink } from '../../../electron/data/documents/canvas.ts';

/** A folder with the four faces as the built program has it. */
export function fontFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ba-yen-fonts-'));
  const source = join(import.meta.dirname, '../../../node_modules/@expo-google-fonts/tinos');
  for (const face of ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']) {
    const file = `Tinos_${face}.ttf`;
    writeFileSync(join(folder, file), readFileSync(join(source, face, file)));
  }
  return folder;
}

/** Runs one of poppler's programs on a document; a machine without poppler fails with what to install. */
export function poppler(
  program: 'pdftotext' | 'pdffonts' | 'pdfinfo',
  args: string[],
  pdf: Uint8Array,
): string {
  const folder = mkdtempSync(join(tmpdir(), 'ba-yen-pdf-'));
  const file = join(folder, 'document.pdf');
  try {
    writeFileSync(file, pdf);
    const out = program === 'pdftotext' ? ['-'] : [];
    return execFileSync(program, [...args, file, ...out], { encoding: 'utf8', maxBuffer: 64 << 20 });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error(`${program} is missing: install poppler-utils (apt-get install poppler-utils)`, {
        cause: error,
      });
    }
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One text of a page in points from its top left; `y` is the baseline. */
export interface Item {
  text: string;
  x: number;
  y: number;
  width: number;
  upright: boolean;
}

/** The texts of every page in the order in which they were drawn. */
export async function readPages(pdf: Uint8Array): Promise<Item[][]> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await task.promise;
  const pages: Item[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const content = await (await document.getPage(number)).getTextContent();
    const items: Item[] = [];
    for (const item of content.items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [a, b, , , x, y] = item.transform.map(Number);
      items.push({
        text: item.str,
        x: x ?? NaN,
        y: sheet.height - (y ?? NaN),
        width: item.width,
        upright: b === 0 && (a ?? 0) > 0,
      });
    }
    pages.push(items);
  }
  await task.destroy();
  return pages;
}

/** A table as read back: its rows and bands page by page, and the texts before and after it on each page. */
export interface ReadPage {
  before: string[];
  header: string[];
  rows: string[][];
  /** Rows and bands in their order; a row stands as its number. */
  order: string[];
  after: string[];
}

/** What tells the bands of a table, and what follows it, from its rows. */
export interface TableSigns {
  readonly band: RegExp;
  readonly after: RegExp;
}

const register: TableSigns = {
  band: /\([\d.]+ hộ\)$|^Cộng: .* hộ đã ký\.$/,
  after: /^Danh sách này có/,
};

/** Puts the texts of a page back into a table's cells by where they stand. */
export function readTablePage(
  items: readonly Item[],
  widths: readonly number[],
  { band, after }: TableSigns = register,
): ReadPage {
  const edges = [area.left];
  for (const width of widths) edges.push((edges.at(-1) ?? 0) + mm(width));
  const page: ReadPage = { before: [], header: [], rows: [], order: [], after: [] };
  let state: 'before' | 'header' | 'table' | 'after' = 'before';
  let row: string[] = [];
  for (const { text, x } of items) {
    const column = edges.findLastIndex((edge) => x >= edge);
    if (state === 'before' && text === 'STT') state = 'header';
    if (after.test(text)) state = 'after';
    if (state === 'before') page.before.push(text);
    else if (state === 'after') page.after.push(text);
    else if (band.test(text)) {
      state = 'table';
      page.order.push(text);
    } else if (column === 0 && /^\d/.test(text)) {
      state = 'table';
      row = widths.map(() => '');
      row[0] = text;
      page.rows.push(row);
      page.order.push(text);
    } else if (state === 'header') page.header[column] = `${page.header[column] ?? ''} ${text}`.trim();
    else row[column] = `${row[column] ?? ''} ${text}`.trim();
  }
  return page;
}

/** The texts of a page line by line, each line from left to right. */
export function linesOf(items: readonly Item[]): string[][] {
  const lines = Map.groupBy(
    items.filter(({ upright }) => upright),
    ({ y }) => Math.round(y),
  );
  return [...lines.values()].map((line) => line.sort((a, b) => a.x - b.x).map(({ text }) => text));
}

/**
 * Words of a table that leave their column or the text area, by poppler's boxes around single words. A word
 * belongs to the column where it begins.
 */
export function clippedWords(pdf: Uint8Array, widths: readonly number[]): string[] {
  const edges = [area.left];
  for (const width of widths) edges.push((edges.at(-1) ?? 0) + mm(width));
  const word = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g;
  const clipped: string[] = [];
  for (const page of poppler('pdftotext', ['-bbox'], pdf).split('<page ').slice(1)) {
    const words = [...page.matchAll(word)].map((match) => ({
      left: Number(match[1]),
      top: Number(match[2]),
      right: Number(match[3]),
      bottom: Number(match[4]),
      text: match[5] ?? '',
    }));
    const first = words.find(({ text }) => text === 'STT')?.bottom ?? Infinity;
    const table = words.filter(({ top, bottom }) => top > first + 10 && bottom < area.bottom + 1);
    const lines = Map.groupBy(table, ({ top }) => Math.round(top));
    for (const line of lines.values()) {
      const text = line.map((each) => each.text).join(' ');
      if (/hộ|Bằng chữ|NGƯỜI|Ký, ghi|KT|PHÓ|Thượng tá/.test(text)) continue;
      for (const { left, right, text } of line) {
        const column = edges.findLastIndex((edge) => left >= edge);
        if (column < 0 || right > (edges[column + 1] ?? 0) + 0.01) clipped.push(text);
      }
    }
  }
  return clipped;
}

/** The names of the fonts that a document embeds; fails for one that is not embedded whole as a subset. */
export function embeddedFonts(pdf: Uint8Array): string[] {
  const lines = poppler('pdffonts', [], pdf).trim().split('\n').slice(2);
  return lines.map((line) => /^[A-Z]{6}\+(\S+) .* yes yes yes /.exec(line)?.[1] ?? `not embedded: ${line}`);
}

/** Makes a document in memory. */
export function make<T>(maker: (sink: Sink) => T): { result: T; pdf: Uint8Array } {
  const memory = inMemory();
  const result = maker(memory.sink);
  return { result, pdf: memory.bytes() };
}
