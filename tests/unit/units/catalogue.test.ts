import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  catalogueRows,
  catalogueSchema,
  type CatalogueUnit,
  type CatalogueVersion,
} from '../../../shared/units/catalogue.ts';
import { addDays } from '../../../shared/vietnamese/dates.ts';
import { fold } from '../../../shared/vietnamese/fold.ts';
import { identityKey } from '../../../shared/vietnamese/text.ts';

const file = new URL('../../../resources/units.json', import.meta.url);
const catalogue = catalogueSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
const { units, successions } = catalogueRows(catalogue);

const versionOn = (unit: CatalogueUnit, day: string): CatalogueVersion | undefined =>
  unit.versions.find(
    ({ valid_from, valid_to }) => valid_from <= day && (valid_to === null || day <= valid_to),
  );

const unitsOn = (level: CatalogueUnit['level'], day: string): { key: string; version: CatalogueVersion }[] =>
  units.flatMap((unit) => {
    const version = unit.level === level ? versionOn(unit, day) : undefined;
    return version ? [{ key: unit.key, version }] : [];
  });

const communeByCode = (code: string, day: string) =>
  unitsOn('commune', day).find(({ version }) => version.code === code);

describe('the unit catalogue', () => {
  it('has 21 communes and 191 villages in 2023, 12 communes and the same villages from 01/07/2025', () => {
    for (const day of ['2023-12-31', '2025-06-30']) {
      expect(unitsOn('commune', day)).toHaveLength(21);
      expect(unitsOn('village', day)).toHaveLength(191);
      expect(unitsOn('district', day)).toHaveLength(1);
    }
    expect(unitsOn('commune', '2025-07-01')).toHaveLength(12);
    expect(unitsOn('village', '2025-07-01')).toHaveLength(191);
    expect(unitsOn('district', '2025-07-01')).toHaveLength(0);
    expect(unitsOn('village', '2023-12-31').filter(({ version }) => !version.sample)).toHaveLength(58);
  });

  it('names villages once within their commune of origin', () => {
    for (const commune of catalogue.communes) {
      const names = commune.villages.map((village) => identityKey(village.name));
      expect(new Set(names).size, commune.name).toBe(names.length);
    }
    expect(new Set(units.map(({ key }) => key)).size).toBe(units.length);
  });

  it('keeps Nậm Cắn and Nậm Càn apart, which fold to one text', () => {
    const [acute, grave] = [communeByCode('16837', '2023-12-31'), communeByCode('16873', '2023-12-31')];
    expect([acute?.version.name, grave?.version.name]).toEqual(['Nậm Cắn', 'Nậm Càn']);
    expect(fold('Nậm Cắn')).toBe(fold('Nậm Càn'));
    const after = (from: string | undefined) => successions.find(({ from_key }) => from_key === from)?.to_key;
    expect(after(acute?.key)).toBe(communeByCode('16837', '2025-07-01')?.key);
    expect(after(grave?.key)).toBe(communeByCode('16870', '2025-07-01')?.key);
  });

  it('knows that a code may mean another unit, or another type, after the mergers', () => {
    const before = communeByCode('16849', '2025-06-30');
    const after = communeByCode('16849', '2025-07-01');
    expect([before?.version.name, after?.version.name]).toEqual(['Hữu Lập', 'Hữu Kiệm']);
    expect(before?.key).not.toBe(after?.key);
    expect(communeByCode('16861', '2025-06-30')?.version.name).toBe('Hữu Kiệm');
    expect(communeByCode('16861', '2025-07-01')).toBeUndefined();
    expect(communeByCode('16813', '2025-06-30')?.version.type).toBe('thị trấn');
    expect(communeByCode('16813', '2025-07-01')?.version.type).toBe('xã');
  });

  it('lets each of the 16 merged communes end the day before its one successor begins', () => {
    expect(successions).toHaveLength(16);
    expect(new Set(successions.map(({ from_key }) => from_key)).size).toBe(16);
    const byKey = new Map(units.map((unit) => [unit.key, unit]));
    for (const { from_key, to_key, date, legal_basis } of successions) {
      expect(byKey.get(from_key)?.versions.at(-1)?.valid_to).toBe(addDays(date, -1));
      expect(byKey.get(to_key)?.versions[0]?.valid_from).toBe(date);
      expect(legal_basis).toContain('1678/NQ-UBTVQH15');
    }
  });

  it('has versions without gap or overlap, each under a parent that is loaded before and valid with it', () => {
    const loaded = new Map<string, CatalogueUnit>();
    for (const unit of units) {
      unit.versions.forEach((version, index) => {
        const next = unit.versions[index + 1];
        if (next) expect(addDays(version.valid_to ?? '', 1)).toBe(next.valid_from);
        if (unit.level === 'province') return expect(version.parent_key).toBeNull();
        const parent = loaded.get(version.parent_key ?? '');
        expect(parent && versionOn(parent, version.valid_from), unit.key).toBeDefined();
        if (version.valid_to !== null)
          expect(parent && versionOn(parent, version.valid_to), unit.key).toBeDefined();
      });
      loaded.set(unit.key, unit);
    }
  });

  it('gives every unit a place of its own among its siblings at any time', () => {
    for (const day of ['2023-12-31', '2025-07-01']) {
      for (const level of ['commune', 'village'] as const) {
        const places = unitsOn(level, day).map(({ version }) => `${version.parent_key} ${version.position}`);
        expect(new Set(places).size).toBe(places.length);
      }
    }
  });

  it('knows the other spellings of villages', () => {
    const aliases = units.flatMap((unit) => unit.aliases);
    expect(aliases).toEqual(expect.arrayContaining(['Chà Nga', 'Kiều Bắc', 'Xốp Phê', 'Thằm Hín']));
  });
});
