import { reducedSide } from '../../../shared/attachments/intake.ts';
import { fail } from '../../../shared/failure.ts';

const quality = 0.85;

const unreadable = () =>
  fail('invalid', 'Ảnh này bị hỏng, không mở ra được. Hãy chọn ảnh khác, hoặc chọn giữ bản gốc.', {
    safe: 'Tệp gốc trên máy không bị thay đổi.',
  });

/** The size with the longer side at most 2048 pixels, at least 1 the other way. */
export function reducedSize(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, reducedSide / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

async function decoded(address: string): Promise<ImageBitmap> {
  const answer = await fetch(address);
  if (!answer.ok) return unreadable();
  const blob = await answer.blob();
  // Turned as it is looked at: the JPEG that is made says nothing of an orientation any more.
  return createImageBitmap(blob, { imageOrientation: 'from-image' }).catch(unreadable);
}

/** The image behind a one-time address, as a JPEG of at most 2048 pixels a side. Fails with `invalid`. */
export async function shrinkImage(address: string): Promise<Uint8Array<ArrayBuffer>> {
  const bitmap = await decoded(address);
  const { width, height } = reducedSize(bitmap.width, bitmap.height);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) return unreadable();
  // What is transparent would become black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
  return blob ? new Uint8Array(await blob.arrayBuffer()) : unreadable();
}
