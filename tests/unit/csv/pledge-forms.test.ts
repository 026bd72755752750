import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePledgeForms, pledgeFormColumns } from '../../../shared/csv/pledge-forms.ts';
import { writeCsv } from '../../../shared/csv/write.ts';
import { ethnicityCode } from '../../../shared/vietnamese/ethnicity.ts';

const sample = readFileSync(
  new URL('../../../resources/sample/pledge-forms-huoi-tu-2023.csv', import.meta.url),
  'utf8',
);

const good = {
  so_to: '7',
  ma_xa: '16828',
  xa: 'Huồi Tụ',
  ban: ' Huồi  Đun ',
  chu_ho: '  LỲ  Tồng  Pó ',
  nam_sinh: '08/10/1990',
  gioi_tinh: 'Nữ',
  dan_toc: "H'Mông",
  so_khau: '6',
  ngay_ky: '11/05/2023',
  hinh_thuc: 'Điểm chỉ'.normalize('NFD'),
  ly_do_chua_ky: '',
};

const fileWith = (...changes: Partial<typeof good>[]): string =>
  writeCsv([
    pledgeFormColumns,
    ...changes.map((change) => pledgeFormColumns.map((column) => ({ ...good, ...change })[column])),
  ]);

describe('parsePledgeForms', () => {
  it('reads every form of the sample stack', () => {
    const forms = parsePledgeForms(sample);
    expect(forms).toHaveLength(637);
    const count = (mode: string): number => forms.filter((form) => form.signature_mode === mode).length;
    expect([count('signed'), count('thumbprint'), count('not_yet')]).toEqual([519, 89, 29]);
    expect(forms.filter((form) => form.reason !== null)).toHaveLength(26);
    expect(forms.every((form) => (form.signed_on === null) === (form.signature_mode === 'not_yet'))).toBe(
      true,
    );
    expect(forms.every((form) => ethnicityCode(form.ethnicity) !== null)).toBe(true);
    expect(new Set(forms.map((form) => form.village_name)).size).toBe(9);
  });

  it('turns the words of the paper into ours and keeps the head as typed', () => {
    expect(parsePledgeForms(fileWith({}))).toEqual([
      {
        form_number: 7,
        commune_code: '16828',
        commune_name: 'Huồi Tụ',
        village_name: 'Huồi Đun',
        head_name: '  LỲ  Tồng  Pó ',
        birth: '1990-10-08',
        sex: 'female',
        ethnicity: "H'Mông",
        member_count: 6,
        signed_on: '2023-05-11',
        signature_mode: 'thumbprint',
        reason: null,
      },
    ]);
  });

  it('keeps practical reasons and none for refusing', () => {
    const notYet = { hinh_thuc: 'chưa ký', ngay_ky: '' };
    const reasons = ['vắng', 'đi làm ăn xa', 'mới chuyển đến', 'chưa gặp', 'từ chối', 'Từ  chối', 'khác', ''];
    const forms = parsePledgeForms(fileWith(...reasons.map((word) => ({ ...notYet, ly_do_chua_ky: word }))));
    expect(forms.map((form) => form.reason)).toEqual([
      'away',
      'works_elsewhere',
      'just_moved_in',
      'not_met',
      null,
      null,
      null,
      null,
    ]);
    expect(forms.every((form) => form.signed_on === null)).toBe(true);
  });

  it('reads "đại diện", LF, a byte order mark and year-only births', () => {
    const text = `\ufeff${fileWith({ hinh_thuc: 'đại diện', nam_sinh: '1978' }).replaceAll('\r\n', '\n')}\n\n`;
    expect(parsePledgeForms(text)).toMatchObject([{ signature_mode: 'represented', birth: '1978' }]);
  });

  it.each([
    [{ so_khau: '0' }, 'Dòng 2: Số khẩu phải từ 1 trở lên.'],
    [{ so_to: 'x' }, 'Dòng 2: Số tờ phải là số nguyên.'],
    [{ nam_sinh: '31/02/1990' }, 'Dòng 2: Tháng 2 năm 1990 không có ngày 31.'],
    [{ ngay_ky: '' }, 'Dòng 2: Thiếu ngày ký.'],
    [{ hinh_thuc: 'đã ký xong' }, 'Dòng 2: Hình thức "đã ký xong" không có trong mẫu.'],
    [{ gioi_tinh: '' }, 'Dòng 2: Giới tính "" không có trong mẫu.'],
    [{ chu_ho: '  ' }, 'Dòng 2: Thiếu tên chủ hộ.'],
  ])('refuses %j', (change, message) => {
    expect(() => parsePledgeForms(fileWith(change))).toThrow(message);
  });

  it('names every bad line, up to ten', () => {
    const bad = Array.from({ length: 12 }, () => ({ so_khau: '0' }));
    expect(() => parsePledgeForms(fileWith({}, ...bad))).toThrow(
      /Dòng 3: [^]*Dòng 12: [^]*… và 2 dòng khác\./,
    );
  });
});
