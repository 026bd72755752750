/** What typed, pasted or imported text must never carry into a record: controls, zero-width signs, half pairs. */
const UNPRINTABLE = /(?![\s\u0085])[\p{Cc}\p{Cf}\p{Cs}]|\ufeff/gu;
const WHITESPACE = /[\s\u0085]+/gu;
const LOOK_ALIKE = /[ÐƉðɖ]/gu;

/**
 * Text as it is stored: NFC, every run of whitespace (no-break spaces and line ends too) one plain space, none
 * at the ends, control and zero-width characters dropped, the Icelandic and African look-alikes of Đ/đ replaced
 * by the Vietnamese letter. Otherwise as typed. Old 8-bit text (TCVN3, VNI) must be converted before.
 */
export function cleanText(raw: string): string {
  return raw
    .replace(UNPRINTABLE, '')
    .replace(WHITESPACE, ' ')
    .replace(LOOK_ALIKE, (letter) => (letter === 'Ð' || letter === 'Ɖ' ? 'Đ' : 'đ'))
    .normalize('NFC')
    .trim();
}

/** Combining huyền, hỏi, ngã, sắc, nặng. */
const TONE_MARK = /[\u0300\u0309\u0303\u0301\u0323]/u;
// Most names hold none of these pairs, so one cheap test spares them the replacing.
const PERHAPS_MISPLACED = /[oO][àảãáạèẻẽéẹÀẢÃÁẠÈẺẼÉẸ]|[uU][ỳỷỹýỵỲỶỸÝỴ]|[qQ][ùủũúụÙỦŨÚỤ]/u;
const TONE_ON_SECOND = /(o)([àảãáạèẻẽéẹ])(?![\p{L}\p{M}])|(?<!q)(u)([ỳỷỹýỵ])(?![\p{L}\p{M}])/giu;
const TONE_ON_U_OF_QU = /(?<=q)([ùủũúụ])(y)(?![\p{L}\p{M}])/giu;

/** The tone mark of `from` taken off it and put on `to`. */
function moveTone(from: string, to: string): { from: string; to: string } {
  const parts = from.normalize('NFD');
  const mark = TONE_MARK.exec(parts)?.[0] ?? '';
  return { from: parts.replace(mark, '').normalize('NFC'), to: (to + mark).normalize('NFC') };
}

/**
 * One style of tone placement, for keys only, never for text that is shown: open syllables in oa, oe, uy bear
 * the mark on the first vowel (hoà → hòa, khoẻ → khỏe, thuỷ → thủy), as Nghị định 30/2020 writes "CỘNG HÒA".
 * After q the u belongs to the consonant, so quý stays (and qúy becomes quý); syllables that go on after the
 * pair (hoàn, hoài, khuỷu, uyển) are written in one way only and stay. Expects NFC.
 */
export function canonicalTone(text: string): string {
  if (!PERHAPS_MISPLACED.test(text)) return text;
  return text
    .replace(TONE_ON_SECOND, (_all, o: string | undefined, ae: string, u: string, y: string) => {
      const moved = o === undefined ? moveTone(y, u) : moveTone(ae, o);
      return moved.to + moved.from;
    })
    .replace(TONE_ON_U_OF_QU, (_all, u: string, y: string) => {
      const moved = moveTone(u, y);
      return moved.from + moved.to;
    });
}

/**
 * Two household heads are the same person's name exactly when their keys are equal: letter case, spacing, NFC/NFD
 * and tone placement do not count; diacritics do, and đ is not d.
 */
export function identityKey(name: string): string {
  return canonicalTone(cleanText(name).toLowerCase().normalize('NFC'));
}
