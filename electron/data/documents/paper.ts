import { fail } from '../../../shared/failure.ts';
import { Canvas } from './canvas.ts';
import type { Drawn, Sink } from './canvas.ts';
import { mm, textSize } from './metrics.ts';
import type { PageLayout } from './metrics.ts';

/** Stands across every page of sample data and once more, small and upright, below its text. */
const sampleMark = 'DỮ LIỆU MẪU';

/** What every page of a document carries beside its text. */
export interface Furniture {
  title: string;
  /** ISO date of the document. */
  date: string;
  /** Head of the audit chain in hexadecimal, printed small below the text. */
  chainHead?: string | undefined;
  /** Sample data: every page bears the watermark. */
  sample: boolean;
  /** A remark in the bottom margin of every page, such as that the copy is internal. */
  remark?: string | undefined;
  /** The sheet that it is drawn on; upright unless said. */
  layout?: PageLayout | undefined;
}

/** How a document is made; the same for every kind of document. */
export interface DocumentOptions {
  /** Folder with the Tinos TTF files. */
  fontFolder: string;
  /** Aborting stops before the next page with the failure `cancelled`. */
  signal?: AbortSignal | undefined;
  /** Asked once a page: for a flag shared between threads, where no abort event can arrive. */
  isCancelled?: (() => boolean) | undefined;
  /** Told after every page: pages begun and rows placed so far. */
  onProgress?: ((progress: { pages: number; rows: number }) => void) | undefined;
  record?: ((thing: Drawn) => void) | undefined;
}

/** Sheets of paper, each with its furniture drawn before its text. */
export class Paper {
  readonly canvas: Canvas;
  readonly #furniture: Furniture;
  readonly #options: DocumentOptions;
  /** Rows placed so far, kept by the table for the progress report. */
  rows = 0;
  /** Pages of the present part. */
  #partPages = 0;
  #mark: string | undefined;

  constructor(furniture: Furniture, options: DocumentOptions, sink: Sink) {
    this.#furniture = furniture;
    this.#options = options;
    const { fontFolder, record } = options;
    const { title, date, layout } = furniture;
    this.canvas = new Canvas({ fontFolder, record, title, date, layout }, sink);
  }

  /**
   * The next page is the first of a part with page numbers of its own, such as an annex (Decree 30/2020); `mark`
   * stands across each of its pages.
   */
  beginPart(mark?: string): void {
    this.#partPages = 0;
    this.#mark = mark;
  }

  /** Begins a page: page number (from page 2 on), chain head, remark and watermark. Fails `cancelled`. */
  addPage(): void {
    if (this.#options.signal?.aborted || this.#options.isCancelled?.()) {
      fail('cancelled', 'Đã dừng tạo văn bản theo yêu cầu.', { safe: 'Hồ sơ đã lưu vẫn còn nguyên.' });
    }
    const { canvas } = this;
    canvas.addPage();
    this.#partPages += 1;
    this.#drawFurniture();
    this.#options.onProgress?.({ pages: canvas.pages, rows: this.rows });
  }

  #drawFurniture(): void {
    const { canvas } = this;
    const { sheet, area } = canvas.layout;
    if (this.#furniture.sample) canvas.watermark(sampleMark, 72);
    if (this.#mark !== undefined) canvas.watermark(this.#mark, 72, mm(90));
    // Decree 30/2020: centred in the top margin, hidden on the first page.
    if (this.#partPages > 1) {
      canvas.text('regular', textSize, sheet.width / 2, mm(12), String(this.#partPages), 'center');
    }
    this.drawFoot(area.bottom + mm(8));
  }

  /** Chain head, sample mark and remark on one small line; drawn by itself below the text of every page. */
  drawFoot(foot: number): void {
    const { canvas } = this;
    const { area } = canvas.layout;
    const { sample, chainHead, remark } = this.#furniture;
    const head = chainHead ? `Đầu chuỗi nhật ký: ${chainHead}` : '';
    const behind = area.left + canvas.face('regular').width(head, 7) + mm(4);
    if (sample) canvas.text('bold', 9, Math.max(behind, (area.left + area.right) / 2), foot, sampleMark);
    if (chainHead) canvas.text('regular', 7, area.left, foot, head);
    if (remark) canvas.text('italic', 9, area.right, foot, remark, 'right');
  }
}
