import { describe, expect, test } from 'vitest';
import { matchUnits } from '../../../../renderer/records/unit-match.ts';
import type { Unit } from '../../../../shared/api/units.ts';

const unit = (id: number, name: string, aliases: string[] = []): Unit => ({
  id,
  level: 'commune',
  name,
  type: 'xã',
  code: null,
  parent_id: null,
  valid_from: '2000-01-01',
  valid_to: null,
  sample: false,
  aliases,
});
const units = [
  unit(1, 'Nậm Càn'),
  unit(2, 'Nậm Cắn'),
  unit(3, 'Huồi Tụ'),
  unit(4, 'Đoọc Mạy'),
  unit(5, 'Xốp Phe', ['Xốp Phê']),
];

describe('choosing a unit by typing', () => {
  const found = (typed: string) => matchUnits(units, typed).map(({ id }) => id);

  test('two names that fold to one text are both offered, the exact one first', () => {
    expect(found('Nậm Cắn')).toEqual([2, 1]);
    expect(found('nậm càn')).toEqual([1, 2]);
    expect(found('nam can')).toEqual([1, 2]);
  });
  test('without diacritics, a later word, đ as d', () => {
    expect(found('dooc')).toEqual([4]);
    expect(found('tu')).toEqual([3]);
    expect(found('huoi t')).toEqual([3]);
  });
  test('an alias leads to its unit', () => {
    expect(found('Xốp Phê')).toEqual([5]);
  });
  test('nothing typed offers all, in their order; nonsense offers none', () => {
    expect(found('')).toEqual([1, 2, 3, 4, 5]);
    expect(found('zzz')).toEqual([]);
  });
});
