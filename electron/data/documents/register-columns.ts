import { formatBirth } from '../../../shared/vietnamese/birth.ts';
import { formatDate } from '../../../shared/vietnamese/dates.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import type { NotSignedReason, RegisterData, RegisterRow, SignatureMode } from './register-data.ts';
import type { Column } from './table.ts';

const modes: Record<SignatureMode, string> = {
  signed: 'ký',
  thumbprint: 'điểm chỉ',
  represented: 'đại diện',
  not_yet: 'chưa ký',
};

const reasons: Record<NotSignedReason, string> = {
  away: 'Vắng nhà',
  works_elsewhere: 'Đi làm ăn xa',
  just_moved_in: 'Mới chuyển đến',
  not_met: 'Chưa gặp được',
};

/** Whether a household counts as "đã ký": signed, thumbprint and represented do. */
export const hasSigned = (row: RegisterRow): boolean => row.signature_mode !== 'not_yet';

interface RegisterColumn extends Column {
  text: (row: RegisterRow, number: number) => string;
}

/** Widths in mm that the optional columns leave to the others; together with the fixed ones they make 165. */
function flexibleWidths({ ethnicity, signature }: RegisterData['columns']) {
  if (ethnicity && signature) return { number: 12, name: 29, ethnicity: 17.5, note: 13, signature: 16.5 };
  if (ethnicity) return { number: 12, name: 39, ethnicity: 18, note: 19, signature: 0 };
  if (signature) return { number: 12, name: 37, ethnicity: 0, note: 17, signature: 22 };
  return { number: 14, name: 45, ethnicity: 0, note: 29, signature: 0 };
}

/** The columns of a register with their widths in mm and what stands in them. */
export function registerColumns(data: Pick<RegisterData, 'columns' | 'internal'>): RegisterColumn[] {
  const width = flexibleWidths(data.columns);
  const columns: RegisterColumn[] = [
    { title: 'STT', width: width.number, align: 'center', text: (_, number) => formatNumber(number) },
    { title: 'Họ và tên chủ hộ', width: width.name, align: 'left', text: (row) => row.head_name },
    { title: 'Năm sinh', width: 22.5, align: 'center', text: (row) => formatBirth(row.birth) },
  ];
  if (data.columns.ethnicity) {
    const text = (row: RegisterRow) => row.ethnicity_name ?? '';
    columns.push({ title: 'Dân tộc', width: width.ethnicity, align: 'center', text });
  }
  columns.push(
    { title: 'Số khẩu', width: 13, align: 'center', text: (row) => formatNumber(row.member_count) },
    { title: 'Ngày ký', width: 22.5, align: 'center', text: signingDate },
    { title: 'Hình thức', width: 19, align: 'center', text: (row) => modes[row.signature_mode] },
    { title: 'Ghi chú', width: width.note, align: 'left', text: (row) => remark(row, data.internal) },
  );
  if (data.columns.signature) {
    columns.push({ title: 'Chữ ký', width: width.signature, align: 'center', text: () => '' });
  }
  return columns;
}

function signingDate(row: RegisterRow): string {
  return hasSigned(row) && row.signed_on ? formatDate(row.signed_on) : '';
}

function remark(row: RegisterRow, internal: boolean): string {
  const reason = internal && row.reason && !hasSigned(row) ? reasons[row.reason] : '';
  return reason && row.note ? `${reason}; ${row.note}` : reason || row.note;
}
