import type { Reader } from '../database/reader.ts';
import { query } from '../database/tables.ts';

/** Villages that ended before a day, seen as those that they went into: figures of a day use its own units. */
export class VillageRollUp {
  readonly #into: ReadonlyMap<number, number>;

  constructor(reader: Reader, date: string) {
    const successions = query
      .selectFrom('unit_succession')
      .select(['from_unit_id', 'to_unit_id'])
      .where('date', '<=', date)
      .orderBy('date', 'desc')
      .orderBy('id', 'desc');
    this.#into = new Map(reader.all(successions.compile()).map((row) => [row.from_unit_id, row.to_unit_id]));
  }

  /** The unit that this one is or has gone into by then. */
  of(unitId: number): number {
    const into = this.#into.get(unitId);
    return into === undefined || into === unitId ? unitId : this.of(into);
  }

  /** The unit itself and all that had gone into it by then. */
  partsOf(unitId: number): number[] {
    return [unitId, ...[...this.#into.keys()].filter((from) => this.of(from) === unitId)];
  }
}
