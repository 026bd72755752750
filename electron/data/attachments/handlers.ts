import type { attachmentCalls } from '../../../shared/api/attachments.ts';
import { mayReadAttachments } from '../../../shared/attachments/kinds.ts';
import type { CallContext, Handlers } from '../context.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { changeBy, changeWithReason } from '../records/change-by.ts';
import { requireNoRefusal } from '../records/refusals.ts';
import { restoreRecord, rowOf, voidRecord } from '../records/record-writer.ts';
import { addAttachment } from './add.ts';
import { setPhotoStage } from './photo-stage.ts';
import { attachmentRow, attachmentsOf, requireMayRead } from './rows.ts';

type DataCalls = Exclude<
  keyof typeof attachmentCalls,
  'attachments.choose' | 'attachments.look' | 'attachments.address'
>;

/** Refuses who may not see an attachment, and a reason that may not be kept with its owner. */
function requireChangeable({ office }: CallContext, id: number, reason: string): void {
  const { owner_kind } = attachmentRow(office.database, id, office.requireSession().role);
  requireNoRefusal(owner_kind, { reason });
}

/** Handlers of attachments; choosing and showing them is the main side's part. */
export const attachmentHandlers: Handlers<DataCalls> = {
  'attachments.list': ({ owner_kind, owner_id }, { office }) => {
    requireMayRead(owner_kind, office.requireSession().role);
    return attachmentsOf(office.database, office.paths.attachments, owner_kind, owner_id);
  },
  'attachments.add': addAttachment,
  'attachments.set_photo_stage': (input, context) => {
    const { role } = context.office.requireSession();
    return setPhotoStage(context.office.database, input, role, changeBy(context));
  },
  'attachments.void': ({ id, version, reason }, context) => {
    const { database } = context.office;
    requireChangeable(context, id, reason);
    const unit = new UnitOfWork();
    const row = rowOf(database, 'attachment', id);
    const after = voidRecord(unit, 'attachment', row, version, changeWithReason(context, reason));
    database.commit(unit);
    return { id, version: after.version };
  },
  'attachments.restore': ({ id, version, reason }, context) => {
    const { database } = context.office;
    requireChangeable(context, id, reason);
    const unit = new UnitOfWork();
    const row = rowOf(database, 'attachment', id);
    const after = restoreRecord(unit, 'attachment', row, version, changeWithReason(context, reason));
    database.commit(unit);
    return { id, version: after.version };
  },
  'attachments.check': async (_input, context) => {
    const { role } = context.office.requireSession();
    const { files, count, faults } = await context.runTask('check_attachments', null, context);
    const mayRead = ({ owner_kind }: { owner_kind: string }) => mayReadAttachments(owner_kind, role);
    const told = faults.map((fault) => ({ ...fault, owners: fault.owners.filter(mayRead) }));
    return { files, count, faults: told };
  },
};
