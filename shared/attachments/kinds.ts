import { may, type Role } from '../rights.ts';

/** Scanned minutes name the people who spoke: these kinds' attachments are for those who answer them. */
const answeredKinds: ReadonlySet<string> = new Set(['forum', 'opinion', 'opinion_step']);

const noPapers =
  'Không đính kèm ảnh căn cước, hộ khẩu, giấy khai sinh hay giấy tờ tùy thân khác: chương trình không được lưu.';
const namesPeople =
  'Biên bản quét có tên người phát biểu. Chỉ các vai trò trả lời ý kiến mở được tệp ở đây; hãy che tên nếu không cần.';

/** Whether a role may see attachments of records of a kind: their names as well as their bytes. */
export function mayReadAttachments(kind: string, role: Role): boolean {
  return !answeredKinds.has(kind) || may(role, 'opinions.answer');
}

/** What a person is told before she attaches a file to a record of a kind. */
export function intakeWarnings(kind: string): string[] {
  return answeredKinds.has(kind) ? [noPapers, namesPeople] : [noPapers];
}
