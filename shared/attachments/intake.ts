import { fail } from '../failure.ts';
import { formatNumber } from '../vietnamese/numbers.ts';
import { imageSize, sniffMediaType, type MediaType, type PixelSize } from './image-header.ts';

/** The largest file that is taken, in bytes. */
export const mostBytes = 50 * 1024 * 1024;
/** The largest reduced image that the page may hand back, in bytes. */
export const mostReducedBytes = 8 * 1024 * 1024;
/** Images are reduced to this many pixels on the longer side. */
export const reducedSide = 2048;
const mostSide = 16_384;
const mostPixels = 100_000_000;

const safe = 'Tệp gốc trên máy không bị thay đổi.';

/** A file that may be attached, as its first bytes tell. */
export interface Intake {
  readonly mediaType: MediaType;
  /** Null for a PDF. */
  readonly size: PixelSize | null;
}

/** Refuses (`invalid`) a file that is empty or larger than 50 MB. */
export function requireByteCount(bytes: number): void {
  if (bytes === 0) fail('invalid', 'Tệp này rỗng. Hãy chọn tệp khác.', { safe });
  if (bytes > mostBytes)
    fail(
      'invalid',
      `Tệp này ${formatNumber(Math.ceil(bytes / 1024 / 1024))} MB; mỗi tệp đính kèm tối đa 50 MB. Hãy chụp hoặc quét lại với cỡ nhỏ hơn.`,
      { safe },
    );
}

/**
 * What a file is, by its bytes alone; `invalid` for anything but JPEG, PNG, WebP and PDF, and for images that are
 * damaged or larger than 16.384 pixels a side or 100 megapixels (read from the header, never decoded).
 */
export function requireIntake(bytes: Uint8Array): Intake {
  requireByteCount(bytes.length);
  const mediaType = sniffMediaType(bytes);
  if (mediaType === null)
    return fail(
      'invalid',
      'Tệp này không phải ảnh JPEG, PNG, WebP hay PDF (xem theo nội dung, không theo tên). Hãy chọn tệp khác.',
      { safe },
    );
  if (mediaType === 'application/pdf') return { mediaType, size: null };
  const size = imageSize(bytes, mediaType);
  if (size === null)
    return fail('invalid', 'Ảnh này bị hỏng, không đọc được cỡ ảnh. Hãy chọn ảnh khác.', { safe });
  const { width, height } = size;
  if (width > mostSide || height > mostSide || width * height > mostPixels)
    fail(
      'invalid',
      `Ảnh ${formatNumber(width)} × ${formatNumber(height)} điểm ảnh là quá lớn (tối đa 16.384 mỗi cạnh và 100 triệu điểm ảnh). Hãy thu nhỏ rồi chọn lại.`,
      { safe },
    );
  return { mediaType, size };
}

/** Whether an image is larger than what is kept unless its original is wanted. */
export function isToReduce({ size }: Intake): boolean {
  return size !== null && Math.max(size.width, size.height) > reducedSide;
}
