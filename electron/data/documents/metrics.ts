/** Millimetres to PDF points. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;

/** The A4 sheet, in points. */
export const sheet = { width: mm(210), height: mm(297) } as const;

/** Decree 30/2020, annex I: margins 20/20/30/15 mm. Edges of the text area in points from the top left. */
export const area = {
  left: mm(30),
  right: sheet.width - mm(15),
  top: mm(20),
  bottom: sheet.height - mm(20),
  width: sheet.width - mm(45),
  height: sheet.height - mm(40),
} as const;

/** Size of ordinary text, in points. */
export const textSize = 13;

/** Distance between baselines of single-spaced text, as a share of the size (Tinos: ascent + descent + gap). */
export const lineSpacing = 1.15;

/** Height of one line of text of this size, in points. */
export const lineHeight = (size: number): number => size * lineSpacing;
