import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalTone, cleanText, identityKey } from '../../../shared/vietnamese/text.ts';

describe('cleanText', () => {
  it('composes, single-spaces and trims, and leaves the rest as typed', () => {
    expect(cleanText('  Lỳ  Tồng\u00a0 Pó \n')).toBe('Lỳ Tồng Pó');
    expect(cleanText('Vừ Giống Thông'.normalize('NFD'))).toBe('Vừ Giống Thông');
    expect(cleanText('KHA VĂN HOÀ')).toBe('KHA VĂN HOÀ');
    expect(cleanText("H'Mông, Khơ-mú")).toBe("H'Mông, Khơ-mú");
  });

  it('replaces look-alikes of Đ and drops what cannot be seen', () => {
    expect(cleanText('Ðặng Ɖình ðức')).toBe('Đặng Đình đức');
    expect(cleanText('\ufeffV\ufeffừ\u200b \u0000B\u0007á\u0085Rê\ud800')).toBe('Vừ Bá Rê');
  });

  it('is NFC, single-spaced and stable for any input', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const clean = cleanText(raw);
        expect(clean.normalize('NFC')).toBe(clean);
        expect(clean).not.toMatch(/^\s|\s$|\s\s|[^\S ]|\p{Cc}|\p{Cf}/u);
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });
});

describe('canonicalTone', () => {
  it.each([
    ['hoà', 'hòa'],
    ['HOÀ BÌNH', 'HÒA BÌNH'],
    ['Khoẻ', 'Khỏe'],
    ['Thuỷ', 'Thủy'],
    ['Uỷ ban', 'Ủy ban'],
    ['oà', 'òa'],
    ['toạ', 'tọa'],
    ['qúy', 'quý'],
    ['Qúy', 'Quý'],
  ])('%s → %s', (typed, canonical) => {
    expect(canonicalTone(typed)).toBe(canonical);
  });

  it.each([
    'quý',
    'Quỳ',
    'QUỶ',
    'hoàn',
    'thoáng',
    'hoài',
    'xoáy',
    'khuỷu',
    'uyển',
    'huỳnh',
    'quà',
    'ngoéo',
    'giúp',
  ])('leaves %s', (word) => {
    expect(canonicalTone(word)).toBe(word);
  });

  it('gives both styles of an open syllable one form, whatever stands before and after', () => {
    const rhyme = fc.constantFrom(['oa', 0], ['oe', 0], ['uy', 0]);
    const tone = fc.constantFrom('\u0300', '\u0309', '\u0303', '\u0301', '\u0323');
    const onset = fc.constantFrom('', 'h', 'kh', 'th', 'ng', 'l', 'đ', 'X');
    const after = fc.constantFrom('', ' ', ', ', '-', ' Văn An', '.');
    fc.assert(
      fc.property(onset, rhyme, tone, after, (start, [pair], mark, end) => {
        const [first, second] = String(pair);
        const old = (start + first + mark + second + end).normalize('NFC');
        const modern = (start + first + second + mark + end).normalize('NFC');
        expect(canonicalTone(modern)).toBe(old);
        expect(canonicalTone(old)).toBe(old);
      }),
    );
  });
});

describe('identityKey', () => {
  it('does not mind case, spacing, composition or tone placement', () => {
    expect(identityKey('  KHA  VĂN HOÀ')).toBe(identityKey('Kha Văn Hòa'.normalize('NFD')));
  });

  it('minds diacritics, and đ is not d', () => {
    expect(identityKey('Nậm Cắn')).not.toBe(identityKey('Nậm Càn'));
    expect(identityKey('Đung')).not.toBe(identityKey('Dung'));
    expect(identityKey('Mùa Bá Rê')).not.toBe(identityKey('Múa Bá Rê'));
  });
});
