import type { AuditActionName } from '../../../shared/audit-actions.ts';
import { fail, type Failure } from '../../../shared/failure.ts';
import { kindOf, type KindName } from '../../../shared/records/index.ts';
import type { StoredValue } from '../../../shared/records/schema.ts';
import type { Database } from '../database/database.ts';
import { addSearchText, changeSearchText } from '../database/search-index.ts';
import type { UnitOfWork } from '../database/unit-of-work.ts';
import { uuidv7 } from '../database/uuid.ts';
import { canonicalRecord } from './canonical.ts';
import {
  derive,
  insertOf,
  linesOf,
  manyFields,
  rowById,
  searchRow,
  sqlOf,
  toSql,
  updateOf,
  type Values,
} from './record-sql.ts';

/** A stored row as SQLite gives it. */
export type Row = Readonly<Record<string, StoredValue>> & {
  readonly id: number;
  readonly uid: string;
  readonly version: number;
  readonly voided_at: string | null;
};

/** Who changes what, and in whose words. */
export interface ChangeBy {
  readonly userId: number;
  /** The moment written into the record; `database.now()`. */
  readonly at: string;
  readonly reason?: string | undefined;
  /** The audit action where it is another than create, update, void, restore. */
  readonly action?: AuditActionName;
}

const conflict: Failure = {
  code: 'conflict',
  text: 'Bản ghi này vừa được sửa ở nơi khác. Hãy xem lại giá trị mới rồi lưu.',
  safe: 'Những gì bạn vừa nhập vẫn còn trên màn hình.',
};

/** The row of that key; `not_found` where there is none. */
export function rowOf(database: Database, kind: KindName, id: number): Row {
  return database.first(rowById(kind, id)) ?? fail('not_found', `Không tìm thấy ${kindOf(kind).label} này.`);
}

/** The name by which the audit trail and lists call a record. */
export function nameOf(kind: KindName, values: Values): string {
  return String(values[kindOf(kind).nameField] ?? '');
}

/** Adds a new record, its search text and its audit row; gives the row that will be there. */
export function insertRecord(
  database: Database,
  unit: UnitOfWork,
  kind: KindName,
  values: Values,
  by: ChangeBy,
): Row {
  const id = database.nextId(kind);
  const { userId, at } = by;
  const row: Row = {
    ...emptyOf(kind),
    ...values,
    ...derive(kind, values),
    id,
    uid: uuidv7(),
    origin: database.origin,
    version: 1,
    created_at: at,
    created_by: userId,
    updated_at: at,
    updated_by: userId,
    voided_at: null,
  };
  unit.add(insertOf(kind, row));
  for (const field of manyFields(kind))
    for (const change of linesOf(kind, field, id, row[field] ?? null).slice(1)) unit.add(change);
  const search = searchRow(kind, id, row);
  if (search) unit.index(addSearchText(search));
  unit.audit({
    action: by.action ?? 'create',
    userId,
    kind,
    recordId: id,
    record: canonicalRecord(kind, row),
    payload: { about: nameOf(kind, row), after: told(kind, row), ...(by.reason && { reason: by.reason }) },
  });
  return row;
}

const empty = new Map<KindName, Values>();
function emptyOf(kind: KindName): Values {
  let values = empty.get(kind);
  if (!values) {
    values = Object.fromEntries(Object.keys(kindOf(kind).fields).map((name) => [name, null]));
    empty.set(kind, values);
  }
  return values;
}

/** The values that say something, for the audit trail. */
function told(kind: KindName, row: Values): Record<string, StoredValue> {
  const values: Record<string, StoredValue> = {};
  for (const name of Object.keys(kindOf(kind).fields)) {
    const value = row[name];
    if (value !== null && value !== undefined) values[name] = value;
  }
  return values;
}

/** The fields whose stored value differs. */
function changedFields(kind: KindName, before: Row, values: Values): string[] {
  return Object.keys(kindOf(kind).fields).filter(
    (name) => name in values && toSql(values[name]) !== toSql(before[name]),
  );
}

/**
 * Changes a record where its version is still `version`; nothing is written where nothing changes. Gives the
 * row that will be there.
 */
