import { checkAccess } from '../../../shared/access.ts';
import { fail } from '../../../shared/failure.ts';
import type { AttachmentBytes } from '../messages.ts';
import type { Office } from '../office/office.ts';
import { DamagedFile } from './file-cipher.ts';
import { isFileError, readPlain } from './files.ts';
import { attachmentRow } from './rows.ts';
import { secretsFor } from './secrets.ts';

const next = 'Hãy khôi phục từ bản sao lưu đã kiểm tra, hoặc hủy tệp này và thêm lại từ giấy.';
const safe = 'Bản ghi và các tệp khác không bị ảnh hưởng.';

/**
 * The bytes of an attachment, checked to the last one, for whoever is logged in and may see it. Fails with
 * `not_found` where its file is gone and `damaged` where it is not what was written, or the disk does not give it.
 */
export async function openAttachment(office: Office, id: number): Promise<AttachmentBytes> {
  checkAccess('records.read', office.session);
  const { database } = office;
  const row = attachmentRow(database, id, office.requireSession().role);
  try {
    const bytes = await readPlain(office.paths.attachments, row.keyed_hash, secretsFor(database));
    if (bytes === null)
      return fail('not_found', `Không thấy tệp "${row.file_name}" trong thư mục dữ liệu. ${next}`, { safe });
    return { bytes, contentType: row.media_type };
  } catch (error) {
    if (isFileError(error))
      return fail('damaged', `Ổ đĩa không đọc được tệp "${row.file_name}". ${next}`, { safe });
    if (!(error instanceof DamagedFile)) throw error;
    return fail('damaged', `Tệp "${row.file_name}" đã hỏng, không mở được. ${next}`, { safe });
  }
}
