/** What may be attached: the type as found in the bytes → its Vietnamese word. */
export const mediaTypes = {
  'image/jpeg': 'ảnh JPEG',
  'image/png': 'ảnh PNG',
  'image/webp': 'ảnh WebP',
  'application/pdf': 'PDF',
} as const;
export type MediaType = keyof typeof mediaTypes;

/** Width and height in pixels as the image is looked at: turned where it says so. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

const ascii = (bytes: Uint8Array, from: number, length: number) =>
  String.fromCharCode(...bytes.subarray(from, from + length));
const startsWith = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((byte, index) => bytes[index] === byte);

/** The type that the first bytes show, whatever the file is called; null for anything else. */
export function sniffMediaType(bytes: Uint8Array): MediaType | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP') return 'image/webp';
  return ascii(bytes, 0, 5) === '%PDF-' ? 'application/pdf' : null;
}

/** A view whose reads beyond the end give NaN instead of throwing. */
class Bytes {
  readonly #view: DataView;
  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  get length(): number {
    return this.#view.byteLength;
  }
  u8(at: number): number {
    return at >= 0 && at + 1 <= this.length ? this.#view.getUint8(at) : NaN;
  }
  u16(at: number, little = false): number {
    return at >= 0 && at + 2 <= this.length ? this.#view.getUint16(at, little) : NaN;
  }
  u32(at: number, little = false): number {
    return at >= 0 && at + 4 <= this.length ? this.#view.getUint32(at, little) : NaN;
  }
}

const orientationTag = 0x0112;

/** The orientation (1–8) that an EXIF block says, 1 where it says none; `at` is the start of its TIFF header. */
function exifOrientation(view: Bytes, at: number): number {
  const order = view.u16(at);
  if (order !== 0x4949 && order !== 0x4d4d) return 1;
  const little = order === 0x4949;
  const directory = at + view.u32(at + 4, little);
  const entries = view.u16(directory, little);
  for (let index = 0; index < Math.min(entries, 200); index += 1) {
    const entry = directory + 2 + index * 12;
    if (view.u16(entry, little) !== orientationTag) continue;
    const value = view.u16(entry + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** Markers that stand alone, without a length behind them. */
const isBare = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
/** Start of a frame; C4, C8 and CC are none. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function jpegSize(view: Bytes, bytes: Uint8Array): PixelSize | null {
  let orientation = 1;
  for (let at = 2; at < view.length;) {
    if (view.u8(at) !== 0xff) return null;
    const marker = view.u8(at + 1);
    if (marker === 0xff) at += 1;
    else if (isBare(marker)) at += 2;
    else {
      const length = view.u16(at + 2);
      if (!(length >= 2) || marker === 0xda || marker === 0xd9) return null;
      if (marker === 0xe1 && ascii(bytes, at + 4, 6) === 'Exif\0\0')
        orientation = exifOrientation(view, at + 10);
      if (isFrame(marker)) {
        const [height, width] = [view.u16(at + 5), view.u16(at + 7)];
        return orientation >= 5 ? { width: height, height: width } : { width, height };
      }
      at += 2 + length;
    }
  }
  return null;
}

function pngSize(view: Bytes, bytes: Uint8Array): PixelSize | null {
  if (ascii(bytes, 12, 4) !== 'IHDR' || view.u32(8) !== 13) return null;
  return { width: view.u32(16), height: view.u32(20) };
}

function webpSize(view: Bytes, bytes: Uint8Array): PixelSize | null {
  switch (ascii(bytes, 12, 4)) {
    case 'VP8 ':
      // The key frame's start code, then 14 bits each.
      if (view.u8(23) !== 0x9d || view.u8(24) !== 0x01 || view.u8(25) !== 0x2a) return null;
      return { width: view.u16(26, true) & 0x3fff, height: view.u16(28, true) & 0x3fff };
    case 'VP8L': {
      if (view.u8(20) !== 0x2f) return null;
      const bits = view.u32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X': {
      const u24 = (at: number) => view.u16(at, true) + view.u8(at + 2) * 65_536;
      return { width: u24(24) + 1, height: u24(27) + 1 };
    }
    default:
      return null;
  }
}

/** The size that an image's header tells, without decoding it; null where it cannot be read or is nothing. */
export function imageSize(bytes: Uint8Array, type: MediaType): PixelSize | null {
  const view = new Bytes(bytes);
  const readers = { 'image/jpeg': jpegSize, 'image/png': pngSize, 'image/webp': webpSize } as const;
  if (type === 'application/pdf') return null;
  const size = readers[type](view, bytes);
  return size && size.width >= 1 && size.height >= 1 ? size : null;
}
