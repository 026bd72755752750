import type { InferResult } from 'kysely';
import type { Unit } from '../../../../shared/api/units.ts';
import { fail } from '../../../../shared/failure.ts';
import type { Reader } from '../../database/reader.ts';
import { query } from '../../database/tables.ts';

const versions = () =>
  query
    .selectFrom('unit_version')
    .innerJoin('unit', 'unit.id', 'unit_version.unit_id')
    .select(['unit.id as unit_id', 'unit.level', 'unit.covered', 'unit_version.name', 'unit_version.type'])
    .select(['unit_version.code', 'unit_version.parent_id', 'unit_version.position', 'unit_version.sample'])
    .select(['unit_version.valid_from', 'unit_version.valid_to'])
    .orderBy('unit_version.unit_id')
    .orderBy('unit_version.valid_from')
    .compile();
const aliases = () => query.selectFrom('unit_alias').select(['unit_id', 'name']).orderBy('name').compile();
type VersionRow = InferResult<ReturnType<typeof versions>>[number];

/** Districts, communes and villages with all their versions, read once: a few hundred rows. */
export class UnitDirectory {
  #versions = new Map<number, VersionRow[]>();
  #aliases = new Map<number, string[]>();

  constructor(reader: Reader) {
    for (const row of reader.all(versions())) {
      const known = this.#versions.get(row.unit_id);
      if (known) known.push(row);
      else this.#versions.set(row.unit_id, [row]);
    }
    for (const { unit_id, name } of reader.all(aliases()))
      this.#aliases.set(unit_id, [...(this.#aliases.get(unit_id) ?? []), name]);
  }

  /** The version that was valid on that day, or undefined. */
  versionAt(unitId: number, date: string): VersionRow | undefined {
    return this.#versions
      .get(unitId)
      ?.find((row) => row.valid_from <= date && (row.valid_to === null || date <= row.valid_to));
  }

  /** The version of that day, else the nearest: a record of a day outside still has a name to show. */
  #nearest(unitId: number, date: string): VersionRow {
    const versions = this.#versions.get(unitId) ?? [];
    return (
      this.versionAt(unitId, date) ??
      versions.findLast((row) => row.valid_from <= date) ??
      versions[0] ??
      fail('not_found', 'Không tìm thấy đơn vị này.')
    );
  }

  /** A unit as of that day, with the name to show. */
  unitAt(unitId: number, date: string): Unit {
    return this.#shown(this.#nearest(unitId, date), date);
  }

  /** The name to show of a unit as of that day; today's version for lists that have no day. */
  nameAt(unitId: number, date: string): string {
    return this.#shown(this.#nearest(unitId, date), date).name;
  }

  /** The commune that a village belonged to on that day. */
  communeOf(villageId: number, date: string): number {
    const parent = this.#nearest(villageId, date).parent_id;
    return parent ?? fail('invalid', 'Bản này chưa thuộc xã nào.');
  }

  /** A village's level check: refuses what is no village. */
  requireVillage(unitId: number): void {
    if (this.#versions.get(unitId)?.[0]?.level !== 'village')
      fail('invalid', 'Hãy chọn một bản, khối.', { fields: { village_id: 'Hãy chọn một bản, khối.' } });
  }

  /** The villages of a commune on that day, in their order. */
  villagesOf(communeId: number, date: string): Unit[] {
    return this.#rowsAt(date)
      .filter((row) => row.level === 'village' && row.parent_id === communeId)
      .sort((a, b) => a.position - b.position)
      .map((row) => this.#shown(row, date));
  }

  /** Every village that belonged to the unit or to one that went into it, whenever. */
  villagesEver(unitId: number): number[] {
    const found: number[] = [];
    for (const [id, versions] of this.#versions)
      if (versions.some((row) => row.level === 'village' && row.parent_id === unitId)) found.push(id);
    return found;
  }

  level(unitId: number): Unit['level'] | undefined {
    return this.#versions.get(unitId)?.[0]?.level;
  }

  /** The covered communes that are valid on that day, in their order. */
  communesAt(date: string): Unit[] {
    return this.#communeRows(date).map((row) => this.#plain(row));
  }

  #communeRows(date: string): VersionRow[] {
    return this.#rowsAt(date)
      .filter((row) => row.covered === 1 && row.level === 'commune')
      .sort((a, b) => a.position - b.position);
  }

  /** Every covered unit that is valid on that day: communes in their order, then the villages of each. */
  listAt(date: string): Unit[] {
    const rows = this.#rowsAt(date).filter((row) => row.covered === 1);
    return this.#communeRows(date).flatMap((commune) => [
      this.#shown(commune, date),
      ...rows
        .filter((row) => row.parent_id === commune.unit_id)
        .sort((a, b) => a.position - b.position)
        .map((row) => this.#shown(row, date)),
    ]);
  }

  /** All versions of a unit, oldest first, each with the name as written then. */
  versions(unitId: number): Unit[] {
    return (this.#versions.get(unitId) ?? []).map((row) => this.#plain(row));
  }

  #rowsAt(date: string): VersionRow[] {
    const rows: VersionRow[] = [];
    for (const id of this.#versions.keys()) {
      const row = this.versionAt(id, date);
      if (row) rows.push(row);
    }
    return rows;
  }

  #plain(row: VersionRow): Unit {
    return {
      id: row.unit_id,
      level: row.level,
      name: row.name,
      type: row.type,
      code: row.code,
      parent_id: row.parent_id,
      valid_from: row.valid_from,
      valid_to: row.valid_to,
      sample: row.sample === 1,
      aliases: this.#aliases.get(row.unit_id) ?? [],
    };
  }

  /** Where a merger brought two villages of one name together: "Sơn Thành (Nậm Càn cũ)". */
  #shown(row: VersionRow, date: string): Unit {
    const unit = this.#plain(row);
    if (row.level !== 'village' || row.parent_id === null) return unit;
    const twin = this.#rowsAt(date).some(
      (other) =>
        other.unit_id !== row.unit_id && other.parent_id === row.parent_id && other.name === row.name,
    );
    if (!twin) return unit;
    const origin = this.#versions.get(row.unit_id)?.[0]?.parent_id;
    if (origin === null || origin === undefined || origin === row.parent_id) return unit;
    const former = this.#versions.get(origin)?.at(-1)?.name ?? '';
    return { ...unit, name: `${row.name} (${former} cũ)` };
  }
}

const directories = new WeakMap<Reader, UnitDirectory>();

/** The units of this database, or of one state of it; read again after `forgetUnits`. */
export function unitsOf(database: Reader): UnitDirectory {
  let directory = directories.get(database);
  if (!directory) {
    directory = new UnitDirectory(database);
    directories.set(database, directory);
  }
  return directory;
}

/** To be called after every change of units. */
export function forgetUnits(database: Reader): void {
  directories.delete(database);
}
