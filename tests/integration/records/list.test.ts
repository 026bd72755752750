import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Filter } from '../../../shared/api/records.ts';
import type { KindName } from '../../../shared/records/index.ts';
import type { StoredValue } from '../../../shared/records/schema.ts';
import { UnitOfWork } from '../../../electron/data/database/unit-of-work.ts';
import { query } from '../../../electron/data/database/tables.ts';
import { listRows, totalOf } from '../../../electron/data/records/list.ts';
import { insertRecord, rowOf, voidRecord } from '../../../electron/data/records/record-writer.ts';
import { findHits } from '../../../electron/data/records/search.ts';
import { bench, type Bench } from './fixture.ts';

let made: Bench;
beforeAll(() => {
  made = bench();
});
afterAll(() => made.close());

const filter = (more: Partial<Filter> = {}): Filter => ({
  equal: {},
  period: {},
  text: '',
  voided: 'without',
  ...more,
});

/** All pages of a list, one behind the other. */
function walk(
  kind: KindName,
  limit: number,
  sort?: { field: string; descending: boolean },
  wanted = filter(),
) {
  const rows = [];
  let after: string | undefined;
  do {
    const page = listRows(made.database, { kind, filter: wanted, sort, after, limit });
    rows.push(...page.rows);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return rows;
}

describe('the pages of a list', () => {
  const words = ['Vừ', 'Bá', 'Rê', 'Hoà', 'Hòa', 'Ân', 'An', 'Đức', 'Duc', 'Y'];
  const household = fc.record({
    head_name: fc
      .array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 })
      .map((parts) => parts.join(' ')),
    member_count: fc.integer({ min: 1, max: 3 }),
    note: fc.constantFrom(null, 'a', 'b', 'Ở rẫy'),
    moved_out_on: fc.constantFrom(null, '2023-05-01', '2023-06-01'),
    voided: fc.boolean(),
  });

  it('hold every record once, in order, for every sort, page size and empty values', () => {
    const village_id = made.village('Huồi Tụ', 1);
    const fixed = { village_id, birth: '1978', sex: 'male', state: 'living' };
    fc.assert(
      fc.property(
        fc.array(household, { maxLength: 12 }),
        fc.constantFrom(undefined, 'head_name', 'member_count', 'note', 'moved_out_on'),
        fc.boolean(),
        fc.integer({ min: 1, max: 7 }),
        (households, field, descending, limit) => {
          const unit = new UnitOfWork();
          const by = made.by;
          for (const { voided, ...values } of households) {
            const row = insertRecord(made.database, unit, 'household', { ...fixed, ...values }, by);
            if (voided) voidRecord(unit, 'household', row, 1, { ...by, reason: 'thử' });
          }
          if (unit.changes.length > 0) made.database.commit(unit);
          const ids = made.database
            .all(
              query
                .selectFrom('household')
                .select('id')
                .where('voided_at', 'is', null)
                .orderBy('id')
                .compile(),
            )
            .map((row) => row.id);
          const sort = field === undefined ? undefined : { field, descending };
          const rows = walk('household', limit, sort);
          expect(rows.map((row) => row.id).sort((a, b) => a - b)).toEqual(ids);
          const column = field === undefined || field === 'head_name' ? 'sort_key' : field;
          const values = rows.map((row) => row[column] ?? null);
          const rank = (value: StoredValue) => (value === null ? '' : `~${value}`);
          const sorted = [...values].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
          expect(values).toEqual(sort?.descending ? sorted.reverse() : sorted);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('filter by commune, period, choice and voided, with totals and sums', () => {
    const campaign = made.campaign(2023);
    const [first, second] = [made.village('Na Loi', 1), made.village('Na Loi', 2)];
    made.save(made.place(campaign, first), { form_number: 1, signed_on: '2023-03-01', member_count: 2 });
    made.save(made.place(campaign, second), { form_number: 2, signed_on: '2023-03-31', member_count: 3 });
    made.save(made.place(campaign, second), { form_number: 3, birth: '1950', signed_on: '2023-04-01' });
    const commune = filter({ equal: { village_id: made.commune('Na Loi') } });
    expect(totalOf(made.database, { kind: 'pledge', filter: commune })).toEqual({
      total: 3,
      sums: { member_count: 10 },
    });
    const march = filter({ period: { signed_on: { from: '2023-03-01', to: '2023-03-31' } } });
    expect(walk('pledge', 1, undefined, march).map((row) => row['form_number'])).toEqual([1, 2]);
    const none = filter({ equal: { signature_mode: ['not_yet', 'thumbprint'] } });
    expect(totalOf(made.database, { kind: 'pledge', filter: none }).total).toBe(0);
    const text = filter({ text: 'vu ba re', equal: { village_id: first } });
    expect(totalOf(made.database, { kind: 'pledge', filter: text }).total).toBe(1);
  });

  it('take no field that is not declared', () => {
    for (const name of ['id; DROP TABLE household', 'uid', '__proto__', 'constructor'])
      expect(() => walk('household', 5, { field: name, descending: false })).toThrow(/bad_input/);
    expect(() => walk('household', 5, undefined, filter({ equal: { 'x OR 1': 1 } }))).toThrow(/bad_input/);
  });
});

describe('the search over everything', () => {
  it('gives exact diacritics before folded ones, finds while typing, and keeps đ and d together', () => {
    const place = made.place(made.campaign(2022), made.village('Na Loi', 1));
    const folded = made.save(place, { form_number: 1, head_name: 'Nguyễn Đức Thánh' }).household_id;
    const exact = made.save(place, { form_number: 2, head_name: 'Nguyễn Đúc Thạnh' }).household_id;
    const newest = made.save(place, { form_number: 3, head_name: 'Nguyên Duc Thanh' }).household_id;
    const ids = (typed: string) =>
      findHits(made.database, typed, 50)
        .filter(({ kind }) => kind === 'household')
        .map(({ id }) => id);
    expect(ids('Thạnh')).toEqual([exact, newest, folded]);
    expect(ids('nguyễn đức th')).toEqual([folded, newest, exact]);
    expect(ids('duc thanh')).toEqual([newest, exact, folded]);
    expect(ids('DUC THANH'.normalize('NFD'))).toEqual([newest, exact, folded]);
    expect(findHits(made.database, 'duc thanh', 2)).toHaveLength(2);
    expect(ids('')).toEqual([]);
    expect(ids('") OR (')).toEqual([]);
  });

  it('finds both ways of placing a tone mark', () => {
    const place = made.place(made.campaign(2021), made.village('Na Loi', 1));
    const id = made.save(place, { form_number: 1, head_name: 'Kha Thị Hoà' }).household_id;
    expect(findHits(made.database, 'Kha Thị Hòa', 5)).toContainEqual({ kind: 'household', id });
    expect(rowOf(made.database, 'household', id)['head_name']).toBe('Kha Thị Hoà');
  });
});
