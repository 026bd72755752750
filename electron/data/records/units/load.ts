import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  catalogueRows,
  catalogueSchema,
  type CatalogueRows,
  type CatalogueUnit,
} from '../../../../shared/units/catalogue.ts';
import type { Database } from '../../database/database.ts';
import type { UnitOfWork } from '../../database/unit-of-work.ts';
import { indexUnit, insertAlias, insertSuccession, insertUnit, insertVersion } from './rows.ts';

/** The catalogue shipped with the program, as rows. */
export function readCatalogue(resources: string): CatalogueRows {
  const text = readFileSync(path.join(resources, 'units.json'), 'utf8');
  return catalogueRows(catalogueSchema.parse(JSON.parse(text)));
}

const validOn = (unit: CatalogueUnit, date: string) =>
  unit.versions.find((v) => v.valid_from <= date && (v.valid_to === null || date <= v.valid_to));

/** The communes of the catalogue on that day, in their order. */
export function communesAt(rows: CatalogueRows, date: string) {
  return rows.units.flatMap((unit) => {
    const version = unit.level === 'commune' ? validOn(unit, date) : undefined;
    if (!version) return [];
    const village_count = rows.units.filter(
      (other) => other.level === 'village' && validOn(other, date)?.parent_key === unit.key,
    ).length;
    return [
      { key: unit.key, code: version.code ?? '', name: version.name, type: version.type, village_count },
    ];
  });
}

/** The chosen communes with those that went into them and those that they went into. */
function covered(rows: CatalogueRows, chosen: ReadonlySet<string>): Set<string> {
  const all = new Set(chosen);
  for (const { from_key, to_key } of rows.successions) if (chosen.has(to_key)) all.add(from_key);
  for (const { from_key, to_key } of rows.successions) if (chosen.has(from_key)) all.add(to_key);
  return all;
}

/**
 * Adds the catalogue's units, versions, successions and aliases to the unit of work. `communeCodes` are those of
 * `date`; their villages and what they were or became count as covered by the office.
 */
export function loadUnits(
  database: Database,
  unit: UnitOfWork,
  rows: CatalogueRows,
  { communeCodes, date }: { communeCodes: readonly string[]; date: string },
): void {
  const chosen = new Set(
    communesAt(rows, date)
      .filter((c) => communeCodes.includes(c.code))
      .map((c) => c.key),
  );
  const communes = covered(rows, chosen);
  const ids = new Map(rows.units.map(({ key }) => [key, database.nextId('unit')]));
  const isCovered = (entry: CatalogueUnit) =>
    communes.has(entry.key) || entry.versions.some((version) => communes.has(version.parent_key ?? ''));
  for (const entry of rows.units) {
    const id = ids.get(entry.key) ?? 0;
    const own = entry.level !== 'province' && entry.level !== 'district' && isCovered(entry);
    insertUnit(database, unit, { id, level: entry.level, covered: own });
    for (const version of entry.versions) {
      const parent = version.parent_key === null ? null : (ids.get(version.parent_key) ?? null);
      insertVersion(database, unit, id, { ...version, parent_id: parent });
    }
    for (const alias of entry.aliases) insertAlias(unit, id, alias);
    if (own) indexUnit(unit, id, [...entry.versions.map((v) => v.name), ...entry.aliases]);
  }
  for (const { from_key, to_key, date: day, legal_basis } of rows.successions)
    insertSuccession(database, unit, {
      from_unit_id: ids.get(from_key) ?? 0,
      to_unit_id: ids.get(to_key) ?? 0,
      date: day,
      legal_basis,
    });
}
