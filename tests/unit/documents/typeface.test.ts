import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { Typeface } from '../../../electron/data/documents/typeface.ts';

const file = join(
  import.meta.dirname,
  '../../../node_modules/@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
);
const document = new PDFDocument({ font: '' })
  .registerFont('tinos', readFileSync(file))
  .font('tinos')
  .fontSize(13);
const face = new Typeface(Reflect.get(document, '_font'));

const word = fc.string({
  unit: fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyẶẫỡữMW'),
  minLength: 1,
  maxLength: 30,
});
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));

describe('a typeface', () => {
  it('measures as pdfkit does', () => {
    for (const sample of ['Vừ', 'CỘNG', '08/10/1990', 'AVAST', 'Huồi', 'Đoọc']) {
      expect(face.width(sample, 13)).toBeCloseTo(document.widthOfString(sample), 6);
    }
  });

  it('breaks any text into lines that fit and loses no letter', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 20, max: 300 }), (whole, width) => {
        const lines = face.wrap(whole, 13, width);
        for (const line of lines) expect(line.width).toBeLessThanOrEqual(width + 1e-6);
        const letters = (value: string) => value.replaceAll(' ', '');
        expect(letters(lines.map((line) => line.text).join(''))).toBe(letters(whole));
      }),
    );
  });

  it('breaks between words where the words fit, and as late as possible', () => {
    const lines = face.wrap('một hai ba bốn năm sáu bảy tám', 13, 60).map((line) => line.text);
    expect(lines.join(' ')).toBe('một hai ba bốn năm sáu bảy tám');
    for (const [index, line] of lines.entries()) {
      const next = lines[index + 1]?.split(' ')[0];
      if (next) expect(face.width(`${line} ${next}`, 13)).toBeGreaterThan(60);
    }
  });

  it('breaks a number that is too long for its column behind a hyphen, as offices write it', () => {
    const width = face.width('05/BC-CAH-X', 12);
    expect(face.wrap('05/BC-CAH-XDPT', 12, width).map((line) => line.text)).toEqual(['05/BC-CAH-', 'XDPT']);
    expect(face.wrap('không-ngắt 05/BC', 12, 500).map((line) => line.text)).toEqual(['không-ngắt 05/BC']);
  });

  it('composes letters and takes any white space for one space', () => {
    expect(face.wrap('Đoọc \u00a0\n Mạy'.normalize('NFD'), 13, 500)[0]?.text).toBe('Đoọc Mạy');
    expect(face.wrap('  ', 13, 500)).toEqual([]);
  });

  it('refuses what is not the embedded font that it knows', () => {
    expect(() => new Typeface({})).toThrow(TypeError);
  });
});
