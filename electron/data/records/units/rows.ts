import type { Unit } from '../../../../shared/api/units.ts';
import type { Database } from '../../database/database.ts';
import { addSearchText, dropSearchText } from '../../database/search-index.ts';
import { query } from '../../database/tables.ts';
import type { UnitOfWork } from '../../database/unit-of-work.ts';
import { uuidv7 } from '../../database/uuid.ts';
import { searchText } from '../search-text.ts';

/** Units have no kind; zero is free in the low six bits of the search index's rowid. */
const unitNumber = 0;

/** Adds a unit without a version as yet. */
export function insertUnit(
  database: Database,
  unit: UnitOfWork,
  { id, level, covered }: { id: number; level: Unit['level']; covered: boolean },
): void {
  const row = { id, uid: uuidv7(), origin: database.origin, level, covered: covered ? 1 : 0 };
  unit.add(query.insertInto('unit').values(row).compile());
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
  const row = {
    id: database.nextId('unit_version'),
    unit_id: unitId,
    name: version.name,
    type: version.type,
    code: version.code,
    parent_id: version.parent_id,
    position: version.position,
    sample: version.sample ? 1 : 0,
    valid_from: version.valid_from,
    valid_to: version.valid_to,
    legal_basis: version.legal_basis,
  };
  unit.add(query.insertInto('unit_version').values(row).compile());
}

/** Adds another name by which a unit is known. */
export function insertAlias(unit: UnitOfWork, unitId: number, name: string): void {
  unit.add(query.insertInto('unit_alias').values({ unit_id: unitId, name }).compile());
}

/** Notes that a unit went into another one on that day. */
export function insertSuccession(
  database: Database,
  unit: UnitOfWork,
  succession: { from_unit_id: number; to_unit_id: number; date: string; legal_basis: string },
): void {
  const row = { id: database.nextId('unit_succession'), ...succession };
  unit.add(query.insertInto('unit_succession').values(row).compile());
}

/** Puts a unit's names into the search index, in place of those before. */
export function indexUnit(unit: UnitOfWork, unitId: number, names: readonly string[]): void {
  const rowid = unitId * 64 + unitNumber;
  unit.index(dropSearchText({ rowid }));
  unit.index(addSearchText({ rowid, ...searchText([...new Set(names)].join(' ')) }));
}
