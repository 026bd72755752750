import type { attachmentCalls } from '../../../shared/api/attachments.ts';
import { mayReadAttachments } from '../../../shared/attachments/kinds.ts';
import type { CallContext, Handlers } from '../context.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { changeWithReason } from '../records/change-by.ts';
import { requireNoRefusal } from '../records/refusals.ts';
import { restoreRecord, rowOf, voidRecord } from '../records/record-writer.ts';
import { addAttachment } from './add.ts';
import { checkAttachmentsTask } from './check.ts';
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
    const { files, faults } = await context.runTask(checkAttachmentsTask, null, context);
    return { files, faults: faults.filter(({ owner_kind }) => mayReadAttachments(owner_kind, role)) };
  },
};