export function updateRecord(
  unit: UnitOfWork,
  kind: KindName,
  before: Row,
  version: number,
  values: Values,
  by: ChangeBy,
): Row {
  if (before.version !== version) fail(conflict.code, conflict.text, { safe: conflict.safe ?? '' });
  const fields = changedFields(kind, before, values);
  if (fields.length === 0) return before;
  const after: Row = { ...before, ...values, version: version + 1, updated_at: by.at, updated_by: by.userId };
  const derived = derive(kind, after);
  const many = manyFields(kind).filter((name) => fields.includes(name));
  const set: Record<string, StoredValue> = {
    ...Object.fromEntries(
      fields.filter((name) => !many.includes(name)).map((name) => [name, after[name] ?? null]),
    ),
    ...derived,
    version: version + 1,
    updated_at: by.at,
    updated_by: by.userId,
  };
  unit.add(updateOf(kind, before, set), { rows: 1, otherwise: conflict });
  for (const field of many)
    for (const change of linesOf(kind, field, before.id, after[field] ?? null)) unit.add(change);
  if (sqlOf(kind).searchable.some((name) => fields.includes(name))) {
    const search = searchRow(kind, before.id, after);
    if (search) unit.index(changeSearchText(search));
  }
  unit.audit({
    action: by.action ?? 'update',
    userId: by.userId,
    kind,
    recordId: before.id,
    record: canonicalRecord(kind, after),
    payload: {
      about: nameOf(kind, after),
      before: Object.fromEntries(fields.map((name) => [name, before[name] ?? null])),
      after: Object.fromEntries(fields.map((name) => [name, after[name] ?? null])),
      ...(by.reason && { reason: by.reason }),
    },
  });
  return { ...after, ...derived };
}

/** Marks a record as changed of which only what belongs to it has: its lines. Gives the row that will be there. */
export function touchRecord(unit: UnitOfWork, kind: KindName, before: Row, by: ChangeBy): Row {
  const set = { version: before.version + 1, updated_at: by.at, updated_by: by.userId };
  const after: Row = { ...before, ...set };
  unit.add(updateOf(kind, before, set), { rows: 1, otherwise: conflict });
  unit.audit({
    action: by.action ?? 'update',
    userId: by.userId,
    kind,
    recordId: before.id,
    record: canonicalRecord(kind, after),
    payload: { about: nameOf(kind, after), ...(by.reason && { reason: by.reason }) },
  });
  return after;
}

/** Voids a record with a reason; it stays, is found as voided and can be restored. */
export function voidRecord(
  unit: UnitOfWork,
  kind: KindName,
  before: Row,
  version: number,
  by: ChangeBy & { reason: string },
): Row {
  if (before.voided_at !== null) fail('conflict', 'Bản ghi này đã được hủy.');
  return setVoided(unit, kind, before, version, { ...by, action: by.action ?? 'void' }, by.at, by.reason);
}

/** Takes a void back; unique numbers that were given away meanwhile refuse it. */
export function restoreRecord(
  unit: UnitOfWork,
  kind: KindName,
  before: Row,
  version: number,
  by: ChangeBy & { reason: string },
): Row {
  if (before.voided_at === null) fail('conflict', 'Bản ghi này không bị hủy.');
  return setVoided(unit, kind, before, version, { ...by, action: by.action ?? 'restore' }, null, null);
}

function setVoided(
  unit: UnitOfWork,
  kind: KindName,
  before: Row,
  version: number,
  by: ChangeBy & { action: AuditActionName; reason: string },
  voidedAt: string | null,
  voidReason: string | null,
): Row {
  if (before.version !== version) fail(conflict.code, conflict.text, { safe: conflict.safe ?? '' });
  const set = {
    voided_at: voidedAt,
    void_reason: voidReason,
    version: version + 1,
    updated_at: by.at,
    updated_by: by.userId,
  };
  const after: Row = { ...before, ...set };
  unit.add(updateOf(kind, before, set), { rows: 1, otherwise: conflict });
  unit.audit({
    action: by.action,
    userId: by.userId,
    kind,
    recordId: before.id,
    record: canonicalRecord(kind, after),
    payload: { about: nameOf(kind, before), reason: by.reason },
  });
  return after;
}
