import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fail } from '../../shared/failure.ts';
import { logError } from './log.ts';
import type { DocumentFormat } from './messages.ts';

interface Made {
  readonly path: string;
  readonly title: string;
  readonly format: DocumentFormat;
}

/** Documents made in this session: plain PDFs and spreadsheets in a folder of our own, swept at start and at log-out. */
export class DocumentStore {
  readonly folder: string;
  #made = new Map<string, Made>();

  constructor(userData: string) {
    this.folder = path.join(userData, 'tam-thoi');
    this.sweep();
  }

  /** A new document's id and the file to write it to. */
  allocate(title: string, format: DocumentFormat = 'pdf'): { id: string; path: string } {
    const id = randomBytes(16).toString('hex');
    const file = path.join(this.folder, `${id}.${format}`);
    this.#made.set(id, { path: file, title, format });
    return { id, path: file };
  }

  /** The document of that id; `not_found` when it was swept. */
  get(id: string): Made {
    return this.#made.get(id) ?? fail('not_found', 'Văn bản này không còn. Hãy lập lại.');
  }

  /**
   * Removes every document: they hold names. A file that another program holds just now goes at the next sweep;
   * it must never keep a person from logging out.
   */
  sweep(): void {
    this.#made.clear();
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(this.folder)) {
      try {
        rmSync(path.join(this.folder, name), { recursive: true, force: true });
      } catch (error) {
        logError('sweep of documents', error);
      }
    }
  }
}
