import { describe, expect, it } from 'vitest';
import { ethnicities, ethnicityCode, ethnicityName } from '../../../shared/vietnamese/ethnicity.ts';

describe('ethnicityCode', () => {
  it.each([
    ["H'Mông", '08'],
    ['H’Mông', '08'],
    ['Hmông', '08'],
    ['HMÔNG', '08'],
    ['mông', '08'],
    ['Mông', '08'],
    ['  Mông '.normalize('NFD'), '08'],
    ['hmong', '08'],
    ['Khơ Mú', '29'],
    ['Khơ mú', '29'],
    ['Khơ-mú', '29'],
    ['Khơmú', '29'],
    ['kho mu', '29'],
    ['Ơ Đu', '53'],
    ['Ơđu', '53'],
    ['o du', '53'],
    ['Kinh', '01'],
    ['Thái', '03'],
    ['Thổ', '24'],
    ['Lào', '37'],
    ["M'Nông", '20'],
    ['Khơ-me', '05'],
    ['người nước ngoài', '55'],
  ])('%s → %s', (typed, code) => {
    expect(ethnicityCode(typed)).toBe(code);
  });

  it.each(['', 'Mộng', 'Thải', 'không rõ', '08'])('does not guess for "%s"', (typed) => {
    expect(ethnicityCode(typed)).toBeNull();
  });
});

describe('the list', () => {
  it('has 54 groups and foreigners, each found by its own name and by its name without diacritics', () => {
    expect(ethnicities).toHaveLength(55);
    for (const { code, name } of ethnicities) {
      expect(ethnicityCode(name)).toBe(code);
      expect(ethnicityCode(name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd'))).toBe(code);
      expect(ethnicityName(code)).toBe(name);
    }
    expect(ethnicityName('56')).toBeNull();
  });

  it('has the official codes at both ends and where they are often confused', () => {
    const byCode = Object.fromEntries(ethnicities.map(({ code, name }) => [code, name]));
    expect(byCode).toMatchObject({ '01': 'Kinh', '11': 'Ngái', '12': 'Ê-đê', '22': 'Xtiêng', '24': 'Thổ' });
    expect(byCode).toMatchObject({ '29': 'Khơ Mú', '37': 'Lào', '53': 'Ơ Đu', '54': 'Rơ-măm' });
  });
});
