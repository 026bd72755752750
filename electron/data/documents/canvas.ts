import PDFDocument from 'pdfkit';
import { fontSource, keepParsed } from './fonts.ts';
import type { FontName } from './fonts.ts';
import { portrait } from './metrics.ts';
import type { PageLayout } from './metrics.ts';
import { Typeface, round } from './typeface.ts';
import type { Line } from './typeface.ts';

/** Where the bytes of a document go; called once a page, in order. */
export type Sink = (bytes: Uint8Array) => void;

/** One thing drawn, in points from the top left: a text's `y` is its top, as pdfkit's own `text()` takes it. */
export type Drawn =
  | { kind: 'page' }
  | { kind: 'text'; font: FontName; size: number; x: number; y: number; text: string }
  | { kind: 'line'; x1: number; y1: number; x2: number; y2: number; width: number };

export interface CanvasOptions {
  /** Folder with the four Tinos files. */
  fontFolder: string;
  title: string;
  /** ISO date that the file is dated with, so that the same data gives the same bytes. */
  date: string;
  /** The sheet that every page is drawn on; upright unless said. */
  layout?: PageLayout | undefined;
  /** Called for everything drawn upright, so that it can be drawn again without any layout. */
  record?: ((thing: Drawn) => void) | undefined;
}

export interface PlacedLine {
  line: Line;
  x: number;
  baseline: number;
}

const hairline = 0.5;

/**
 * Draws texts and lines at given places, one page after the other, and hands every finished page to the sink.
 * pdfkit owns the file (objects, fonts, compression); the content of a page is written here, because pdfkit's
 * own `text()` lays every string out anew and saves and restores the whole state around each.
 */
export class Canvas {
  readonly #document: PDFKit.PDFDocument;
  readonly #sink: Sink;
  readonly #options: CanvasOptions;
  readonly layout: PageLayout;
  readonly #faces = new Map<FontName, Typeface>();
  #content: string[] = [];
  pages = 0;

  constructor(options: CanvasOptions, sink: Sink) {
    this.#options = options;
    this.#sink = sink;
    this.layout = options.layout ?? portrait;
    const { sheet } = this.layout;
    this.#document = new PDFDocument({
      autoFirstPage: false,
      size: [sheet.width, sheet.height],
      margin: 0,
      font: '',
      lang: 'vi-VN',
      displayTitle: true,
      info: {
        Title: options.title.normalize('NFC'),
        Creator: 'Ba Yên',
        Producer: 'Ba Yên',
        CreationDate: new Date(`${options.date}T00:00:00Z`),
      },
    });
  }

  /** The face, opened when first needed: a face that is not used is not embedded. */
  face(name: FontName): Typeface {
    const known = this.#faces.get(name);
    if (known) return known;
    const { fontFolder } = this.#options;
    this.#document.registerFont(name, fontSource(fontFolder, name));
    this.#document.font(name);
    const face = new Typeface(Reflect.get(this.#document, '_font'));
    keepParsed(fontFolder, name, Reflect.get(face.font, 'font'));
    this.#faces.set(name, face);
    return face;
  }

  /** Finishes the page before, if any, and begins an empty one. */
  addPage(): void {
    this.#flush();
    this.#document.addPage();
    this.pages += 1;
    this.#options.record?.({ kind: 'page' });
    this.#content.push(`${hairline} w`);
    this.#drain();
  }

  /** Draws lines that belong together (one cell) as one text object, so that they are read back together. */
  lines(name: FontName, size: number, placed: readonly PlacedLine[]): void {
    if (placed.length === 0) return;
    const { font, ascent } = this.#use(name);
    let text = `BT /${font.id} ${size} Tf`;
    for (const { line, x, baseline } of placed) {
      text += ` 1 0 0 -1 ${round(x)} ${round(baseline)} Tm [${line.glyphs}] TJ`;
      this.#options.record?.({
        kind: 'text',
        font: name,
        size,
        x,
        y: baseline - ascent * size,
        text: line.text,
      });
    }
    this.#content.push(`${text} ET`);
  }

  /** Draws one text on one line; `align` says what `x` is: its left edge, its middle or its right edge. */
  text(
    name: FontName,
    size: number,
    x: number,
    baseline: number,
    text: string,
    align: 'left' | 'center' | 'right' = 'left',
  ): void {
    const line = this.face(name).line(text, size);
    const shift = align === 'left' ? 0 : align === 'center' ? line.width / 2 : line.width;
    this.lines(name, size, [{ line, x: x - shift, baseline }]);
  }

  /** Draws a text in light grey, turned by 45° around the middle of the sheet, or of the part of it around `middle`. */
  watermark(text: string, size: number, middle = this.layout.sheet.height / 2): void {
    const face = this.#use('bold');
    const line = face.line(text, size);
    const turn = round(Math.SQRT1_2 * 1000) / 1000;
    const { sheet } = this.layout;
    const along = line.width / 2;
    const down = size * 0.33;
    const x = sheet.width / 2 - along * Math.SQRT1_2 + down * Math.SQRT1_2;
    const y = middle + along * Math.SQRT1_2 + down * Math.SQRT1_2;
    this.#content.push(
      `q 0.87 g BT /${face.font.id} ${size} Tf ${turn} ${-turn} ${-turn} ${-turn} ${round(x)} ${round(y)} Tm ` +
        `[${line.glyphs}] TJ ET Q`,
    );
  }

  /** Draws a straight black line. */
  rule(x1: number, y1: number, x2: number, y2: number, width = hairline): void {
    const path = `${round(x1)} ${round(y1)} m ${round(x2)} ${round(y2)} l S`;
    this.#content.push(width === hairline ? path : `${width} w ${path} ${hairline} w`);
    this.#options.record?.({ kind: 'line', x1, y1, x2, y2, width });
  }

  /** Finishes the document: the last page, fonts and index go to the sink. */
  end(): void {
    this.#flush();
    this.#document.end();
    this.#drain();
  }

  #use(name: FontName): Typeface {
    const face = this.face(name);
    const fonts = this.#document.page.fonts as Record<string, unknown>;
    fonts[face.font.id] ??= face.font.ref();
    return face;
  }

  #flush(): void {
    if (this.#content.length === 0) return;
    this.#document.addContent(Buffer.from(`${this.#content.join('\n')}\n`, 'latin1'));
    this.#content = [];
  }

  /** pdfkit pushes a page's bytes when the next one begins; taking them now keeps memory flat. */
  #drain(): void {
    for (;;) {
      const bytes: unknown = this.#document.read();
      if (!(bytes instanceof Uint8Array)) return;
      this.#sink(bytes);
    }
  }
}
