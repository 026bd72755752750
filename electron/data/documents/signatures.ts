import type { Canvas, PlacedLine } from './canvas.ts';
import type { FontName } from './fonts.ts';
import { capitals } from './letterhead.ts';
import type { Agency } from './letterhead.ts';
import { lineHeight, mm, textSize } from './metrics.ts';
import type { Line, Typeface } from './typeface.ts';
import { villageType } from './wording.ts';

/** Who signs: the lines above the signature and, where known, the name below it. */
export interface Signature {
  /** Printed in capitals, one line each (wrapped where too long). */
  titles: readonly string[];
  /** Rank and name; empty where the signer writes it. */
  name: string;
}

/** How signatures are set; both in points. */
export interface SignatureLook {
  readonly size?: number;
  /** Height left for the signature itself. */
  readonly gap?: number;
}

/** Height left for the signature itself; a sheet on its side has less to give. */
const gaps = { upright: mm(25), onSide: mm(19) } as const;
const hint = '(Ký, ghi rõ họ tên)';
/** Least space between two blocks. */
const between = mm(4);

interface SetSignature {
  middle: number;
  title: Line[];
  name: Line[];
}

/** Signature blocks side by side across the text area, measured and ready to be drawn. */
export class SignatureRow {
  readonly #canvas: Canvas;
  readonly #set: readonly SetSignature[];
  readonly #titleLines: number;
  readonly #size: number;
  readonly #gap: number;
  readonly height: number;

  constructor(canvas: Canvas, signatures: readonly Signature[], look: SignatureLook = {}) {
    this.#canvas = canvas;
    const { sheet } = canvas.layout;
    const { size = textSize, gap = sheet.width > sheet.height ? gaps.onSide : gaps.upright } = look;
    this.#size = size;
    this.#gap = gap;
    const bold = canvas.face('bold');
    const widths = blockWidths(
      signatures.map(({ titles, name }) => [...titles.map(capitals), hint, name]),
      bold,
      canvas.layout.area.width,
      size,
    );
    let left = canvas.layout.area.left;
    this.#set = signatures.map(({ titles, name }, index) => {
      const width = widths[index] ?? 0;
      const middle = left + width / 2;
      left += width;
      const wrap = (text: string) => bold.wrap(text, size, width - between);
      return { middle, title: titles.flatMap((title) => wrap(capitals(title))), name: wrap(name) };
    });
    this.#titleLines = Math.max(1, ...this.#set.map(({ title }) => title.length));
    const nameLines = Math.max(1, ...this.#set.map(({ name }) => name.length));
    this.height = (this.#titleLines + 1 + nameLines) * lineHeight(size) + this.#gap;
  }

  /** Draws the blocks from `top` on, one whole block after the other. */
  draw(top: number): void {
    for (const { middle, title, name } of this.#set) {
      // Each hint stands right under its own title, also where the neighbour's title is longer.
      this.#draw('bold', title, middle, top);
      const below = top + title.length * lineHeight(this.#size);
      this.#draw('italic', [this.#canvas.face('italic').line(hint, this.#size)], middle, below);
      const names = top + (this.#titleLines + 1) * lineHeight(this.#size) + this.#gap;
      this.#draw('bold', name, middle, names);
    }
  }

  #draw(font: FontName, lines: readonly Line[], middle: number, top: number): void {
    const { ascent } = this.#canvas.face(font);
    const placed = lines.map((line, index): PlacedLine => {
      const baseline = top + index * lineHeight(this.#size) + ascent * this.#size;
      return { line, x: middle - line.width / 2, baseline };
    });
    this.#canvas.lines(font, this.#size, placed);
  }
}

/** Equal widths, or as much more for longer titles as there is room for. */
function blockWidths(
  blocks: readonly (readonly string[])[],
  face: Typeface,
  whole: number,
  size: number,
): number[] {
  const equal = whole / Math.max(1, blocks.length);
  const needed = blocks.map((texts) => Math.max(...texts.map((text) => face.width(text, size))) + between);
  const spare = whole - needed.reduce((sum, width) => sum + width, 0);
  if (spare < 0 || needed.every((width) => width <= equal)) return blocks.map(() => equal);
  return needed.map((width) => width + spare / blocks.length);
}

/** The office's signer with title, rank and name; a deputy signs "KT." (for) the head. */
export function agencySignature(agency: Agency): Signature {
  const { signer_title: head, deputy_title: deputy } = agency;
  return {
    titles: deputy ? [`KT. ${head}`, deputy] : [head],
    name: `${agency.signer_rank} ${agency.signer_name}`.trim(),
  };
}

/** Whoever drew the list up; signs by hand. */
export const compiler: Signature = { titles: ['Người lập'], name: '' };

/** The chief of a village: "trưởng khối" in town, "trưởng thôn" where it is a thôn, else "trưởng bản". */
export function villageChief(villageName: string, communeType: string): Signature {
  const inTown = communeType.normalize('NFC').toLocaleLowerCase('vi') === 'thị trấn';
  return { titles: [`Trưởng ${villageType(villageName) ?? (inTown ? 'khối' : 'bản')}`], name: '' };
}
