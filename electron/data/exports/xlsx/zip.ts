import { crc32, deflateRawSync, constants } from 'node:zlib';
import type { Sink } from '../../documents/canvas.ts';

/** Text is compressed in pieces of about this many characters: enough for a good ratio, little to hold. */
const pieceLength = 256 * 1024;
/** Bit 3: sizes follow the data, since they are not known ahead; bit 11: names are UTF-8. */
const flags = 0x0808;
const version = 20;
const deflated = 8;
/** 01/01/1980, the first day that the format knows: the same list gives the same bytes. */
const day = 0x0021;

interface Entry {
  readonly name: Buffer;
  readonly offset: number;
  crc: number;
  packed: number;
  plain: number;
}

/** Two- and four-byte numbers one behind the other, as the format writes them: `[bytes, value]`. */
function numbers(...all: readonly (readonly [2 | 4, number])[]): Buffer {
  const buffer = Buffer.alloc(all.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of all) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}

/**
 * Writes a ZIP archive of texts to a sink, one entry after the other; nothing but a piece of the present entry is
 * held. Synchronous, for the worker thread.
 */
export class ZipWriter {
  readonly #sink: Sink;
  readonly #entries: Entry[] = [];
  #waiting: string[] = [];
  #length = 0;
  #offset = 0;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  /** Begins the next entry. */
  begin(name: string): void {
    const entry = { name: Buffer.from(name), offset: this.#offset, crc: 0, packed: 0, plain: 0 };
    this.#entries.push(entry);
    const sizes = [[4, 0] as const, [4, 0] as const, [4, 0] as const];
    this.#put(numbers([4, 0x04034b50], [2, version], [2, flags], [2, deflated], [2, 0], [2, day], ...sizes));
    this.#put(numbers([2, entry.name.length], [2, 0]));
    this.#put(entry.name);
  }

  /** Adds text to the present entry. */
  write(text: string): void {
    this.#waiting.push(text);
    this.#length += text.length;
    if (this.#length >= pieceLength) this.#pack(constants.Z_SYNC_FLUSH);
  }

  /** Ends the present entry. */
  end(): void {
    this.#pack(constants.Z_FINISH);
    const { crc, packed, plain } = this.#present();
    this.#put(numbers([4, 0x08074b50], [4, crc], [4, packed], [4, plain]));
  }

  /** A whole entry at once. */
  add(name: string, text: string): void {
    this.begin(name);
    this.write(text);
    this.end();
  }

  /** Writes the directory; nothing may follow. */
  finish(): void {
    const start = this.#offset;
    for (const { name, offset, crc, packed, plain } of this.#entries) {
      this.#put(numbers([4, 0x02014b50], [2, version], [2, version], [2, flags], [2, deflated], [2, 0]));
      this.#put(numbers([2, day], [4, crc], [4, packed], [4, plain], [2, name.length], [2, 0], [2, 0]));
      this.#put(numbers([2, 0], [2, 0], [4, 0], [4, offset]));
      this.#put(name);
    }
    const count = this.#entries.length;
    const size = this.#offset - start;
    this.#put(
      numbers([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, start], [2, 0]),
    );
  }

  #present(): Entry {
    const entry = this.#entries.at(-1);
    if (!entry) throw new Error('No entry of the archive has begun');
    return entry;
  }

  /** Pieces are deflated each by itself and end on a byte, so that one behind the other they are one stream. */
  #pack(finishFlush: number): void {
    const entry = this.#present();
    const bytes = Buffer.from(this.#waiting.join(''));
    this.#waiting = [];
    this.#length = 0;
    const packed = deflateRawSync(bytes, { finishFlush });
    entry.crc = crc32(bytes, entry.crc);
    entry.plain += bytes.length;
    entry.packed += packed.length;
    this.#put(packed);
  }

  #put(bytes: Uint8Array): void {
    this.#sink(bytes);
    this.#offset += bytes.length;
  }
}
