import { describe, expect, test } from 'vitest';
import { findPages } from '../../../renderer/app/page-search.ts';
import { pages } from '../../../renderer/app/pages.ts';

const found = (text: string) => findPages([...pages, { title: 'Sổ quỹ' }], text).map(({ title }) => title);

describe('pages by their names', () => {
  test.each([
    ['so quy', 'Sổ quỹ'],
    ['sổ q', 'Sổ quỹ'],
    ['SAO LUU', 'Sao lưu'],
    ['van ban', 'Văn bản tham mưu'],
    ['tham muu', 'Văn bản tham mưu'],
    ['y kien kien nghi', 'Ý kiến, kiến nghị'],
    ['doi ch', 'Cần đối chiếu'],
    ['Sổ qu\u0079\u0303', 'Sổ quỹ'],
  ])('%s finds %s', (text, title) => {
    expect(found(text)).toContain(title);
  });

  test.each(['', ' ', 's', '—', 'quy so', 'dooc may', 'sao luu di'])('"%s" finds none', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('a word with diacritics is taken at its word, one without forgives', () => {
    expect(found('hờ')).toEqual([]);
    expect(found('ho')).toContain('Hộ gia đình');
    expect(found('hộ')).toEqual(['Hộ gia đình']);
  });

  test('every page is found first by its own title', () => {
    for (const { title } of pages) expect(found(title)[0]).toBe(title);
  });
});
