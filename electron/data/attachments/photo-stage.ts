import type { CallOutput, ParsedInput } from '../../../shared/api.ts';
import { fail } from '../../../shared/failure.ts';
import type { Role } from '../../../shared/rights.ts';
import type { Database } from '../database/database.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { rowOf, updateRecord, type ChangeBy } from '../records/record-writer.ts';
import { attachmentRow } from './rows.ts';

/** Only a photo of a house shows the time before or after: `invalid` for anything else. */
export function requirePhoto(ownerKind: string, mediaType: string): void {
  if (ownerKind === 'house' && mediaType.startsWith('image/')) return;
  fail('invalid', 'Chỉ ảnh của một nhà mới ghi được là trước hay sau khi làm.', {
    safe: 'Tệp gốc trên máy không bị thay đổi.',
  });
}

/** Says of a house's photo whether it shows the time before or after; null takes that back. */
export function setPhotoStage(
  database: Database,
  { id, version, photo_stage }: ParsedInput<'attachments.set_photo_stage'>,
  role: Role,
  by: ChangeBy,
): CallOutput<'attachments.set_photo_stage'> {
  const { owner_kind, media_type } = attachmentRow(database, id, role);
  requirePhoto(owner_kind, media_type);
  const before = rowOf(database, 'attachment', id);
  if (before.voided_at !== null) fail('conflict', 'Ảnh này đã bị hủy. Hãy phục hồi trước.');
  const unit = new UnitOfWork();
  const after = updateRecord(unit, 'attachment', before, version, { photo_stage }, by);
  if (unit.changes.length > 0) database.commit(unit);
  return { id, version: after.version };
}
