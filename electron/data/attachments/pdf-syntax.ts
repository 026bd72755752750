/** A PDF whose syntax is not what every reader would read alike; whoever asks must not trust it. */
export class OddPdf extends Error {
  constructor() {
    super('odd PDF');
    this.name = 'OddPdf';
  }
}

const byteOf = (letter: string) => letter.charCodeAt(0);
const [slash, hash, percent, backslash] = [byteOf('/'), byteOf('#'), byteOf('%'), byteOf('\\')];
const [open, close, less, greater] = [byteOf('('), byteOf(')'), byteOf('<'), byteOf('>')];
const [openArray, closeArray] = [byteOf('['), byteOf(']')];
const [lineFeed, carriageReturn] = [0x0a, 0x0d];

const white = new Uint8Array(256);
for (const byte of [0, 9, lineFeed, 12, carriageReturn, 32]) white[byte] = 1;
/** White or the beginning of something else: ends a name, a number, a word. */
const ends = white.slice();
for (const letter of '()<>[]{}/%') ends[byteOf(letter)] = 1;

const digits = new Int8Array(256).fill(-1);
for (const [value, digit] of [...'0123456789abcdef'].entries()) {
  digits[byteOf(digit)] = value;
  digits[byteOf(digit.toUpperCase())] = value;
}
/** The value of a hexadecimal digit, or -1. */
const digitOf = (byte: number | undefined) => (byte === undefined ? -1 : (digits[byte] ?? -1));

/**
 * The name that begins with the "/" at a place, letters written as #xx read; not more of it than so many letters. A
 * zero byte ends it, as it does for readers that keep names as C does.
 */
export function nameAt(bytes: Uint8Array, at: number, most: number): string {
  let name = '';
  for (let place = at + 1; place < bytes.length && name.length < most;) {
    let byte = bytes[place] ?? 0;
    if (ends[byte]) break;
    place += 1;
    if (byte === hash) {
      const [high, low] = [digitOf(bytes[place]), digitOf(bytes[place + 1])];
      if (high >= 0 && low >= 0) {
        byte = high * 16 + low;
        place += 2;
        if (byte === 0) break;
      }
    }
    name += String.fromCharCode(byte);
  }
  return name;
}

/** A value of an object: a name with its "/", a dictionary, a list; anything else is its word, or "()" for a text. */
export type PdfValue = string | PdfDictionary | readonly PdfValue[];
export type PdfDictionary = ReadonlyMap<string, PdfValue>;

/** How deep values may lie in one another, how long a name may be, and how many values of a list are kept. */
const mostDeep = 60;
const longestName = 127;
const mostKept = 4;

/** What an object is, and where the bytes behind its "stream" begin, if it has any. */
export interface PdfObject {
  readonly value: PdfValue;
  readonly streamAt: number | null;
}

/**
 * Reads single objects of a PDF, wherever a reader might be sent to look for one. It is strict: where readers might
 * disagree it throws `OddPdf`, and also when it has read more than its budget of bytes.
 */
export class PdfReader {
  readonly #bytes: Uint8Array;
  readonly #onName: (name: string) => void;
  #at = 0;
  #budget: number;

  /** Told of every name that is met, keys and values alike. */
  constructor(bytes: Uint8Array, budget: number, onName: (name: string) => void) {
    this.#bytes = bytes;
    this.#budget = budget;
    this.#onName = onName;
  }

  /** The object whose content begins at a place, behind its "obj". */
  objectAt(at: number): PdfObject {
    this.#at = at;
    const value = this.#value(0);
    const streamAt = value instanceof Map ? this.#streamStart() : null;
    this.#budget -= this.#at - at;
    if (this.#budget < 0) throw new OddPdf();
    return { value, streamAt };
  }

  #streamStart(): number | null {
    this.#skipWhite();
    const word = this.#wordFrom(this.#at);
    if (word !== 'stream') {
      // "streamx" and the like: some readers would take it.
      if (word.startsWith('stream')) throw new OddPdf();
      return null;
    }
    const at = this.#at + word.length;
    if (this.#bytes[at] === lineFeed) return at + 1;
    if (this.#bytes[at] !== carriageReturn) throw new OddPdf();
    return this.#bytes[at + 1] === lineFeed ? at + 2 : at + 1;
  }

  #skipWhite(): void {
    for (; this.#at < this.#bytes.length; this.#at += 1) {
      const byte = this.#bytes[this.#at] ?? 0;
      if (byte === percent) this.#skipComment();
      else if (!white[byte]) return;
    }
  }

  /** Leaves off at the end of the line. */
  #skipComment(): void {
    for (; this.#at < this.#bytes.length; this.#at += 1) {
      const byte = this.#bytes[this.#at];
      if (byte === lineFeed || byte === carriageReturn) return;
    }
  }

