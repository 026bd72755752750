import { sql } from 'kysely';
import type { CallOutput, ParsedInput } from '../../../../shared/api.ts';
import { fail } from '../../../../shared/failure.ts';
import type { KindName } from '../../../../shared/records/index.ts';
import type { CallContext } from '../../context.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { changeWithReason } from '../change-by.ts';
import { householdOf } from '../households/events.ts';
import { survivorsOf } from '../households/survivors.ts';
import { restoreRecord, rowOf, voidRecord, type ChangeBy, type Row } from '../record-writer.ts';
import { requireNoHouse } from './approval.ts';
import { houseNames, inChunks } from './in-chunks.ts';
import { houseOf, phaseOf } from './rows.ts';

type Reasoned = ChangeBy & { readonly reason: string };

/** What lives and dies with its house. */
const parts = ['house_step', 'house_funding'] as const satisfies readonly KindName[];

const payments = statement((given: { house: number }) =>
  query
    .selectFrom('payment')
    .select(['number', 'number_year', 'status'])
    .where('house_id', '=', given.house)
    .where('status', '<>', 'cancelled')
    .where('voided_at', 'is', null)
    .orderBy('status', 'desc'),
);
const labour = statement((given: { house: number }) =>
  query
    .selectFrom('labour_turn')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('house_id', '=', given.house)
    .where('voided_at', 'is', null),
);

const fundingSince = statement((given: { house: number }) =>
  query
    .selectFrom('house_funding as f')
    .innerJoin('house as h', 'h.id', 'f.house_id')
    .select('f.id')
    .where('h.id', '=', given.house)
    .where((row) => row.or([row('f.version', '>', 1), row('f.created_at', '<>', row.ref('h.created_at'))]))
    .limit(1),
);
const attachments = statement((given: { house: number }) =>
  query
    .selectFrom('attachment')
    .select('id')
    .where('owner_kind', '=', 'house')
    .where('owner_id', '=', given.house)
    .where('voided_at', 'is', null)
    .limit(1),
);

function requireUnpaid(database: Database, house: number): void {
  const [payment] = database.all(payments({ house }));
  if (payment)
    fail(
      'invalid',
      payment.number === null
        ? 'Còn phiếu chi nháp cho nhà này. Hãy hủy phiếu nháp trước.'
        : `Phiếu chi số ${payment.number}/${payment.number_year} đã chi cho nhà này. Hãy hủy phiếu chi trước.`,
    );
  const count = database.first(labour({ house }))?.count ?? 0;
  if (count > 0)
    fail('invalid', `Có ${count} lần ghi ngày công cho nhà này. Hãy sửa hoặc hủy các lần đó trước.`);
}

/** Refuses a house to which something has come since it was added; funding and files do not count in its version. */
function requireAsAdded(database: Database, { id, version }: Row): void {
  if (
    version > 1 ||
    database.first(fundingSince({ house: id })) ||
    database.first(attachments({ house: id }))
  )
    fail('invalid', 'Nhà này đã có thay đổi sau khi thêm. Hãy xem lại ở trang của nhà.');
}

const partsOf = (kind: KindName, house: number, when: ReturnType<typeof sql>) =>
  sql<Row>`select * from ${sql.table(kind)} where house_id = ${house} and ${when} order by id`.compile(query);

/** Plans the void of a house with its steps and its funding; refused while money was paid or work was done for it. */
function planVoid(database: Database, unit: UnitOfWork, id: number, version: number, by: Reasoned): Row {
  const before = houseOf(database, id);
  requireUnpaid(database, id);
  const after = voidRecord(unit, 'house', before, version, by);
  for (const kind of parts)
    for (const part of database.all(partsOf(kind, id, sql`voided_at is null`)))
      voidRecord(unit, kind, part, part.version, by);
  return after;
}

/** Voids a house with its steps and its funding; refused while money was paid or work was done for it. */
export function voidHouse(
  database: Database,
  { id, version, reason }: ParsedInput<'houses.void'>,
  by: Reasoned,
): { id: number; version: number } {
  const unit = new UnitOfWork();
  const after = planVoid(database, unit, id, version, { ...by, reason });
  database.commit(unit);
  return { id, version: after.version };
}

/** Takes back what was added in one go, as long as nothing has come to a house since; the others are told and stay. */
export async function undoAddedHouses(
  { house_ids, reason }: ParsedInput<'houses.undo_add_many'>,
  context: CallContext,
): Promise<CallOutput<'houses.undo_add_many'>> {
  const { database } = context.office;
  const { done, refused } = await inChunks(context, house_ids, (id, unit) => {
    const house = houseOf(database, id);
    requireAsAdded(database, house);
    planVoid(database, unit, id, house.version, changeWithReason(context, reason));
  });
  return { undone: done.length, refused: houseNames(database, refused) };
}

/**
 * Takes the void of a house back, with the steps and the funding that were voided with it. Refused (`duplicate`)
 * where its household, or the one that it has gone into since, has another house in the phase.
 */
export function restoreHouse(
  database: Database,
  { id, version }: ParsedInput<'houses.restore'>,
  by: Reasoned,
): { id: number; version: number } {
  const before = rowOf(database, 'house', id);
  const phase = phaseOf(database, Number(before['phase_id']));
  const household = householdOf(database, Number(before['household_id']));
  requireNoHouse(database, phase, survivorsOf(database, household).at(-1) ?? household.id, id);
  const unit = new UnitOfWork();
  const after = restoreRecord(unit, 'house', before, version, by);
  const withIt = sql`voided_at = ${before.voided_at} and void_reason = ${before['void_reason'] ?? null}`;
  for (const kind of parts)
    for (const part of database.all(partsOf(kind, id, withIt)))
      restoreRecord(unit, kind, part, part.version, by);
  database.commit(unit);
  return { id, version: after.version };
}
