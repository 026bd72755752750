import { basename } from 'node:path';
import type { CallOutput, ParsedInput } from '../../shared/api.ts';
import { isToReduce, requireIntake } from '../../shared/attachments/intake.ts';
import { fail, FailureError } from '../../shared/failure.ts';
import { byteCountOf, readChosenFile } from '../desktop/chosen-file.ts';
import type { Desktop } from '../desktop/desktop.ts';
import type { DataLink } from './data-link.ts';
import { newToken, type TokenStore } from './tokens.ts';

type Bytes = { bytes: Uint8Array; contentType: string };

/** More bytes than this never wait behind one-time addresses; the oldest go. */
const mostWaitingBytes = 160 * 1024 * 1024;

/** Files on their way in and attachments on their way to the page: by tokens and one-time addresses, never by paths. */
export class Attachments {
  readonly #link: DataLink;
  readonly #desktop: Desktop;
  readonly #files: TokenStore;
  readonly #once = new Map<string, Bytes>();

  constructor(link: DataLink, desktop: Desktop, files: TokenStore) {
    this.#link = link;
    this.#desktop = desktop;
    this.#files = files;
  }

  /** The files that the person chooses, each as a token. */
  async choose(): Promise<CallOutput<'attachments.choose'>> {
    const paths = await this.#desktop.chooseFiles('Chọn ảnh hoặc bản quét để đính kèm');
    const chosen = [];
    for (const path of paths) {
      const shown = basename(path);
      const byte_count = await byteCountOf(path);
      chosen.push({ file: this.#files.keep({ path, removable: false, shown }), shown, byte_count });
    }
    return chosen;
  }

  /** What a chosen file is; with an address where the page is to reduce it. */
  async look({ file, original }: ParsedInput<'attachments.look'>): Promise<CallOutput<'attachments.look'>> {
    const chosen =
      this.#files.get(file) ?? fail('bad_input', 'Tệp đã chọn không còn được nhớ, hãy chọn lại.');
    const bytes = await readChosenFile(chosen.path);
    const intake = requireIntake(bytes);
    const { mediaType: media_type, size } = intake;
    const reduces = !original && isToReduce(intake);
    return {
      media_type,
      width: size?.width ?? null,
      height: size?.height ?? null,
      address: reduces ? this.#keep({ bytes, contentType: media_type }) : null,
    };
  }

  /** A relative address that gives an attachment's bytes once. */
  async address(id: number): Promise<CallOutput<'attachments.address'>> {
    const answer = await this.#link.attachment(id);
    if (!answer.ok) throw new FailureError(answer.error);
    const { bytes, contentType } = answer.value;
    return { address: this.#keep({ bytes, contentType }), media_type: contentType };
  }

  /** The bytes behind a one-time address; it is gone afterwards. */
  openOnce(token: string): Bytes | undefined {
    const found = this.#once.get(token);
    this.#once.delete(token);
    return found;
  }

  /** Nobody is logged in any more: what waits for the page, and what was chosen, is nobody's. */
  forget(): void {
    this.#once.clear();
    this.#files.clear();
  }

  #keep(found: Bytes): string {
    const token = newToken();
    this.#once.set(token, found);
    let waiting = [...this.#once.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
    for (const [oldest, { bytes }] of this.#once) {
      if (waiting <= mostWaitingBytes || oldest === token) break;
      this.#once.delete(oldest);
      waiting -= bytes.length;
    }
    return `once/${token}`;
  }
}
