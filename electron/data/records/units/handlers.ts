import type { unitCalls } from '../../../../shared/api/units.ts';
import { fail } from '../../../../shared/failure.ts';
import { cleanText } from '../../../../shared/vietnamese/text.ts';
import type { Handlers } from '../../context.ts';
import { query } from '../../database/tables.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { addUnit, mergeUnits, renameUnit, retireUnit } from './changes.ts';
import { declaredIn, putDeclared } from './declared.ts';
import { forgetUnits, unitsOf } from './directory.ts';
import { indexUnit, insertAlias } from './rows.ts';

/** Communes and villages: their versions, mergers and declared household counts. */
export const unitHandlers: Handlers<keyof typeof unitCalls> = {
  'units.list': ({ date }, { office }) => unitsOf(office.database).listAt(date),

  'units.history': ({ unit_id }, { office }) => {
    const { database } = office;
    const versions = query
      .selectFrom('unit_version')
      .select(['valid_from', 'legal_basis'])
      .where('unit_id', '=', unit_id);
    const basis = new Map(database.all(versions.compile()).map((row) => [row.valid_from, row.legal_basis]));
    const successions = query
      .selectFrom('unit_succession')
      .select(['from_unit_id', 'to_unit_id', 'date', 'legal_basis'])
      .where((is) => is.or([is('from_unit_id', '=', unit_id), is('to_unit_id', '=', unit_id)]))
      .orderBy('date');
    const directory = unitsOf(database);
    return {
      versions: directory
        .versions(unit_id)
        .map((version) => ({ ...version, legal_basis: basis.get(version.valid_from) ?? null })),
      successions: database
        .all(successions.compile())
        .map(({ from_unit_id, to_unit_id, date, legal_basis }) => ({
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
    const unit = new UnitOfWork();
    insertAlias(unit, unit_id, name);
    unit.audit({
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

  'units.declared': ({ year }, { office }) => declaredIn(office.database, year),

  'units.set_declared': ({ village_id, year, count }, { office }) => {
    const { database } = office;
    unitsOf(database).requireVillage(village_id);
    const before = declaredIn(database, year).find((village) => village.village_id === village_id);
    const unit = new UnitOfWork();
    putDeclared(unit, village_id, year, count);
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
