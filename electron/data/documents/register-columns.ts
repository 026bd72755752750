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

/**
 * Widths in mm; all columns together make 165. Between two cells at least 2,8 mm stay free wherever there is
 * room, because PDF readers take texts that stand closer for one. The name gets what the others leave: without
 * further columns "Nguyễn Thị Hồng Nhung" stands on one line, and most notes are empty.
 */
function columnWidths({ ethnicity, signature }: RegisterData['columns']) {
  const wide = { birth: 24, members: 12.5, date: 24, mode: 19.5 };
  if (ethnicity && signature) {
    const tight = { birth: 23, members: 12.5, date: 22.5, mode: 18.5 };
    return { ...tight, number: 11, name: 31.5, ethnicity: 17.5, note: 12.5, signature: 16 };
  }
  if (ethnicity) return { ...wide, number: 12.5, name: 38.5, ethnicity: 18.5, note: 15.5, signature: 0 };
  if (signature) return { ...wide, number: 12.5, name: 38, ethnicity: 0, note: 14.5, signature: 20 };
  return { ...wide, number: 14, name: 50.5, members: 12, mode: 20.5, ethnicity: 0, note: 20, signature: 0 };
}

/** The columns of a register with their widths in mm and what stands in them. */
export function registerColumns(data: Pick<RegisterData, 'columns' | 'internal'>): RegisterColumn[] {
  const width = columnWidths(data.columns);
  const columns: RegisterColumn[] = [
    { title: 'STT', width: width.number, align: 'center', text: (_, number) => formatNumber(number) },
    { title: 'Họ và tên chủ hộ', width: width.name, align: 'left', text: (row) => row.head_name },
    { title: 'Năm sinh', width: width.birth, align: 'center', text: (row) => formatBirth(row.birth) },
  ];
  if (data.columns.ethnicity) {
    const text = (row: RegisterRow) => row.ethnicity_name ?? '';
    columns.push({ title: 'Dân tộc', width: width.ethnicity, align: 'center', text });
  }
  columns.push(
    {
      title: 'Số khẩu',
      width: width.members,
      align: 'center',
      text: (row) => formatNumber(row.member_count),
    },
    { title: 'Ngày ký', width: width.date, align: 'center', text: signingDate },
    { title: 'Hình thức', width: width.mode, align: 'center', text: (row) => modes[row.signature_mode] },
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
