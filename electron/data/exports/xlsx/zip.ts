import { constants, deflateRawSync } from 'node:zlib';
import { Zip, ZipPassThrough } from 'fflate';
import { fail } from '../../../../shared/failure.ts';
import type { Sink } from '../../documents/canvas.ts';

/** Text is compressed in pieces of about this many characters: enough for a good ratio, little to hold. */
const pieceLength = 256 * 1024;
/** The format counts the bytes of an entry with 32 bits; beyond them the file would be broken. */
const mostBytes = 0xffff_ffff;

/**
 * An entry that zlib compresses: fflate's own compression of streams can write broken data. Pieces are deflated each
 * by itself and end on a byte, so that one behind the other they are one stream.
 */
class Entry extends ZipPassThrough {
  override compression = 8;
  /** 01/01/1980, the first day that the format knows: the same list gives the same bytes. */
  override mtime = new Date(1980, 0, 1);

  protected override process(piece: Uint8Array, final: boolean): void {
    const finishFlush = final ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
    this.ondata(null, deflateRawSync(piece, { finishFlush }), final);
  }
}

/**
 * Writes a ZIP archive of texts to a sink, one entry after the other; nothing but a piece of the present entry is
 * held. Synchronous, for the worker thread.
 */
export class ZipWriter {
  readonly #zip: Zip;
  readonly #most: number;
  #entry: Entry | undefined;
  #waiting: string[] = [];
  #length = 0;

  /** `most` is for tests: nobody has the time to write 4 GiB. */
  constructor(sink: Sink, most = mostBytes) {
    this.#most = most;
    this.#zip = new Zip((error, bytes) => {
      if (error) throw error;
      sink(bytes);
    });
  }

  /** Begins the next entry. */
  begin(name: string): void {
    this.#entry = new Entry(name);
    this.#zip.add(this.#entry);
  }

  /** Adds text to the present entry; fails `invalid` when it becomes larger than the format holds. */
  write(text: string): void {
    this.#waiting.push(text);
    this.#length += text.length;
    if (this.#length >= pieceLength) this.#pack(false);
  }

  /** Ends the present entry. */
  end(): void {
    this.#pack(true);
    this.#entry = undefined;
  }

  /** A whole entry at once. */
  add(name: string, text: string): void {
    this.begin(name);
    this.write(text);
    this.end();
  }

  /** Writes the directory; nothing may follow. */
  finish(): void {
    this.#zip.end();
  }

  #pack(final: boolean): void {
    const entry = this.#entry;
    if (!entry) throw new Error('No entry of the archive has begun');
    const bytes = Buffer.from(this.#waiting.join(''));
    this.#waiting = [];
    this.#length = 0;
    if (entry.size + bytes.length > this.#most)
      fail('invalid', 'Danh sách quá lớn, một tệp Excel không chứa hết. Hãy lọc bớt.');
    entry.push(bytes, final);
  }
}
