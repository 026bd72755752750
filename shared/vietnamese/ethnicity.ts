import { exactText, fold } from './fold.ts';

/** One of the 54 ethnic groups of Vietnam, or foreigners, with its code and how the office writes it. */
export interface Ethnicity {
  code: string;
  name: string;
}

/**
 * Official list and codes (Quyết định 121-TCTK/PPCĐ, 02/03/1979), '55' for foreigners; after each name the other
 * spellings that paper forms have. Apostrophes, hyphens, spaces and letter case need no spelling of their own.
 */
const GROUPS: readonly (readonly [name: string, ...spellings: string[]])[] = [
  ['Kinh', 'Việt'],
  ['Tày'],
  ['Thái', 'Thái Đen', 'Thái Trắng', 'Thái Hàng Tổng', 'Tày Thanh'],
  ['Hoa', 'Hán'],
  ['Khơ-me', 'Khmer', 'Khme'],
  ['Mường'],
  ['Nùng'],
  ['Mông', "H'Mông", 'Hơ Mông', 'Mông Trắng', 'Mông Đen', 'Mông Hoa', 'Mèo'],
  ['Dao'],
  ['Gia-rai', 'Jrai', 'Jarai', 'Gia Lai'],
  ['Ngái'],
  ['Ê-đê', 'Ra-đê'],
  ['Ba-na', 'Bahnar'],
  ['Xơ-đăng', 'Xê Đăng', 'Sê Đăng'],
  ['Sán Chay', 'Cao Lan', 'Sán Chỉ', 'Cao Lan - Sán Chỉ'],
  ['Cơ-ho', "K'Ho", 'Kơ Ho'],
  ['Chăm', 'Chàm'],
  ['Sán Dìu'],
  ['Hrê', "H'Rê"],
  ['Mnông', "M'Nông"],
  ['Ra-glai', 'Raglây'],
  ['Xtiêng', "X'Tiêng", 'Stiêng'],
  ['Bru - Vân Kiều', 'Bru', 'Vân Kiều'],
  ['Thổ', 'Đan Lai', 'Ly Hà', 'Tày Poọng'],
  ['Giáy', 'Nhắng'],
  ['Cơ-tu', 'Ka Tu', 'Ca Tu'],
  ['Gié-Triêng', 'Giẻ Triêng'],
  ['Mạ'],
  ['Khơ Mú', 'Khơ Mụ', 'Khmú'],
  ['Co', 'Cor'],
  ['Tà-ôi', 'Tôi Ôi', 'Pa Cô'],
  ['Chơ-ro', 'Châu Ro'],
  ['Kháng'],
  ['Xinh-mun', 'Xinh Mun'],
  ['Hà Nhì'],
  ['Chu-ru'],
  ['Lào'],
  ['La Chí'],
  ['La Ha'],
  ['Phù Lá'],
  ['La Hủ'],
  ['Lự'],
  ['Lô Lô'],
  ['Chứt'],
  ['Mảng'],
  ['Pà Thẻn'],
  ['Cơ Lao', 'Cờ Lao'],
  ['Cống'],
  ['Bố Y'],
  ['Si La'],
  ['Pu Péo'],
  ['Brâu'],
  ['Ơ Đu', 'Ơ Đu (Tày Hạt)', 'Tày Hạt'],
  ['Rơ-măm'],
  ['Người nước ngoài', 'Nước ngoài'],
];

/** All groups in the order of their codes, '01' Kinh to '54' Rơ-măm and '55' foreigners. */
export const ethnicities: readonly Ethnicity[] = GROUPS.map(([name], index) => ({
  code: String(index + 1).padStart(2, '0'),
  name,
}));

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{M}]/gu, '');

const nameByCode = new Map(ethnicities.map(({ code, name }) => [code, name]));
const codeByExact = new Map<string, string>();
const codeByFolded = new Map<string, string | null>();
GROUPS.forEach((spellings, index) => {
  const code = String(index + 1).padStart(2, '0');
  for (const spelling of spellings) {
    codeByExact.set(lettersOf(exactText(spelling)), code);
    const folded = lettersOf(fold(spelling));
    codeByFolded.set(folded, (codeByFolded.get(folded) ?? code) === code ? code : null);
  }
});

/**
 * The code of an ethnic group as written on a form: H'Mông, Hmông, mông → '08'; Khơ-mú, Khơmú → '29'. Text without
 * any diacritics ("hmong") is taken too where only one group can be meant. Null when no group is meant.
 */
export function ethnicityCode(typed: string): string | null {
  const exact = lettersOf(exactText(typed));
  const known = codeByExact.get(exact);
  if (known !== undefined) return known;
  const folded = lettersOf(fold(typed));
  return folded === exact ? (codeByFolded.get(folded) ?? null) : null;
}

/** The group's name as the office writes it; null for a code that is none. */
export function ethnicityName(code: string): string | null {
  return nameByCode.get(code) ?? null;
}
