import type { Attachment } from '../../../shared/api/attachments.ts';
import { mediaTypes } from '../../../shared/attachments/image-header.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { bytesInWords, momentInWords } from '../../components/words.ts';

/** One line about a file: what it is, how large, by whom and when. */
export function describe(file: Attachment): string {
  const { media_type, width, height, byte_count, original_kept, created_by, created_at } = file;
  const parts = [
    mediaTypes[media_type],
    width !== null && height !== null ? `${formatNumber(width)} × ${formatNumber(height)}` : '',
    bytesInWords(byte_count),
    original_kept ? '' : 'đã thu nhỏ',
    created_by,
    momentInWords(created_at),
  ];
  return parts.filter(Boolean).join(' · ');
}
