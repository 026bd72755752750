import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  exactIndexText,
  exactText,
  fold,
  foldedIndexText,
  searchTokens,
} from '../../../shared/vietnamese/fold.ts';

const vietnamese =
  'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ';

describe('fold', () => {
  it('takes every Vietnamese letter in both cases to a plain one', () => {
    for (const letter of vietnamese + vietnamese.toUpperCase()) {
      expect(fold(letter)).toMatch(/^[a-z]$/);
      expect(fold(letter.normalize('NFD'))).toBe(fold(letter));
    }
    expect(fold('  ĐOỌC  Mạy')).toBe('dooc may');
    expect(fold('Ðặng')).toBe('dang');
  });

  it('folds Nậm Cắn and Nậm Càn to one text: it must not identify anything', () => {
    expect(fold('Nậm Cắn')).toBe(fold('Nậm Càn'));
  });

  it('leaves no mark and no double space, and is stable', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...vietnamese, ' ', '\u0301', '\u00a0', 'Đ', '1', "'") }),
        (text) => {
          const folded = fold(text);
          expect(folded).toMatch(/^[a-z0-9']*( [a-z0-9']+)*$/);
          expect(fold(folded)).toBe(folded);
        },
      ),
    );
  });
});

describe('searchTokens', () => {
  it('drops apostrophes and parts at hyphens', () => {
    expect(searchTokens(fold("H'Mông"))).toEqual(['hmong']);
    expect(searchTokens(fold('H’Mông'))).toEqual(searchTokens(fold('Hmông')));
    expect(searchTokens(fold('Khơ-mú'))).toEqual(searchTokens(fold('khơ mú')));
    expect(searchTokens(fold('Sơn Thành (Nậm Càn cũ), 12/3'))).toEqual([
      'son',
      'thanh',
      'nam',
      'can',
      'cu',
      '12',
      '3',
    ]);
    expect(searchTokens(' -- ')).toEqual([]);
  });
});

describe('index texts', () => {
  it('holds the same words as a query for the same text', () => {
    const text = "Bản H'Mông – Khơ-Mú, Hoà";
    expect(foldedIndexText(text).split(' ')).toEqual(searchTokens(fold(text)));
    expect(exactIndexText(text).split(' ')).toEqual(searchTokens(exactText(text)));
    expect(exactIndexText(text)).toBe('bản hmông khơ mú hòa');
  });

  it('keeps diacritics in the exact text, in one style of tone placement', () => {
    expect(exactText('THUỶ')).toBe(exactText('thủy'));
    expect(exactText('Nậm Cắn')).not.toBe(exactText('Nậm Càn'));
  });
});
