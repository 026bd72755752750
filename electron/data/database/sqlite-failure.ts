import { FailureError } from '../../../shared/failure.ts';

const saved = 'Những gì đã lưu trước đó vẫn còn nguyên.';

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Turns what SQLite or the file system throws into a typed failure; anything else stays as it is. */
export function failureOfSqlite(error: unknown): unknown {
  if (error instanceof FailureError) return error;
  const code = codeOf(error);
  const text = error instanceof Error ? error.message : '';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC')
    return new FailureError({
      code: 'disk_full',
      text: 'Ổ đĩa đã đầy, không lưu được. Hãy xóa bớt tệp trên ổ đĩa rồi thử lại.',
      safe: saved,
    });
  if (text.includes('form_number_taken') || text.includes('.form_number'))
    return new FailureError({
      code: 'form_number_taken',
      text: 'Số tờ này đã dùng trong xã ở đợt này. Hãy nhập số khác.',
      fields: { form_number: 'Số tờ đã dùng.' },
      safe: saved,
    });
  if (text.includes('fund_never_below_zero'))
    return new FailureError({
      code: 'insufficient_balance',
      text: 'Quỹ không đủ số dư vào ngày này hoặc vào một ngày sau đó.',
      safe: saved,
    });
  if (text.includes('voucher_frozen'))
    return new FailureError({
      code: 'voucher_frozen',
      text: 'Phiếu đã phát hành thì không sửa được. Hãy hủy phiếu rồi lập phiếu khác.',
      safe: saved,
    });
  if (text.includes('voucher_number_taken'))
    return new FailureError({
      code: 'conflict',
      text: 'Số phiếu này vừa được dùng ở nơi khác. Hãy phát hành lại để lấy số tiếp theo.',
      safe: saved,
    });
  if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY')
    return new FailureError({ code: 'duplicate', text: 'Đã có bản ghi như thế này.', safe: saved });
  if (code.startsWith('SQLITE_CONSTRAINT'))
    return new FailureError({ code: 'invalid', text: 'Có mục không hợp lệ nên chưa lưu được.', safe: saved });
  if (code === 'SQLITE_READONLY' || code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return new FailureError({ code: 'read_only', text: 'Nơi lưu chỉ cho đọc, không ghi được.', safe: saved });
  if (code === 'SQLITE_CORRUPT' || code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT_'))
    return new FailureError({
      code: 'damaged',
      text: 'Cơ sở dữ liệu bị hỏng. Hãy khôi phục từ bản sao lưu đã kiểm tra gần nhất.',
      safe: 'Các bản sao lưu không bị ảnh hưởng.',
    });
  if (code.startsWith('SQLITE_IOERR') || code === 'SQLITE_CANTOPEN')
    return new FailureError({
      code: 'vanished',
      text: 'Không đọc ghi được cơ sở dữ liệu. Hãy kiểm tra ổ đĩa rồi khởi động lại chương trình.',
      safe: 'Các bản sao lưu không bị ảnh hưởng.',
    });
  if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED')
    return new FailureError({ code: 'in_use', text: 'Cơ sở dữ liệu đang bận. Hãy thử lại.', safe: saved });
  return error;
}
