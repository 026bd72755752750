/** Millimetres to PDF points. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;

/** A sheet of paper in points. */
interface Sheet {
  readonly width: number;
  readonly height: number;
}

/** A sheet and the edges of its text area, in points from the top left. */
export interface PageLayout {
  readonly sheet: Sheet;
  readonly area: Sheet & {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
}

/** Decree 30/2020, annex I: margins 20/20/30/15 mm, whichever way the sheet lies. */
function layoutOf(sheet: Sheet): PageLayout {
  const area = {
    left: mm(30),
    right: sheet.width - mm(15),
    top: mm(20),
    bottom: sheet.height - mm(20),
    width: sheet.width - mm(45),
    height: sheet.height - mm(40),
  };
  return { sheet, area };
}

/** A4 upright, as documents are. */
export const portrait = layoutOf({ width: mm(210), height: mm(297) });
/** A4 on its side, for wide tables (Decree 30/2020, annex I allows it). */
export const landscape = layoutOf({ width: mm(297), height: mm(210) });

/** The upright sheet and its text area. */
export const { sheet, area } = portrait;

/** Size of ordinary text, in points. */
export const textSize = 13;

/** Distance between baselines of single-spaced text, as a share of the size (Tinos: ascent + descent + gap). */
export const lineSpacing = 1.15;

/** Height of one line of text of this size, in points. */
export const lineHeight = (size: number): number => size * lineSpacing;
