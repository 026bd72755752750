import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kindNames, kindOf } from '../../shared/records/index.ts';
import { householdKinds, speaksOfRefusal, tellsOfHousehold } from '../../shared/records/refusal.ts';

const phrases = [
  'từ chối',
  'tu choi',
  'từ choi',
  'không chịu ký',
  'khong dong y ky',
  'ko muốn kí',
  'không chấp nhận điểm chỉ',
  'nhất quyết không ký',
  'khước từ',
];
/** Words that clerks write in notes; some share letters or halves with the phrases. */
const ordinary = [
  'vắng',
  'đi làm ăn xa',
  'từ',
  'tháng 5',
  'con',
  'Vừ Bá Chò',
  'tự chơi',
  'từ chòi canh',
  'tủ',
  'chổi',
  'không gặp',
  'ký thay',
  'chưa ký',
  'không ký được vì ốm',
  'từ chối nhận quà',
  'từ chối hỗ trợ gạo',
  'Tủa Chùa',
  'chịu khó',
];

const word = fc.constantFrom(...ordinary);
const gap = fc.constantFrom(' ', '  ', '\n', ', ', ' - ', '; ');

test('a refusal is seen however it is cased, spaced, parted or decomposed, and whatever stands around it', () => {
  const typed = fc.record({
    phrase: fc.constantFrom(...phrases),
    before: fc.array(word, { maxLength: 3 }),
    after: fc.array(word, { maxLength: 3 }),
    inner: fc.constantFrom(' ', '  ', '\t', '\n', '-', '_', '. ', '\u00a0', '\u200b ', ' / '),
    shape: fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => text.toUpperCase(),
      (text) => text.normalize('NFD'),
      (text) => text.charAt(0).toUpperCase() + text.slice(1),
    ),
  });
  fc.assert(
    fc.property(typed, ({ phrase, before, after, inner, shape }) => {
      const said = shape(phrase.replaceAll(' ', inner));
      // "từ chối" with a thing behind it is another subject; a full stop ends what it is about.
      const text = [...before, `${said} ký.`, ...after].join(' ');
      expect(speaksOfRefusal(text), text).toBe(true);
      expect(speaksOfRefusal(said), said).toBe(true);
    }),
  );
});

test('ordinary words, in any order, are no refusal', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(word, gap), { maxLength: 6 }), (parts) => {
      const text = parts.flat().join('');
      // Words that only meet by chance may say it: "từ" before "chối", a thing refused before "ký".
      fc.pre(!/từ chối (nhận quà|hỗ trợ gạo)[^\p{L}]+.*ký/su.test(text));
      expect(speaksOfRefusal(text), text).toBe(false);
    }),
  );
});

test('every kind of household and pledge is one in which no refusal is told, and no other kind is', () => {
  expect(kindNames.filter(tellsOfHousehold)).toEqual(
    kindNames.filter((name) => /^(household|pledge)/.test(name)),
  );
  expect(householdKinds.filter((name) => !kindNames.some((kind) => kind === name))).toEqual([]);
});

test('every free text of a form and of a breach is looked at; other subjects stay free', () => {
  for (const kind of kindNames) {
    const { fields, check } = kindOf(kind);
    const texts = Object.keys(fields).filter((name) => {
      const field = fields[name];
      return field?.type === 'text' && !field.computed && field.max > 40;
    });
    const told = texts.filter((name) => check?.({ [name]: 'Hộ từ chối ký' })[name] !== undefined);
    expect(told, kind).toEqual(kind === 'pledge' || kind === 'pledge_breach' ? texts : []);
  }
});
