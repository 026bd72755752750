import { deflateSync } from 'node:zlib';

// Small real files, made here byte by byte.

const u16 = (value: number) => Buffer.from([value >> 8, value & 255]);
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

let table: Uint32Array | undefined;
function crc32(bytes: Buffer): number {
  table ??= Uint32Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value;
  });
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (table[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  return Buffer.concat([u32(data.length), body, u32(crc32(body))]);
}

/** A PNG of one colour; only its header where `empty`. */
export function png(width: number, height: number, { empty = false, grey = 128 } = {}): Buffer {
  const header = Buffer.concat([u32(width), u32(height), Buffer.from([8, 0, 0, 0, 0])]);
  const line = Buffer.alloc(width + 1, grey);
  line[0] = 0;
  const pixels = empty ? Buffer.alloc(0) : Buffer.concat(Array.from({ length: height }, () => line));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(pixels)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

const segment = (marker: number, data: Buffer) =>
  Buffer.concat([Buffer.from([0xff, marker]), u16(data.length + 2), data]);

/** The APP1 segment with an orientation, in either byte order. */
export function exif(orientation: number, little = false): Buffer {
  const two = (value: number) => (little ? u16(value).reverse() : u16(value));
  const four = (value: number) => (little ? u32(value).reverse() : u32(value));
  const tiff = Buffer.concat([
    Buffer.from(little ? 'II' : 'MM'),
    two(42),
    four(8),
    two(1),
    two(0x0112),
    two(3),
    four(1),
    two(orientation),
    two(0),
    four(0),
  ]);
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff]));
}

/** The head of a JPEG up to its frame, and some bytes behind it: enough for whoever reads headers. */
export function jpegHead(width: number, height: number, before: readonly Buffer[] = [], tail = 64): Buffer {
  const frame = Buffer.concat([Buffer.from([8]), u16(height), u16(width), Buffer.from([1, 1, 0x11, 0])]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0', 'latin1')),
    ...before,
    segment(0xc0, frame),
    Buffer.alloc(tail, 0x5a),
  ]);
}

/** The head of a WebP of each of its three layouts. */
export function webpHead(layout: 'VP8 ' | 'VP8L' | 'VP8X', width: number, height: number): Buffer {
  const riff = (data: Buffer) =>
    Buffer.concat([
      Buffer.from('RIFF'),
      Buffer.alloc(4),
      Buffer.from(`WEBP${layout}`),
      Buffer.alloc(4),
      data,
    ]);
  const data = Buffer.alloc(20);
  if (layout === 'VP8 ') {
    data.set([0, 0, 0, 0x9d, 0x01, 0x2a]);
    data.writeUInt16LE(width, 6);
    data.writeUInt16LE(height, 8);
  } else if (layout === 'VP8L') {
    data[0] = 0x2f;
    data.writeUInt32LE(((width - 1) | ((height - 1) << 14)) >>> 0, 1);
  } else {
    data.writeUIntLE(width - 1, 4, 3);
    data.writeUIntLE(height - 1, 7, 3);
  }
  return riff(data);
}

/** A small PDF with these objects besides its one empty page. */
export function pdf(objects: readonly string[] = [], trailer = ''): Buffer {
  const all = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
    ...objects,
  ];
  let text = '%PDF-1.7\n';
  const places = all.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const from = text.length;
  text += `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${table}`;
  text += `trailer << /Size ${all.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${from}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** An object stream that holds some text, packed. */
export function packedObjects(text: string): string {
  const packed = deflateSync(Buffer.from(text, 'latin1')).toString('latin1');
  return `<< /Type /ObjStm /N 1 /First 5 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`;
}
