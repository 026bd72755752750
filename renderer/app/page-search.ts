import { exactIndexText, fold, foldedIndexText, searchTokens } from '../../shared/vietnamese/fold.ts';

/** From so many letters on a page is offered: one letter begins half of them. */
const FEWEST_LETTERS = 2;

/**
 * The pages, the nearest first, whose title holds every word typed, each as the beginning of a word and in their
 * order: "so quy" and "sổ q" both find "Sổ quỹ". A word with diacritics is taken at its word: "hờ" does not find
 * "Hộ gia đình".
 */
export function findPages<Page extends { readonly title: string }>(
  pages: readonly Page[],
  text: string,
): readonly Page[] {
  const typed = exactIndexText(text).split(' ').filter(Boolean);
  if (typed.join('').length < FEWEST_LETTERS) return [];
  return pages
    .filter(({ title }) => fits(typed, title))
    .sort((one, other) => nearness(typed, one.title) - nearness(typed, other.title));
}

/** 0 for the very title, 1 for one that begins so, 2 for one that holds it: nobody types "Nhà" for another page. */
function nearness(typed: readonly string[], title: string): 0 | 1 | 2 {
  const wanted = typed.map(fold).join(' ');
  const plain = fold(title);
  if (plain === wanted) return 0;
  return plain.startsWith(wanted) ? 1 : 2;
}

function fits(typed: readonly string[], title: string): boolean {
  const folded = searchTokens(foldedIndexText(title));
  const exact = searchTokens(exactIndexText(title));
  let from = 0;
  for (const word of typed) {
    const plain = word === fold(word);
    const at = (plain ? folded : exact).findIndex((one, index) => index >= from && one.startsWith(word));
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}
