import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personSortKey, vietnameseSortKey } from '../../../shared/vietnamese/sort-key.ts';
import { canonicalTone } from '../../../shared/vietnamese/text.ts';

const collator = new Intl.Collator('vi', { numeric: true, sensitivity: 'accent' });
const binary = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const letter = fc
  .tuple(fc.constantFrom(...'aăâeêioôơuưybcdđghklmnpqrstvx'), fc.constantFrom(...tones), fc.boolean())
  .map(([base, tone, upper]) => {
    const composed = ('aăâeêioôơuưy'.includes(base) ? base + tone : base).normalize('NFC');
    return upper ? composed.toUpperCase() : composed;
  });
const syllable = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: letter, minLength: 1, maxLength: 6 }) },
  // A few syllables often, so that equal letters with other tones meet each other.
  {
    weight: 4,
    arbitrary: fc.constantFrom('Hoà', 'Hòa', 'hoá', 'HOA', 'Thuỷ', 'Thủy', 'Quý', 'Quy', 'Đức', 'Duc'),
  },
  { weight: 1, arbitrary: fc.nat({ max: 120 }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom("H'Mông", 'Khơ-mú', '(Nậm', 'cũ)', 'A.', '12b', '007', 'K3/2') },
);
const name = fc.array(syllable, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));

describe('vietnameseSortKey', () => {
  it('orders like the Vietnamese collation', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const expected = Math.sign(collator.compare(canonicalTone(a), canonicalTone(b)));
        expect(binary(vietnameseSortKey(a), vietnameseSortKey(b))).toBe(expected);
      }),
      { numRuns: 5000 },
    );
  });

  it('orders texts that differ only in their tones like the collation', () => {
    const bare = fc.array(fc.constantFrom('a', 'b', 'ê', ' '), { minLength: 1, maxLength: 40 });
    const pair = bare.chain((characters) => {
      const toned = fc
        .tuple(...characters.map((c) => fc.constantFrom(...(c === 'a' || c === 'ê' ? tones : ['', '', '']))))
        .map((marks) =>
          characters
            .map((c, i) => c + (marks[i] ?? ''))
            .join('')
            .normalize('NFC'),
        );
      return fc.tuple(toned, toned);
    });
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(binary(vietnameseSortKey(a), vietnameseSortKey(b))).toBe(Math.sign(collator.compare(a, b)));
      }),
      { numRuns: 3000 },
    );
  });

  it('places every sign it knows where the collation places it', () => {
    const characters = [
      ...' _-–—,;:!?.\'"()[]{}@*/\\&#%`^+<=>|~$059',
      ...'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz',
    ];
    for (const a of characters) {
      for (const b of characters) {
        expect(binary(vietnameseSortKey(`x${a}x`), vietnameseSortKey(`x${b}x`)), `${a} ${b}`).toBe(
          Math.sign(collator.compare(`x${a}x`, `x${b}x`)),
        );
      }
    }
  });

  it('gives printable ASCII only, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(vietnameseSortKey(text)).toMatch(/^[\x20-\x7e]*$/);
      }),
    );
  });

  it('reads numbers by their value', () => {
    const ordered = ['Bản 2', 'Bản 10', 'Bản 123456789', 'Bản 1234567890123', 'Bản mẫu 1'];
    expect(ordered.toReversed().sort((a, b) => binary(vietnameseSortKey(a), vietnameseSortKey(b)))).toEqual(
      ordered,
    );
    expect(vietnameseSortKey('Bản 02')).toBe(vietnameseSortKey('Bản 2'));
  });

  it('does not mind tone placement, letter case or composition', () => {
    expect(vietnameseSortKey('Hoà')).toBe(vietnameseSortKey('HÒA'));
    expect(vietnameseSortKey('Thuỷ')).toBe(vietnameseSortKey('Thủy'));
    expect(vietnameseSortKey('Vừ Giống'.normalize('NFD'))).toBe(vietnameseSortKey('Vừ Giống'));
    expect(vietnameseSortKey('Nậm Cắn')).not.toBe(vietnameseSortKey('Nậm Càn'));
  });

  it('stays short, because a million of them lie in an index', () => {
    expect(vietnameseSortKey('Nguyễn Thị Hồng').length).toBeLessThanOrEqual('Nguyễn Thị Hồng'.length + 4);
  });
});

describe('personSortKey', () => {
  const sorted = (names: string[]): string[] =>
    [...names].sort((a, b) => binary(personSortKey(a), personSortKey(b)));

  it('orders by given name, then the rest', () => {
    const ordered = ['Vừ Bá An', 'Lầu Y Ánh', 'Cụt Văn Ân', 'Hờ Bá Đức', 'Lỳ Bá Rê', 'Mùa Bá Rê', 'Vừ A Rê'];
    expect(sorted(ordered.toReversed())).toEqual(ordered);
  });

  it('keeps all of one given name together, tones included', () => {
    const ordered = ['Vi Hoa', 'Kha Hòa', 'Vi Hoà', 'Kha Hóa', 'Vi Hóa'];
    expect(sorted(ordered.toReversed())).toEqual(ordered);
  });

  it('compares given names first, whatever the rest', () => {
    const word = fc.string({ unit: letter, minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(word, word, name, name, (givenA, givenB, restA, restB) => {
        const byGiven = collator.compare(canonicalTone(givenA), canonicalTone(givenB));
        const byRest = collator.compare(canonicalTone(restA), canonicalTone(restB));
        const order = binary(personSortKey(`${restA} ${givenA}`), personSortKey(`${restB} ${givenB}`));
        expect(order).toBe(Math.sign(byGiven || byRest));
      }),
      { numRuns: 2000 },
    );
  });
});
