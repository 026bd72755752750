import type { PledgeForm } from '../../shared/api/pledge-form.ts';

// Names as they are in the mountains of Nghệ An and everywhere; the common ones come often, as in life.
const surnames = [
  'Nguyễn', 'Vừ', 'Lô', 'Moong', 'Nguyễn', 'Lầu', 'Cụt', 'Nguyễn', 'Già', 'Xeo', 'Trần', 'Lò', 'Hạ', 'Và', 'Kha',
  'Vi', 'Nguyễn', 'Lương', 'Phò', 'Hờ', 'Lê', 'Ốc', 'Chích', 'Xồng', 'Lữ', 'Phạm', 'Thò', 'Hoàng', 'Rừa', 'Đặng',
]; // prettier-ignore
const middles = [
  'Văn', 'Thị', 'Bá', 'Y', 'Văn', 'Thị', 'Khăm', 'Phò', 'Xuân', 'Văn', 'Thị', 'Nỏ', 'Chống', 'Thanh', 'Văn', 'Thị',
  'Giống', 'Hữu', 'Đức', 'Ngọc', 'Tồng', 'Pà', 'Minh', 'Quốc', 'Kim',
]; // prettier-ignore
const givens = [
  'Rê', 'Lư', 'Hương', 'Đức', 'Dếnh', 'Đoọc', 'Hòa', 'Thủy', 'An', 'Bình', 'Cường', 'Dũng', 'Giang', 'Hải', 'Khánh',
  'Lan', 'Mai', 'Nga', 'Oanh', 'Phúc', 'Quý', 'Sơn', 'Tâm', 'Uyên', 'Vinh', 'Xuân', 'Yến', 'Ánh', 'Đào', 'Nhung',
  'Thông', 'Trường', 'Nghĩa', 'Phượng', 'Thảo', 'Chù', 'Tểnh', 'Xử', 'Pó', 'Mạy', 'Khún', 'Ngước', 'Nguyệt', 'Nguyên',
  'Chía', 'Lìa', 'Vả', 'Tủa', 'Sềnh', 'Dở', 'Công', 'Huyền', 'Kiên', 'Liên', 'Loan', 'Long', 'Nam', 'Ngân', 'Nhàn',
]; // prettier-ignore

const pick = (list: readonly string[], index: number): string => list[index % list.length] ?? '';

/** The name of the head with this number; the same number always gives the same name. */
export function headName(index: number): string {
  const mixed = (index * 2_654_435_761) % 4_294_967_296;
  const surname = pick(surnames, mixed);
  const middle = pick(middles, Math.floor(mixed / 30));
  const given = pick(givens, Math.floor(mixed / 750));
  return `${surname} ${middle} ${given}`;
}

/** The birth of the head with this number: half of them a year, half a day. */
export function birthOf(index: number): string {
  const year = 1930 + ((index * 7) % 70);
  const two = (value: number) => String(value).padStart(2, '0');
  return index % 2 === 0 ? String(year) : `${year}-${two(1 + (index % 12))}-${two(1 + (index % 28))}`;
}

const modes = [
  'signed',
  'signed',
  'signed',
  'thumbprint',
  'signed',
  'represented',
  'signed',
  'not_yet',
] as const;

/** The form with this number, of the head with the number `index`: never twice the same head in one village. */
export function formOf(index: number, formNumber: number, year: number): PledgeForm {
  const mode = modes[index % modes.length] ?? 'signed';
  return {
    form_number: formNumber,
    // The last word tells apart whom chance would give one name and birth.
    head_name: `${headName(index)} ${index}`,
    birth: birthOf(index),
    sex: index % 3 === 0 ? 'female' : 'male',
    ethnicity: null,
    member_count: 1 + (index % 9),
    signature_mode: mode,
    reason: mode === 'not_yet' ? 'works_elsewhere' : null,
    signed_on: mode === 'not_yet' ? null : `${year}-05-${String(10 + (index % 18))}`,
    note: index % 17 === 5 ? 'Vợ ký thay' : null,
  };
}