  #wordFrom(at: number): string {
    let end = at;
    while (end < this.#bytes.length && end - at < longestName && !ends[this.#bytes[end] ?? 0]) end += 1;
    return String.fromCharCode(...this.#bytes.subarray(at, end));
  }

  #value(deep: number): PdfValue {
    this.#skipWhite();
    if (deep > mostDeep) throw new OddPdf();
    switch (this.#bytes[this.#at]) {
      case slash:
        return this.#name();
      case open:
        return this.#text();
      case less:
        return this.#bytes[this.#at + 1] === less ? this.#dictionary(deep) : this.#hexText();
      case openArray:
        return this.#list(deep);
      default:
        return this.#word();
    }
  }

  #name(): string {
    const name = nameAt(this.#bytes, this.#at, longestName + 1);
    if (name.length > longestName) throw new OddPdf();
    this.#at += 1;
    while (this.#at < this.#bytes.length && !ends[this.#bytes[this.#at] ?? 0]) this.#at += 1;
    this.#onName(name);
    return `/${name}`;
  }

  #word(): string {
    const word = this.#wordFrom(this.#at);
    if (word === '') throw new OddPdf();
    this.#at += word.length;
    return word;
  }

  /** A text in brackets: they may lie in one another, and a backslash takes what is behind it out of the count. */
  #text(): string {
    let deep = 0;
    for (; this.#at < this.#bytes.length; this.#at += 1) {
      const byte = this.#bytes[this.#at];
      if (byte === backslash) this.#at += 1;
      else if (byte === open) deep += 1;
      else if (byte === close && --deep === 0) {
        this.#at += 1;
        return '()';
      }
    }
    throw new OddPdf();
  }

  #hexText(): string {
    for (this.#at += 1; this.#at < this.#bytes.length; this.#at += 1) {
      const byte = this.#bytes[this.#at] ?? 0;
      if (byte === greater) {
        this.#at += 1;
        return '()';
      }
      if (!white[byte] && digitOf(byte) < 0) throw new OddPdf();
    }
    throw new OddPdf();
  }

  #list(deep: number): PdfValue[] {
    const values: PdfValue[] = [];
    for (this.#at += 1; ;) {
      this.#skipWhite();
      if (this.#bytes[this.#at] === closeArray) {
        this.#at += 1;
        return values;
      }
      const value = this.#value(deep + 1);
      if (values.length < mostKept) values.push(value);
    }
  }

  #dictionary(deep: number): PdfDictionary {
    const entries = new Map<string, PdfValue>();
    for (this.#at += 2; ;) {
      this.#skipWhite();
      const byte = this.#bytes[this.#at];
      if (byte === greater && this.#bytes[this.#at + 1] === greater) {
        this.#at += 2;
        return entries;
      }
      if (byte !== slash) throw new OddPdf();
      const key = this.#name().slice(1);
      // Which of two entries counts is told differently by different readers.
      if (entries.has(key)) throw new OddPdf();
      entries.set(key, this.#reference(this.#value(deep + 1)));
    }
  }

  /** "9 0 R" behind a number is one value; anything else stays for the next entry. */
  #reference(value: PdfValue): PdfValue {
    if (typeof value !== 'string' || !/^\d+$/.test(value)) return value;
    const before = this.#at;
    this.#skipWhite();
    const generation = this.#wordFrom(this.#at);
    if (/^\d+$/.test(generation)) {
      this.#at += generation.length;
      this.#skipWhite();
      if (this.#wordFrom(this.#at) === 'R') {
        this.#at += 1;
        return `${value} ${generation} R`;
      }
    }
    this.#at = before;
    return value;
  }
}

/**
 * Every place behind an "obj" at which a reader may begin to read an object, be it in a comment, a text or another
 * object's bytes: the table of places may name any.
 */
export function* objectPlaces(pdf: Buffer): Generator<number> {
  for (let at = pdf.indexOf('obj'); at !== -1; at = pdf.indexOf('obj', at + 3)) {
    if (isBehindNumber(pdf, at)) yield at + 3;
  }
}

/** Whether the last thing before a place, white and comments aside, is a digit. */
function isBehindNumber(pdf: Buffer, at: number): boolean {
  let before = at - 1;
  let lines = 0;
  while (before >= 0 && white[pdf[before] ?? 0]) {
    if (pdf[before] === lineFeed || pdf[before] === carriageReturn) lines += 1;
    before -= 1;
  }
  const last = pdf[before];
  if (last !== undefined && last >= byteOf('0') && last <= byteOf('9')) return true;
  // A comment may stand between the number and the word.
  return lines > 0 && hasComment(pdf, before);
}

function hasComment(pdf: Buffer, end: number): boolean {
  for (let at = end; at >= 0 && pdf[at] !== lineFeed && pdf[at] !== carriageReturn; at -= 1)
    if (pdf[at] === percent) return true;
  return false;
}
