import { documentTypes, type DocumentType } from './document-types.ts';

/** Groups of capitals and digits; small letters only where an abbreviation of a type has one (TTr, CTr, QyĐ). */
const group = /^[A-ZÀ-ỸĐ][A-Za-zÀ-ỹĐđ0-9]*$/u;
const abbreviations = new Set<string>(
  Object.values(documentTypes)
    .map(([, abbreviation]) => abbreviation)
    .filter(Boolean),
);

/** What is wrong with a number and symbol, in Vietnamese; null where it has the form. */
function formFault(text: string): string | null {
  const [number, symbol, ...more] = text.split('/');
  if (number === undefined || symbol === undefined || more.length > 0 || symbol === '')
    return 'Số và ký hiệu cách nhau bằng một dấu gạch chéo, ví dụ 05/BC-CAH.';
  if (!/^\d{1,5}$/.test(number)) return 'Trước dấu gạch chéo là số của văn bản, ví dụ 05/BC-CAH.';
  if (Number(number) === 0) return 'Số của văn bản bắt đầu từ 01.';
  if (Number(number) < 10 && number.length === 1)
    return `Số nhỏ hơn 10 viết thêm số 0: 0${number}/${symbol}.`;
  if (Number(number) >= 10 && number.startsWith('0')) return 'Số từ 10 trở lên không viết thêm số 0.';
  if (/\s/.test(symbol)) return 'Trong ký hiệu không có dấu cách.';
  const groups = symbol.split('-');
  if (groups.some((one) => !group.test(one)))
    return 'Ký hiệu gồm các nhóm chữ in hoa nối bằng gạch nối, ví dụ BC-CAH.';
  if (groups.some((one) => one !== one.toUpperCase() && !abbreviations.has(one)))
    return 'Ký hiệu viết bằng chữ in hoa.';
  return null;
}

/**
 * Checks a document's number and symbol against NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.3: "05/BC-CAH"; the symbol
 * begins with the type's abbreviation, that of a công văn with the agency's. Gives what is wrong, in Vietnamese,
 * or null.
 */
export function documentNumberFault(text: string, type: DocumentType): string | null {
  const fault = formFault(text);
  if (fault !== null) return fault;
  const first = text.split('/')[1]?.split('-')[0] ?? '';
  const [word, abbreviation] = documentTypes[type];
  if (abbreviation !== '' && first !== abbreviation)
    return `Ký hiệu của ${word} bắt đầu bằng ${abbreviation}, ví dụ 05/${abbreviation}-CAH.`;
  // A công văn carries no abbreviation of a type; an agency may still be called like one (CT, HD …).
  if (abbreviation === '' && ['BC', 'KH', 'QĐ', 'TTr', 'CTr', 'TB'].includes(first))
    return `Ký hiệu của ${word} không có chữ viết tắt tên loại, ví dụ 05/CAH-XDPT.`;
  return null;
}

/** The number before the slash; null where there is none. */
export function numberOf(text: string): number | null {
  const number = /^(\d{1,5})\//.exec(text)?.[1];
  return number === undefined ? null : Number(number);
}
