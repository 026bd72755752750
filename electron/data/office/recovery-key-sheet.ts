import { fail } from '../../../shared/failure.ts';
import type { CallContext } from '../context.ts';
import { localDay } from './wording.ts';

/** The recovery key that waits for its confirmation, as a document to print. */
export async function recoveryKeySheet({ office, documents, runTask }: CallContext) {
  const recoveryKey =
    office.pendingRecoveryKey ?? fail('not_found', 'Khóa khôi phục chỉ in được ngay sau khi tạo.');
  const data = {
    office_name: office.location.office_name ?? '',
    recovery_key: recoveryKey,
    created_on: localDay(new Date()),
    sample: office.sample,
  };
  const made = documents.allocate('Phiếu khóa khôi phục');
  await runTask('recovery_key_sheet', { ...data, path: made.path });
  return { document_id: made.id };
}
