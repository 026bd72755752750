import type { recordCalls } from '../../../shared/api/records.ts';
import { recordDraft } from '../../../shared/draft-names.ts';
import { fail } from '../../../shared/failure.ts';
import { may } from '../../../shared/rights.ts';
import { kindOf, type KindName } from '../../../shared/records/index.ts';
import { formatBirth } from '../../../shared/vietnamese/birth.ts';
import type { CallContext, Handlers } from '../context.ts';
import type { Database } from '../database/database.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { auditRows, historyOf } from '../people/audit-reader.ts';
import { deleteDraft, draftOf, saveDraft } from './drafts.ts';
import { refuseHidden, shownAudit } from './internal.ts';
import { listRows, totalOf } from './list.ts';
import { parseValues } from './parse-values.ts';
import { insertRecord, nameOf, restoreRecord, rowOf, updateRecord, voidRecord } from './record-writer.ts';
import { requireNoRefusal } from './refusals.ts';
import { findHits, type Hit } from './search.ts';
import { ruled } from './rules/index.ts';
import { shown } from './shown.ts';
import { requireUnused } from './unused.ts';
import { unitsOf } from './units/directory.ts';
import { localDay } from '../office/wording.ts';

/** Refuses kinds whose life has calls of its own, people who may not write this kind, and what no reason may say. */
function requireGeneric(kind: KindName, reason: string | undefined, { office }: CallContext): number {
  const { ownCalls, writeRight = 'records.write' } = kindOf(kind);
  if (ownCalls) fail('bad_input', 'Loại bản ghi này được ghi ở màn hình riêng của nó.');
  const session = office.requireSession();
  if (!may(session.role, writeRight)) fail('forbidden', 'Bạn không có quyền sửa loại bản ghi này.');
  requireNoRefusal(kind, { reason });
  return session.user_id;
}

/** Kinds without a page of their own: a hit among them leads to the record that they belong to. */
const partsOf: Partial<Record<KindName, { readonly kind: KindName; readonly field: string }>> = {
  donation: { kind: 'receipt', field: 'receipt_id' },
  housing_phase: { kind: 'housing_program', field: 'program_id' },
  committee_member: { kind: 'steering_committee', field: 'committee_id' },
};

function hitShown(database: Database, { kind, id }: Hit) {
  const today = localDay(new Date());
  if (kind === 'unit') {
    const unit = unitsOf(database).unitAt(id, today);
    const parent = unit.parent_id === null ? '' : unitsOf(database).nameAt(unit.parent_id, today);
    return {
      kind,
      id,
      name: unit.name,
      detail: [unit.type, parent].filter(Boolean).join(', '),
      voided: false,
    };
  }
  const row = rowOf(database, kind, id);
  const village = row['village_id'];
  const detail = [
    kindOf(kind).label,
    typeof village === 'number' ? unitsOf(database).nameAt(village, today) : '',
    typeof row['birth'] === 'string' ? formatBirth(row['birth']) : '',
  ];
  const whole = partsOf[kind];
  return {
    kind: whole?.kind ?? kind,
    id: whole ? Number(row[whole.field]) : id,
    name: nameOf(kind, row),
    detail: detail.filter(Boolean).join(', '),
    voided: row.voided_at !== null,
  };
}

/** Refuses kinds that are read by calls of their own. */
export function requireGenericReading(kind: KindName): void {
  if (kindOf(kind).ownReads) fail('bad_input', 'Loại bản ghi này được xem ở bản ghi mà nó thuộc về.');
}

/** The generic calls over the declared kinds, the search box, the audit trail and drafts. */
export const recordHandlers: Handlers<keyof typeof recordCalls> = {
  'records.list': (input, { office }) => {
    const { database } = office;
    const { role } = office.requireSession();
    requireGenericReading(input.kind);
    refuseHidden(input.kind, input.filter, role, input.sort?.field);
    const { rows, next } = listRows(database, input);
    return { rows: rows.map((row) => shown(database, input.kind, row, role)), next };
  },
  'records.total': (input, { office }) => {
    requireGenericReading(input.kind);
    refuseHidden(input.kind, input.filter, office.requireSession().role);
    return totalOf(office.database, input);
  },
  'records.get': ({ kind, id }, { office }) => {
    requireGenericReading(kind);
    return shown(office.database, kind, rowOf(office.database, kind, id), office.requireSession().role);
  },

  'records.create': ({ kind, values, reason }, context) => {
    const { database } = context.office;
    const userId = requireGeneric(kind, reason, context);
    const ready = ruled(database, kind, parseValues(kind, values), null, reason);
    const unit = new UnitOfWork();
    const row = insertRecord(database, unit, kind, ready, { userId, at: database.now(), reason });
    deleteDraft(unit, userId, recordDraft(kind, null));
    database.commit(unit);
    return { id: row.id, version: row.version };
  },

  'records.update': ({ kind, id, version, values, reason }, context) => {
    const { database } = context.office;
    const userId = requireGeneric(kind, reason, context);
    const before = rowOf(database, kind, id);
    if (before.voided_at !== null) fail('conflict', 'Bản ghi này đã bị hủy. Hãy phục hồi trước khi sửa.');
    const ready = ruled(database, kind, parseValues(kind, values), before, reason);
    const unit = new UnitOfWork();
    const by = { userId, at: database.now(), reason };
    const after = updateRecord(unit, kind, before, version, ready, by);
    deleteDraft(unit, userId, recordDraft(kind, id));
    if (unit.changes.length > 0) database.commit(unit);
    return { id, version: after.version };
  },

  'records.void': ({ kind, id, version, reason }, context) => {
    const { database } = context.office;
    const userId = requireGeneric(kind, reason, context);
    const unit = new UnitOfWork();
    const by = { userId, at: database.now(), reason };
    requireUnused(database, kind, id);
    const after = voidRecord(unit, kind, rowOf(database, kind, id), version, by);
    database.commit(unit);
    return { id, version: after.version };
  },

  'records.restore': ({ kind, id, version, reason }, context) => {
    const { database } = context.office;
    const userId = requireGeneric(kind, reason, context);
    const before = rowOf(database, kind, id);
    ruled(database, kind, before, before, reason);
    const unit = new UnitOfWork();
    const by = { userId, at: database.now(), reason };
    const after = restoreRecord(unit, kind, before, version, by);
    database.commit(unit);
    return { id, version: after.version };
  },

  'records.history': ({ kind, id }, { office }) => {
    requireGenericReading(kind);
    const { role } = office.requireSession();
    return historyOf(office.database, kind, id).map((row) => shownAudit(row, role));
  },

  'search.find': ({ text, limit }, { office }) => ({
    hits: findHits(office.database, text, limit).map((hit) => hitShown(office.database, hit)),
  }),

  'audit.list': (filter, { office }) => ({
    ...auditRows(office.database, filter),
    chain_head: office.database.chainHead.hash.toString('hex'),
  }),
  'audit.verify': (_input, context) => context.runTask('verify_audit', null, context),

  'drafts.save': ({ form, content }, { office }) => {
    saveDraft(office.database, office.requireSession().user_id, form, content);
    return { done: true };
  },
  'drafts.get': ({ form }, { office }) => draftOf(office.database, office.requireSession().user_id, form),
  'drafts.drop': ({ form }, { office }) => {
    office.database.commit(deleteDraft(new UnitOfWork(), office.requireSession().user_id, form));
    return { done: true };
  },
};
