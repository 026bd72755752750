import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { inMemory, makeRegister, writeDocument } from '../../../electron/data/documents/index.ts';
import type { Drawn, Sink } from '../../../electron/data/documents/index.ts';
import { drawRecorded } from './floor.ts';
import { fontFolder, make, readPages } from './reader.ts';
import { registerData } from './sample.ts';

const fonts = fontFolder();
const root = mkdtempSync(join(tmpdir(), 'ba-yen-write-'));
let folder = root;
beforeEach(() => {
  folder = mkdtempSync(join(root, 'case-'));
});
afterAll(() => {
  rmSync(fonts, { recursive: true, force: true });
  rmSync(root, { recursive: true, force: true });
});

const register = (sink: Sink) => makeRegister(registerData([100]), { fontFolder: fonts }, sink);
const code = (value: string): unknown =>
  expect.objectContaining({ failure: expect.objectContaining({ code: value }) as unknown });

describe('writing a document', () => {
  it('leaves the whole file under its name and nothing else', () => {
    const path = join(folder, 'Sổ Huồi Tụ.pdf');
    const result = writeDocument(path, register);
    expect(result.rows).toBe(100);
    expect(readdirSync(folder)).toEqual(['Sổ Huồi Tụ.pdf']);
    expect(Buffer.compare(readFileSync(path), make(register).pdf)).toBe(0);
  });

  it('keeps the old file when it is stopped in between, by a signal or by a shared flag', () => {
    const path = join(folder, 'register.pdf');
    writeFileSync(path, 'old');
    const abort = new AbortController();
    const onProgress = ({ pages }: { pages: number }) => {
      if (pages === 2) abort.abort();
    };
    const aborted = { fontFolder: fonts, signal: abort.signal, onProgress };
    expect(() => writeDocument(path, (sink) => makeRegister(registerData([200]), aborted, sink))).toThrow(
      code('cancelled'),
    );
    let asked = 0;
    const flagged = { fontFolder: fonts, isCancelled: () => ++asked > 2 };
    expect(() => writeDocument(path, (sink) => makeRegister(registerData([200]), flagged, sink))).toThrow(
      code('cancelled'),
    );
    expect(asked).toBe(3);
    expect(readdirSync(folder)).toEqual(['register.pdf']);
    expect(readFileSync(path, 'utf8')).toBe('old');
  });

  it('says when the place is gone or taken by a folder', () => {
    expect(() => writeDocument(join(folder, 'gone', 'register.pdf'), register)).toThrow(code('removed'));
    mkdirSync(join(folder, 'taken.pdf'));
    expect(() => writeDocument(join(folder, 'taken.pdf'), register)).toThrow(code('file_exists'));
    expect(existsSync(join(folder, 'taken.pdf.part'))).toBe(false);
  });

  it('says when the disk is full', () => {
    // The kernel answers every write to this device with "no space left".
    symlinkSync('/dev/full', join(folder, 'full.pdf.part'));
    expect(() => writeDocument(join(folder, 'full.pdf'), register)).toThrow(code('disk_full'));
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('making a document', () => {
  it('hands pages to the sink while it works and reports progress', () => {
    const sizes: number[] = [];
    const seen: { pages: number; rows: number; written: number }[] = [];
    const written = () => sizes.reduce((sum, size) => sum + size, 0);
    const onProgress = (progress: { pages: number; rows: number }) =>
      seen.push({ ...progress, written: written() });
    const result = makeRegister(registerData([400]), { fontFolder: fonts, onProgress }, (bytes) =>
      sizes.push(bytes.length),
    );
    expect(seen.map(({ pages }) => pages)).toEqual(seen.map((_, index) => index + 1));
    expect(seen).toHaveLength(result.pages);
    for (const [index, { rows, written: bytes }] of seen.entries()) {
      if (index < 2) continue;
      expect(rows).toBeGreaterThan(seen[index - 1]?.rows ?? 0);
      expect(bytes).toBeGreaterThan(seen[index - 1]?.written ?? 0);
    }
  });

  it('records what it draws well enough to draw it again', async () => {
    const drawn: Drawn[] = [];
    const options = { fontFolder: fonts, record: (thing: Drawn) => void drawn.push(thing) };
    const { pdf } = make((sink) => makeRegister(registerData([90]), options, sink));
    const again = inMemory();
    drawRecorded(drawn, fonts, again.sink);
    const [first, second] = await Promise.all([readPages(pdf), readPages(again.bytes())]);
    expect(second.map((page) => page.map(({ text }) => text))).toEqual(
      first.map((page) => page.map(({ text }) => text)),
    );
    for (const [number, page] of first.entries()) {
      for (const [index, item] of page.entries()) {
        const other = second[number]?.[index];
        expect(Math.abs(item.x - (other?.x ?? NaN)), item.text).toBeLessThan(0.1);
        expect(Math.abs(item.y - (other?.y ?? NaN)), item.text).toBeLessThan(0.1);
      }
    }
  });

  it('says when the installation lacks a font', () => {
    const { sink } = inMemory();
    expect(() => makeRegister(registerData([1]), { fontFolder: folder }, sink)).toThrow(code('internal'));
  });
});
