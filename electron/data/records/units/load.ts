import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  catalogueRows,
  catalogueSchema,
  type CatalogueRows,
  type CatalogueUnit,
} from '../../../../shared/units/catalogue.ts';
import { searchText } from '../search-text.ts';
import type { Database } from '../../database/database.ts';
import type { UnitOfWork } from '../../database/unit-of-work.ts';
import { uuidv7 } from '../../database/uuid.ts';

/** Units have no kind; zero is free in the low six bits of the search index's rowid. */
const unitNumber = 0;

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
    unit.add('INSERT INTO unit (id, uid, origin, level, covered) VALUES (?, ?, ?, ?, ?)', [
      id,
      uuidv7(),
      database.origin,
      entry.level,
      own ? 1 : 0,
    ]);
    for (const version of entry.versions) {
      const parent = version.parent_key === null ? null : (ids.get(version.parent_key) ?? null);
      insertVersion(database, unit, id, { ...version, parent_id: parent });
    }
    for (const alias of entry.aliases)
      unit.add('INSERT INTO unit_alias (unit_id, name) VALUES (?, ?)', [id, alias]);
    if (own) indexUnit(unit, id, [...entry.versions.map((v) => v.name), ...entry.aliases]);
  }
  for (const { from_key, to_key, date: day, legal_basis } of rows.successions)
    unit.add(
      'INSERT INTO unit_succession (id, from_unit_id, to_unit_id, date, legal_basis) VALUES (?, ?, ?, ?, ?)',
      [database.nextId('unit_succession'), ids.get(from_key) ?? 0, ids.get(to_key) ?? 0, day, legal_basis],
    );
}

/** What one row of `unit_version` says. */
export interface NewVersion {
  readonly name: string;
  readonly type: string;
  readonly code: string | null;
  readonly parent_id: number | null;
  readonly position: number;
  readonly sample: boolean;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly legal_basis: string | null;
}

/** Adds a version of a unit. */
export function insertVersion(
  database: Database,
  unit: UnitOfWork,
  unitId: number,
  version: NewVersion,
): void {
  unit.add(
    `INSERT INTO unit_version (id, unit_id, name, type, code, parent_id, position, sample, valid_from, valid_to,
      legal_basis) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      database.nextId('unit_version'),
      unitId,
      version.name,
      version.type,
      version.code,
      version.parent_id,
      version.position,
      version.sample ? 1 : 0,
      version.valid_from,
      version.valid_to,
      version.legal_basis,
    ],
  );
}

/** Puts a unit's names into the search index, in place of those before. */
export function indexUnit(unit: UnitOfWork, unitId: number, names: readonly string[]): void {
  const { exact, folded } = searchText([...new Set(names)].join(' '));
  const rowid = unitId * 64 + unitNumber;
  unit.add('DELETE FROM search WHERE rowid = ?', [rowid]);
  unit.add('INSERT INTO search (rowid, exact, folded) VALUES (?, ?, ?)', [rowid, exact, folded]);
}
