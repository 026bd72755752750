import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentNumberFault, numberOf } from '../../../shared/vietnamese/document-number.ts';
import { documentTypes, type DocumentType } from '../../../shared/vietnamese/document-types.ts';

const types = Object.keys(documentTypes) as DocumentType[];
const written = (number: number) => String(number).padStart(2, '0');

describe('số và ký hiệu (NĐ 30/2020/NĐ-CP, Phụ lục I)', () => {
  it('knows the 29 types', () => {
    expect(types).toHaveLength(29);
  });

  it('takes every number under every type, written as the decree says', () => {
    const agencies = fc.constantFrom('CAH', 'UBND', 'CAH-XDPT', 'HU', 'BCĐ138');
    fc.assert(
      fc.property(
        fc.constantFrom(...types),
        fc.integer({ min: 1, max: 9999 }),
        agencies,
        (type, number, agency) => {
          const [, abbreviation] = documentTypes[type];
          const text = `${written(number)}/${[abbreviation, agency].filter(Boolean).join('-')}`;
          expect(documentNumberFault(text, type)).toBeNull();
          expect(numberOf(text)).toBe(number);
        },
      ),
    );
  });

  it.each([
    ['5/BC-CAH', 'report', 'viết thêm số 0: 05/BC-CAH'],
    ['012/BC-CAH', 'report', 'không viết thêm số 0'],
    ['00/BC-CAH', 'report', 'bắt đầu từ 01'],
    ['12 BC-CAH', 'report', 'gạch chéo'],
    ['12/', 'report', 'gạch chéo'],
    ['12/BC/CAH', 'report', 'gạch chéo'],
    ['12/BC - CAH', 'report', 'không có dấu cách'],
    ['12/BC-cah', 'report', 'in hoa'],
    ['12/BC--CAH', 'report', 'nhóm chữ'],
    ['12/KH-CAH', 'report', 'bắt đầu bằng BC'],
    ['12/CAH-XDPT', 'report', 'bắt đầu bằng BC'],
    ['12/BC-CAH', 'official_letter', 'không có chữ viết tắt'],
    ['12/CAH-XDPT', 'official_letter', null],
    ['07/TTr-CAH', 'submission', null],
  ] as const)('%s as %s', (text, type, fault) => {
    const found = documentNumberFault(text, type);
    if (fault === null) expect(found).toBeNull();
    else expect(found).toContain(fault);
  });
});
