import type { unitCalls } from '../../../../shared/api/units.ts';
import { fail } from '../../../../shared/failure.ts';
import { cleanText } from '../../../../shared/vietnamese/text.ts';
import type { Handlers } from '../../context.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { addUnit, mergeUnits, renameUnit, retireUnit } from './changes.ts';
import { forgetUnits, unitsOf } from './directory.ts';
import { indexUnit } from './load.ts';

/** Communes and villages: their versions, mergers and declared household counts. */
export const unitHandlers: Handlers<keyof typeof unitCalls> = {
  'units.list': ({ date }, { office }) => unitsOf(office.database).listAt(date),

  'units.history': ({ unit_id }, { office }) => {
    const { database } = office;
    const versions = database.all<{ valid_from: string; legal_basis: string | null }>(
      'SELECT valid_from, legal_basis FROM unit_version WHERE unit_id = ?',
      unit_id,
    );
    const basis = new Map(versions.map((row) => [row.valid_from, row.legal_basis]));
    const directory = unitsOf(database);
    const successions = database.all<{
      from_unit_id: number;
      to_unit_id: number;
      date: string;
      legal_basis: string;
    }>(
      'SELECT from_unit_id, to_unit_id, date, legal_basis FROM unit_succession WHERE ? IN (from_unit_id, to_unit_id) ORDER BY date',
      unit_id,
    );
    return {
      versions: directory
        .versions(unit_id)
        .map((version) => ({ ...version, legal_basis: basis.get(version.valid_from) ?? null })),
      successions: successions.map(({ from_unit_id, to_unit_id, date, legal_basis }) => ({
        from_name: directory.versions(from_unit_id).at(-1)?.name ?? '',
        to_name: directory.versions(to_unit_id)[0]?.name ?? '',
        date,
        legal_basis,
      })),
    };
  },

  'units.add': (input, { office }) => ({
    id: addUnit(office.database, input, office.requireSession().user_id),
  }),

  'units.rename': (input, { office }) => {
    renameUnit(office.database, input, office.requireSession().user_id);
    return { done: true };
  },

  'units.merge': (input, { office }) => ({
    id: mergeUnits(office.database, input, office.requireSession().user_id),
  }),

  'units.retire': (input, { office }) => {
    retireUnit(office.database, input, office.requireSession().user_id);
    return { done: true };
  },

  'units.add_alias': ({ unit_id, alias }, { office }) => {
    const { database } = office;
    const name = cleanText(alias);
    const present =
      unitsOf(database).versions(unit_id).at(-1) ?? fail('not_found', 'Không tìm thấy đơn vị này.');
    const unit = new UnitOfWork()
      .add('INSERT INTO unit_alias (unit_id, name) VALUES (?, ?)', [unit_id, name])
      .audit({
        action: 'add_alias',
        userId: office.requireSession().user_id,
        kind: 'unit',
        recordId: unit_id,
        payload: { about: present.name, after: { alias: name } },
      });
    indexUnit(unit, unit_id, [
      ...unitsOf(database)
        .versions(unit_id)
        .map((v) => v.name),
      ...present.aliases,
      name,
    ]);
    database.commit(unit);
    forgetUnits(database);
    return { done: true };
  },

  'units.declared': ({ year }, { office }) =>
    office.database.all('SELECT village_id, count FROM declared_household_count WHERE year = ?', year),

  'units.set_declared': ({ village_id, year, count }, { office }) => {
    const { database } = office;
    unitsOf(database).requireVillage(village_id);
    const before = database.first<{ count: number }>(
      'SELECT count FROM declared_household_count WHERE village_id = ? AND year = ?',
      village_id,
      year,
    );
    const unit = new UnitOfWork();
    if (count === null)
      unit.add('DELETE FROM declared_household_count WHERE village_id = ? AND year = ?', [village_id, year]);
    else
      unit.add(
        `INSERT INTO declared_household_count (village_id, year, count) VALUES (?, ?, ?)
          ON CONFLICT (village_id, year) DO UPDATE SET count = excluded.count`,
        [village_id, year, count],
      );
    unit.audit({
      action: 'set_declared',
      userId: office.requireSession().user_id,
      kind: 'unit',
      recordId: village_id,
      payload: {
        about: unitsOf(database).nameAt(village_id, `${year}-12-31`),
        before: { count: before?.count ?? null },
        after: { year, count },
      },
    });
    database.commit(unit);
    return { done: true };
  },
};
