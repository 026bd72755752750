import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Desktop } from '../desktop/desktop.ts';
import { freeName, safeFileName, saveCopy } from '../desktop/save-file.ts';
import type { DocumentFile } from '../data/messages.ts';
import { fail, FailureError } from '../../shared/failure.ts';
import type { DataLink } from './data-link.ts';
import { newToken } from './tokens.ts';

const contentTypes = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** More one-time addresses than this are never waiting; the oldest goes. */
const mostWaiting = 50;

/** Documents made by the data process: shown by a one-time address, saved, printed. */
export class Documents {
  readonly #link: DataLink;
  readonly #desktop: Desktop;
  readonly #once = new Map<string, DocumentFile>();

  constructor(link: DataLink, desktop: Desktop) {
    this.#link = link;
    this.#desktop = desktop;
  }

  /** A relative address that gives the document's bytes once. */
  async address(documentId: string): Promise<{ address: string }> {
    const file = await this.#find(documentId);
    const token = newToken();
    this.#once.set(token, file);
    const oldest = this.#once.keys().next().value;
    if (this.#once.size > mostWaiting && oldest !== undefined) this.#once.delete(oldest);
    return { address: `once/${token}` };
  }

  /** The bytes behind a one-time address; it is gone afterwards. */
  async openOnce(token: string): Promise<{ bytes: Uint8Array; contentType: string } | undefined> {
    const file = this.#once.get(token);
    this.#once.delete(token);
    if (!file) return undefined;
    try {
      return { bytes: await readFile(file.path), contentType: contentTypes[file.format] };
    } catch {
      return undefined;
    }
  }

  /** Asks where to and writes the file there. */
  async save(documentId: string, fileName: string): Promise<{ saved_as: string | null }> {
    const file = await this.#find(documentId);
    const target = await this.#desktop.chooseSaveFile('Lưu văn bản', safeFileName(fileName, file.format));
    if (target === null) return { saved_as: null };
    await saveCopy(file.path, target, { replace: true });
    this.#link.tell({ type: 'audit_print', documentId, action: 'save' });
    return { saved_as: target };
  }

  /** Writes several documents into one folder; a name that is taken there gets a number. */
  async saveAll(
    documents: readonly { document_id: string; file_name: string }[],
  ): Promise<{ saved_in: string | null }> {
    const files: { id: string; name: string; file: DocumentFile }[] = [];
    for (const { document_id, file_name } of documents) {
      const file = await this.#find(document_id);
      files.push({ id: document_id, name: safeFileName(file_name, file.format), file });
    }
    const folder = await this.#desktop.chooseFolder('Chọn thư mục để lưu các văn bản');
    if (folder === null) return { saved_in: null };
    for (const { id, name, file } of files) {
      await saveCopy(file.path, join(folder, freeName(folder, name)), { replace: false });
      this.#link.tell({ type: 'audit_print', documentId: id, action: 'save' });
    }
    return { saved_in: folder };
  }

  async print(documentId: string, printer: string, copies: number): Promise<{ done: true }> {
    const file = await this.#find(documentId);
    await this.#desktop.print(file.path, printer, copies);
    this.#link.tell({ type: 'audit_print', documentId, action: 'print' });
    return { done: true };
  }

  async #find(documentId: string): Promise<DocumentFile> {
    const answer = await this.#link.document(documentId);
    if (!answer.ok) throw new FailureError(answer.error);
    if (typeof answer.value.path !== 'string') fail('not_found', 'Văn bản này không còn nữa, hãy tạo lại.');
    return answer.value;
  }
}
