/** What pdfkit's embedded font offers inside; pdfkit's version is pinned and a test draws through it. */
interface EmbeddedFont {
  readonly id: string;
  readonly ascender: number;
  readonly descender: number;
  encode(text: string): [string[], GlyphPosition[]];
  ref(): unknown;
}

interface GlyphPosition {
  xAdvance: number;
  advanceWidth: number;
  xOffset: number;
}

function isEmbeddedFont(value: unknown): value is EmbeddedFont {
  if (typeof value !== 'object' || value === null) return false;
  const has = (key: string, type: string) => typeof Reflect.get(value, key) === type;
  return (
    has('id', 'string') && has('ascender', 'number') && has('encode', 'function') && has('ref', 'function')
  );
}

/** A word as a piece of a PDF `TJ` array, and its width at 1000 points. */
export interface Run {
  readonly text: string;
  readonly glyphs: string;
  readonly width: number;
}

/** One line of text ready to be drawn: its `TJ` pieces and its width in points. */
export interface Line {
  readonly text: string;
  readonly glyphs: string;
  readonly width: number;
}

/**
 * One face of one document. Laying glyphs out is what costs time, and a register repeats the same few
 * thousand words, so each word is laid out and measured once and its glyph codes are kept.
 */
export class Typeface {
  readonly font: EmbeddedFont;
  /** Ascent as a share of the size. */
  readonly ascent: number;
  readonly #runs = new Map<string, Run>();
  readonly #space: Run;

  constructor(font: unknown) {
    if (!isEmbeddedFont(font)) throw new TypeError('pdfkit no longer offers the embedded font as expected');
    this.font = font;
    this.ascent = font.ascender / 1000;
    // The first use of a glyph decides how it reads back, and Đ shares its glyph with the Icelandic Ð.
    font.encode('Đđ -');
    this.#space = this.run(' ');
  }

  /** Glyphs and width of one word (composed letters), from the cache where it was met before. */
  run(word: string): Run {
    const known = this.#runs.get(word);
    if (known) return known;
    const text = word.normalize('NFC');
    const [codes, positions] = this.font.encode(text);
    let glyphs = '';
    let pending = '';
    let width = 0;
    for (const [index, code] of codes.entries()) {
      const position = positions[index];
      if (!position) continue;
      const before = position.xOffset;
      const after = position.xAdvance - position.advanceWidth - before;
      if (before) {
        glyphs += (pending && `<${pending}>`) + round(-before);
        pending = '';
      }
      pending += code;
      if (after) {
        glyphs += `<${pending}>${round(-after)}`;
        pending = '';
      }
      width += position.xAdvance;
    }
    const run = { text, glyphs: glyphs + (pending && `<${pending}>`), width };
    this.#runs.set(word, run);
    return run;
  }

  /** Width in points of a text on one line. */
  width(text: string, size: number): number {
    return this.line(text, size).width;
  }

  /** The whole text as one line, whatever its width. */
  line(text: string, size: number): Line {
    return this.wrap(text, size, Infinity)[0] ?? emptyLine;
  }

  /**
   * Breaks a text at its spaces into lines of at most `width` points; a word that is wider than that alone is
   * broken behind a hyphen, else between letters, so that nothing is ever clipped. An empty text gives no line.
   */
  wrap(text: string, size: number, width: number): Line[] {
    const lines: Line[] = [];
    const limit = (width * 1000) / size;
    let current: Run | undefined;
    for (const word of text.split(/\s+/)) {
      if (!word) continue;
      for (const run of this.#pieces(word, limit)) {
        if (!current) current = run;
        else if (current.width + this.#space.width + run.width <= limit) current = this.#join(current, run);
        else {
          lines.push(scaled(current, size));
          current = run;
        }
      }
    }
    if (current) lines.push(scaled(current, size));
    return lines;
  }

  /** The same words spread over `width` points, as far as there are spaces to widen. */
  spread(line: Line, size: number, width: number): Line {
    const words = line.text.split(' ');
    if (words.length < 2) return line;
    const more = ((width - line.width) * 1000) / size / (words.length - 1);
    const glyphs = words.map((word) => this.run(word).glyphs).join(`${this.#space.glyphs}${round(-more)}`);
    return { text: line.text, glyphs, width };
  }

  #join(left: Run, right: Run): Run {
    return {
      text: `${left.text} ${right.text}`,
      glyphs: left.glyphs + this.#space.glyphs + right.glyphs,
      width: left.width + this.#space.width + right.width,
    };
  }

  #pieces(word: string, limit: number): Run[] {
    const whole = this.run(word);
    if (whole.width <= limit) return [whole];
    const pieces: Run[] = [];
    let part = '';
    for (const letter of whole.text) {
      if (part && this.run(part + letter).width > limit) {
        const end = part.lastIndexOf('-') + 1 || part.length;
        pieces.push(this.run(part.slice(0, end)));
        part = part.slice(end);
      }
      part += letter;
    }
    if (part) pieces.push(this.run(part));
    return pieces;
  }
}

const emptyLine: Line = { text: '', glyphs: '', width: 0 };

function scaled(run: Run, size: number): Line {
  return { text: run.text, glyphs: run.glyphs, width: (run.width * size) / 1000 };
}

/** A number as PDF content wants it: no exponent, no needless digits. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
