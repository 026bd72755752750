import { fail } from '../../../../shared/failure.ts';
import { addDays, formatDate } from '../../../../shared/vietnamese/dates.ts';
import { cleanText } from '../../../../shared/vietnamese/text.ts';
import type { Database } from '../../database/database.ts';
import { query } from '../../database/tables.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { forgetUnits, unitsOf } from './directory.ts';
import { indexUnit, insertSuccession, insertUnit, insertVersion } from './rows.ts';
import type { ParsedInput } from '../../../../shared/api.ts';
import { localDay } from '../../office/wording.ts';

const today = () => localDay(new Date());

function commit(database: Database, unit: UnitOfWork): void {
  database.commit(unit);
  forgetUnits(database);
}

/** Refuses a second unit of one name beneath one parent on that day: names are unique within their commune. */
function requireFreeName(
  database: Database,
  parentId: number | null,
  name: string,
  date: string,
  except: number[],
) {
  const namesake = query
    .selectFrom('unit_version')
    .select('id')
    .where('parent_id', 'is', parentId)
    .where('name', '=', name)
    .where('valid_from', '<=', date)
    .where((is) => is.or([is('valid_to', 'is', null), is('valid_to', '>=', date)]))
    .where('unit_id', 'not in', except);
  const taken = database.first(namesake.compile());
  if (taken) fail('duplicate', `Đã có đơn vị tên “${name}” ở đây.`, { fields: { name: 'Tên đã có.' } });
}

function nextPosition(database: Database, parentId: number | null): number {
  const last = query
    .selectFrom('unit_version')
    .select(({ fn }) => fn.max<number | null>('position').as('position'))
    .where('parent_id', 'is', parentId);
  return (database.first(last.compile())?.position ?? 0) + 1;
}

/** Adds a commune or village; gives its id. */
export function addUnit(database: Database, input: ParsedInput<'units.add'>, userId: number): number {
  const directory = unitsOf(database);
  const name = cleanText(input.name);
  if (
    input.level === 'village' &&
    (input.parent_id === undefined || directory.level(input.parent_id) !== 'commune')
  )
    fail('invalid', 'Bản, khối phải thuộc một xã.', { fields: { parent_id: 'Hãy chọn xã.' } });
  const parent = input.parent_id ?? null;
  requireFreeName(database, parent, name, input.valid_from, []);
  const id = database.nextId('unit');
  const unit = new UnitOfWork();
  insertUnit(database, unit, { id, level: input.level, covered: true });
  insertVersion(database, unit, id, {
    name,
    type: cleanText(input.type),
    code: input.code ?? null,
    parent_id: parent,
    position: nextPosition(database, parent),
    sample: false,
    valid_from: input.valid_from,
    valid_to: null,
    legal_basis: input.legal_basis || null,
  });
  indexUnit(unit, id, [name]);
  unit.audit({
    action: 'add_unit',
    userId,
    kind: 'unit',
    recordId: id,
    payload: { about: name, after: { type: input.type, valid_from: input.valid_from } },
  });
  commit(database, unit);
  return id;
}

/** Ends the present version on the day before and lets a new one begin; the same day corrects it in place. */
export function renameUnit(database: Database, input: ParsedInput<'units.rename'>, userId: number): void {
  const directory = unitsOf(database);
  const present = directory.versions(input.unit_id).at(-1) ?? fail('not_found', 'Không tìm thấy đơn vị này.');
  const name = cleanText(input.name);
  const type = cleanText(input.type);
  requireFreeName(database, present.parent_id, name, input.valid_from, [input.unit_id]);
  const unit = new UnitOfWork();
  if (present.sample || input.valid_from === present.valid_from) {
    // A placeholder's name was never anybody's: it is corrected in every version that bears it.
    const placeholders = query
      .updateTable('unit_version')
      .set({ name, type, sample: 0 })
      .where('unit_id', '=', input.unit_id)
      .where((is) => is.or([is('sample', '=', 1), is('valid_from', '=', present.valid_from)]));
    unit.add(placeholders.compile());
  } else {
    if (input.valid_from < present.valid_from)
      fail('invalid', `Tên mới phải áp dụng sau ngày ${formatDate(present.valid_from)}.`, {
        fields: { valid_from: 'Ngày quá sớm.' },
      });
    endVersion(unit, input.unit_id, present.valid_from, addDays(input.valid_from, -1));
    insertVersion(database, unit, input.unit_id, {
      ...present,
      name,
      type,
      position: positionOf(database, input.unit_id),
      sample: false,
      valid_from: input.valid_from,
      valid_to: present.valid_to,
      legal_basis: input.legal_basis || null,
    });
  }
  indexUnit(unit, input.unit_id, [
    ...directory
      .versions(input.unit_id)
      .filter((v) => !v.sample)
      .map((v) => v.name),
    name,
    ...present.aliases,
  ]);
  unit.audit({
    action: 'rename_unit',
    userId,
    kind: 'unit',
    recordId: input.unit_id,
    payload: {
      about: name,
      before: { name: present.name, type: present.type },
      after: { name, type, valid_from: input.valid_from },
      ...(input.legal_basis && { reason: input.legal_basis }),
    },
  });
  commit(database, unit);
}

