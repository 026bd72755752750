import { FailureError, type FailureCode } from '../../../shared/failure.ts';

const safe = 'Dữ liệu trên máy còn nguyên; bản sao chép dở đã được dọn.';

const causes: readonly [codes: readonly string[], code: FailureCode, text: string][] = [
  [
    ['ENOSPC', 'EDQUOT'],
    'disk_full',
    'Nơi chứa bản sao đã đầy. Hãy xóa bớt tệp ở đó hoặc dùng thiết bị khác.',
  ],
  [
    ['EFBIG'],
    'disk_full',
    'Thiết bị định dạng FAT32 không chứa được tệp từ 4 GiB. Hãy dùng thiết bị định dạng exFAT hoặc NTFS.',
  ],
  [
    ['EROFS', 'EACCES', 'EPERM'],
    'read_only',
    'Nơi chứa bản sao chỉ cho đọc. Hãy gạt khóa ghi trên thiết bị hoặc dùng thiết bị khác.',
  ],
  [
    ['ENOENT', 'ENOTDIR', 'EIO', 'ENXIO', 'ENODEV', 'EBADF', 'ESTALE'],
    'removed',
    'Thiết bị đã bị rút ra hoặc không còn đọc ghi được. Hãy cắm lại rồi làm lại từ đầu.',
  ],
  [['EEXIST'], 'file_exists', 'Ở đó đã có tệp trùng tên. Không có gì bị ghi đè; hãy thử lại.'],
];

/** Turns what the file system throws while a backup is copied into a typed failure; else gives it as it is. */
export function failureOfFile(error: unknown): unknown {
  if (error instanceof FailureError || !(error instanceof Error) || !('code' in error)) return error;
  const cause = causes.find(([codes]) => codes.includes(String(error.code)));
  return cause ? new FailureError({ code: cause[1], text: cause[2], safe }) : error;
}
