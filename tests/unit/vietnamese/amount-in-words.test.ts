import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberInWords, sentenceCase } from '../../../shared/vietnamese/amount-in-words.ts';

const units: Record<string, number> = Object.fromEntries(
  'không một hai ba bốn năm sáu bảy tám chín'.split(' ').map((word, value) => [word, value]),
);
Object.assign(units, { mốt: 1, tư: 4, lăm: 5 });

/** Reads words back by their places, knowing nothing of how they were written. */
function read(text: string): bigint {
  let total = 0n;
  let belowBillion = 0n;
  let group = 0;
  let pending = 0;
  for (const word of text.split(' ')) {
    if (word === 'trăm') [group, pending] = [group + pending * 100, 0];
    else if (word === 'mươi') [group, pending] = [group + pending * 10, 0];
    else if (word === 'mười') group += 10;
    else if (word === 'nghìn' || word === 'triệu') {
      belowBillion += BigInt(group + pending) * (word === 'nghìn' ? 1000n : 1_000_000n);
      [group, pending] = [0, 0];
    } else if (word === 'tỷ') {
      total = (total + belowBillion + BigInt(group + pending)) * 1_000_000_000n;
      [belowBillion, group, pending] = [0n, 0, 0];
    } else if (word !== 'linh') {
      const value = units[word];
      if (value === undefined) throw new Error(`unknown word ${word}`);
      pending = value;
    }
  }
  return total + belowBillion + BigInt(group + pending);
}

describe('numberInWords', () => {
  it.each([
    [0, 'không'],
    [4, 'bốn'],
    [10, 'mười'],
    [11, 'mười một'],
    [14, 'mười bốn'],
    [15, 'mười lăm'],
    [20, 'hai mươi'],
    [21, 'hai mươi mốt'],
    [24, 'hai mươi tư'],
    [25, 'hai mươi lăm'],
    [104, 'một trăm linh bốn'],
    [105, 'một trăm linh năm'],
    [115, 'một trăm mười lăm'],
    [665, 'sáu trăm sáu mươi lăm'],
    [1005, 'một nghìn không trăm linh năm'],
    [1491, 'một nghìn bốn trăm chín mươi mốt'],
    [100_000_000, 'một trăm triệu'],
    [10_050_000, 'mười triệu không trăm năm mươi nghìn'],
    [1_000_005, 'một triệu không trăm linh năm'],
    [2_000_000_000, 'hai tỷ'],
    [1_000_000_000_000, 'một nghìn tỷ'],
    [1_005_000_000_000, 'một nghìn không trăm linh năm tỷ'],
    [2_000_000_001, 'hai tỷ không trăm linh một'],
    [-5, 'âm năm'],
  ])('%d → %s', (value, words) => {
    expect(numberInWords(value)).toBe(words);
    expect(numberInWords(BigInt(value))).toBe(words);
  });

  it('can be read back up to 999 999 999 999 999', () => {
    const sparse = fc
      .array(fc.constantFrom('000', '001', '004', '005', '010', '011', '015', '021', '100', '999'), {
        minLength: 1,
        maxLength: 5,
      })
      .map((groups) => BigInt(groups.join('')));
    fc.assert(
      fc.property(fc.oneof(sparse, fc.bigInt(0n, 999_999_999_999_999n)), (value) => {
        const words = numberInWords(value);
        expect(read(words)).toBe(value);
        expect(words).not.toMatch(
          /mười (?:mốt|tư|năm)|mươi (?:một|bốn|năm)|linh (?:mốt|tư|lăm)|^không .|^linh/,
        );
      }),
      { numRuns: 10_000 },
    );
  });

  it('reads missing hundreds of inner groups, and no empty group', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 99 }), (high, low) => {
        expect(numberInWords(high * 1000 + low)).toContain(' nghìn không trăm ');
        expect(numberInWords(high * 1_000_000)).toMatch(/ triệu$/);
        expect(numberInWords(high * 1_000_000 + low)).toContain(' triệu không trăm ');
      }),
    );
  });

  it('refuses fractions', () => {
    expect(() => numberInWords(1.5)).toThrow(RangeError);
  });
});

describe('sentenceCase', () => {
  it('lifts the first letter, with its marks', () => {
    expect(sentenceCase(numberInWords(100_000_000))).toBe('Một trăm triệu');
    expect(sentenceCase('âm năm')).toBe('Âm năm');
    expect(sentenceCase('')).toBe('');
  });
});