function positionOf(database: Database, unitId: number): number {
  const newest = query
    .selectFrom('unit_version')
    .select('position')
    .where('unit_id', '=', unitId)
    .orderBy('valid_from', 'desc')
    .limit(1);
  return database.first(newest.compile())?.position ?? 1;
}

function endVersion(unit: UnitOfWork, unitId: number, validFrom: string, lastDay: string): void {
  const ended = query
    .updateTable('unit_version')
    .set({ valid_to: lastDay })
    .where('unit_id', '=', unitId)
    .where('valid_from', '=', validFrom);
  unit.add(ended.compile(), {
    rows: 1,
    otherwise: { code: 'conflict', text: 'Đơn vị này vừa được sửa. Hãy xem lại.' },
  });
}

/** Several units of one level become one from that day; villages of merged communes go over with them. */
export function mergeUnits(database: Database, input: ParsedInput<'units.merge'>, userId: number): number {
  const directory = unitsOf(database);
  const before = addDays(input.date, -1);
  const sources = input.unit_ids.map(
    (id) =>
      directory.versionAt(id, before) ?? fail('invalid', 'Có đơn vị không còn hiệu lực trước ngày nhập.'),
  );
  const [first] = sources;
  if (
    !first ||
    sources.some(
      (s) => s.level !== first.level || (first.level === 'village' && s.parent_id !== first.parent_id),
    )
  )
    fail('invalid', 'Chỉ nhập các đơn vị cùng cấp; các bản phải cùng một xã.');
  if (sources.some((source) => source.valid_to !== null)) fail('invalid', 'Có đơn vị đã thôi hiệu lực.');
  const name = cleanText(input.name);
  requireFreeName(database, first.parent_id, name, input.date, input.unit_ids);
  const id = database.nextId('unit');
  const unit = new UnitOfWork();
  insertUnit(database, unit, { id, level: first.level, covered: true });
  insertVersion(database, unit, id, {
    name,
    type: cleanText(input.type),
    code: input.code ?? null,
    parent_id: first.parent_id,
    position: first.position,
    sample: false,
    valid_from: input.date,
    valid_to: null,
    legal_basis: input.legal_basis || null,
  });
  for (const source of sources) {
    endVersion(unit, source.unit_id, source.valid_from, before);
    insertSuccession(database, unit, {
      from_unit_id: source.unit_id,
      to_unit_id: id,
      date: input.date,
      legal_basis: input.legal_basis,
    });
    if (source.level === 'commune')
      moveVillages(database, unit, source.unit_id, id, input.date, input.legal_basis);
  }
  indexUnit(unit, id, [name]);
  unit.audit({
    action: 'merge_units',
    userId,
    kind: 'unit',
    recordId: id,
    payload: {
      about: name,
      before: { units: sources.map((source) => source.name).join(', ') },
      after: { name, date: input.date },
      reason: input.legal_basis,
    },
  });
  commit(database, unit);
  return id;
}

function moveVillages(
  database: Database,
  unit: UnitOfWork,
  from: number,
  to: number,
  date: string,
  basis: string,
): void {
  for (const village of unitsOf(database).villagesOf(from, addDays(date, -1))) {
    const version = unitsOf(database).versionAt(village.id, addDays(date, -1));
    if (!version) continue;
    endVersion(unit, village.id, version.valid_from, addDays(date, -1));
    insertVersion(database, unit, village.id, {
      ...version,
      sample: version.sample === 1,
      parent_id: to,
      valid_from: date,
      valid_to: version.valid_to,
      legal_basis: basis || null,
    });
  }
}

/** A unit that ends without a successor. */
export function retireUnit(database: Database, input: ParsedInput<'units.retire'>, userId: number): void {
  const present =
    unitsOf(database).versions(input.unit_id).at(-1) ?? fail('not_found', 'Không tìm thấy đơn vị này.');
  if (present.valid_to !== null) fail('invalid', 'Đơn vị này đã thôi hiệu lực.');
  const living = query
    .selectFrom('household')
    .select('id')
    .where('village_id', '=', input.unit_id)
    .where('state', '=', 'living')
    .where('voided_at', 'is', null)
    .limit(1);
  const inhabited = database.first(living.compile());
  if (inhabited && input.date <= today())
    fail('invalid', 'Bản còn hộ đang cư trú. Hãy chuyển các hộ sang bản khác trước.');
  if (input.date < present.valid_from) fail('invalid', 'Ngày kết thúc ở trước ngày bắt đầu.');
  const unit = new UnitOfWork();
  endVersion(unit, input.unit_id, present.valid_from, input.date);
  unit.audit({
    action: 'retire_unit',
    userId,
    kind: 'unit',
    recordId: input.unit_id,
    payload: { about: present.name, after: { valid_to: input.date }, reason: input.legal_basis },
  });
  commit(database, unit);
}
