import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallContext } from '../../../electron/data/context.ts';
import { UnitOfWork } from '../../../electron/data/database/unit-of-work.ts';
import { findHits } from '../../../electron/data/records/search.ts';
import { addUnit, mergeUnits, renameUnit, retireUnit } from '../../../electron/data/records/units/changes.ts';
import { declaredIn, putDeclared } from '../../../electron/data/records/units/declared.ts';
import { unitsOf } from '../../../electron/data/records/units/directory.ts';
import { unitHandlers } from '../../../electron/data/records/units/handlers.ts';
import { bench, type Bench } from './fixture.ts';

let made: Bench;
let commune: number;
beforeEach(() => {
  made = bench();
  commune = made.commune('Huồi Tụ');
});
afterEach(() => made.close());

const basis = { legal_basis: 'NQ 1' };
const found = (name: string) => findHits(made.database, name, 10).filter(({ kind }) => kind === 'unit');
const add = (name: string) =>
  addUnit(
    made.database,
    { level: 'village', parent_id: commune, name, type: 'bản', valid_from: '2023-01-01', ...basis },
    1,
  );
const rename = (unit_id: number, name: string, valid_from: string) =>
  renameUnit(made.database, { unit_id, name, type: 'bản', valid_from, ...basis }, 1);
const history = (unit_id: number) => {
  // Of the context this call asks for the database alone.
  const context = { office: { database: made.database } } as unknown as CallContext;
  return unitHandlers['units.history']({ unit_id }, context) as Awaited<
    ReturnType<(typeof unitHandlers)['units.history']>
  >;
};

describe('a village', () => {
  it('is added behind the others of its commune, once by a name, and is found', () => {
    const id = add('Thử Nghiệm');
    expect(unitsOf(made.database).villagesOf(commune, '2023-12-31').at(-1)?.id).toBe(id);
    expect(found('thu nghiem')).toEqual([{ kind: 'unit', id }]);
    expect(() => add('Thử Nghiệm')).toThrow('Đã có đơn vị tên “Thử Nghiệm”');
  });

  it('is renamed from a day on, and keeps both names and the papers behind them', () => {
    const id = add('Thử Nghiệm');
    rename(id, 'Tên Khác', '2024-06-01');
    expect(unitsOf(made.database).nameAt(id, '2024-05-31')).toBe('Thử Nghiệm');
    expect(unitsOf(made.database).nameAt(id, '2024-06-01')).toBe('Tên Khác');
    expect(history(id).versions.map(({ name, legal_basis }) => [name, legal_basis])).toEqual([
      ['Thử Nghiệm', 'NQ 1'],
      ['Tên Khác', 'NQ 1'],
    ]);
    expect(found('thu nghiem')).toEqual(found('tên khác'));
    // On the same day it is corrected in place.
    rename(id, 'Tên Đúng', '2024-06-01');
    expect(history(id).versions.map(({ name }) => name)).toEqual(['Thử Nghiệm', 'Tên Đúng']);
  });

  it('of the catalogue without a name loses its mark in every version when it gets one', () => {
    const { id } = unitsOf(made.database)
      .listAt('2023-12-31')
      .find((unit) => unit.sample) ?? { id: 0 };
    const versions = unitsOf(made.database).versions(id);
    expect(versions.length).toBeGreaterThan(1);
    rename(id, 'Tên Thật', '2024-06-01');
    expect(unitsOf(made.database).versions(id)).toEqual(
      versions.map((version) => ({ ...version, name: 'Tên Thật', type: 'bản', sample: false })),
    );
  });

  it('ends when nobody lives there any more, and only once', () => {
    const id = add('Thử Nghiệm');
    const end = { unit_id: id, date: '2024-01-01', ...basis };
    const place = { campaign_id: made.campaign(2023), commune_id: commune, village_id: id, batch_id: null };
    made.save(place);
    expect(() => retireUnit(made.database, end, 1)).toThrow('Bản còn hộ đang cư trú');
    const empty = add('Bản Trống');
    retireUnit(made.database, { ...end, unit_id: empty }, 1);
    expect(unitsOf(made.database).versionAt(empty, '2024-01-02')).toBeUndefined();
    expect(() => retireUnit(made.database, { ...end, unit_id: empty }, 1)).toThrow('đã thôi hiệu lực');
  });

  it('goes into another one, which both remember', () => {
    const sources = [add('Một'), add('Hai')];
    const merger = { unit_ids: sources, name: 'Một', type: 'bản', date: '2024-01-01', ...basis };
    const id = mergeUnits(made.database, merger, 1);
    const told = { from_name: 'Hai', to_name: 'Một', date: '2024-01-01', legal_basis: 'NQ 1' };
    expect(history(sources[1] ?? 0).successions).toEqual([told]);
    expect(history(id).successions).toEqual([{ ...told, from_name: 'Một' }, told]);
  });

  it('declares a count a year, which is replaced and taken away', () => {
    const [one, two] = [made.village('Huồi Tụ', 1), made.village('Huồi Tụ', 2)];
    const put = (village: number, year: number, count: number | null) => {
      const unit = new UnitOfWork();
      putDeclared(unit, village, year, count);
      made.database.commit(unit);
    };
    put(one, 2023, 70);
    put(one, 2024, 71);
    put(two, 2023, 50);
    put(two, 2023, 51);
    put(one, 2023, null);
    expect(declaredIn(made.database, 2023)).toEqual([{ village_id: two, count: 51 }]);
    expect(declaredIn(made.database, 2024)).toEqual([{ village_id: one, count: 71 }]);
  });
});
