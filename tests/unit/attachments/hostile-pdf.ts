import { deflateRawSync, deflateSync } from 'node:zlib';

// PDFs that run a script when they are opened, each hidden in another way. They are real: another reader finds it.

/** Bytes of a file, and at which of them the objects in them begin (number → place in these bytes). */
export interface Part {
  readonly text: string;
  readonly objects: Readonly<Record<number, number>>;
}

/** Objects that lie packed in another one: number → the object that holds it and its place in the row there. */
type Packed = Readonly<Record<number, readonly [holder: number, index: number]>>;

/** An object as a part. */
export const object = (number: number, text: string): Part => ({
  text: `${number} 0 obj\n${text}\nendobj\n`,
  objects: { [number]: 0 },
});

const u32 = (value: number) => String.fromCharCode(0, (value >> 16) & 255, (value >> 8) & 255, value & 255);

/** A file of these parts; its table of places is a stream of its own, and may name any place. */
export function assemble(parts: readonly Part[], packed: Packed = {}, trailer = '/Root 1 0 R'): Buffer {
  let text = '%PDF-1.7\n';
  const rows = new Map<number, string>([[0, '\0\0\0\0\0\0\0']]);
  for (const part of parts) {
    for (const [number, at] of Object.entries(part.objects))
      rows.set(Number(number), `\u0001${u32(text.length + at)}\0\0`);
    text += part.text;
  }
  for (const [number, [holder, index]] of Object.entries(packed))
    rows.set(Number(number), `\u0002${u32(holder)}\0${String.fromCharCode(index)}`);
  const size = Math.max(...rows.keys()) + 2;
  rows.set(size - 1, `\u0001${u32(text.length)}\0\0`);
  const table = Array.from({ length: size }, (_, number) => rows.get(number) ?? '\0\0\0\0\0\0\0').join('');
  const at = text.length;
  text += `${size - 1} 0 obj\n<< /Type /XRef /W [1 4 2] /Size ${size} ${trailer} /Length ${table.length} >>\nstream\n${table}\nendstream\nendobj\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** The page tree that every file has. */
export const pages: readonly Part[] = [
  object(2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
  object(3, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>'),
];
export const catalog = object(1, '<< /Type /Catalog /Pages 2 0 R /OpenAction 4 0 R >>');
/** What runs: the action that the catalog opens with. */
export const script = '<< /S /JavaScript /JS (app.alert(1)) >>';

/** Every letter of every name as #xx. */
export const escapeNames = (text: string, which: (place: number) => boolean = () => true) =>
  text.replace(/\/[A-Za-z]+/g, (name) =>
    name.replace(/[A-Za-z]/g, (letter, place: number) =>
      which(place) ? `#${letter.charCodeAt(0).toString(16).padStart(2, '0')}` : letter,
    ),
  );

/** How a stream of packed objects is written: everything that a reader does not insist on may differ. */
export interface Packing {
  readonly type?: string;
  readonly filter?: string;
  /** More entries, before and after the others. */
  readonly before?: string;
  readonly after?: string;
  /** Between the dictionary and "stream". */
  readonly gap?: string;
  readonly pack?: (content: string) => string;
}

const flate = (content: string) => deflateSync(Buffer.from(content, 'latin1')).toString('latin1');

/** A sum over the plain bytes, as zlib puts it at the end. */
function adler32(bytes: Buffer): Buffer {
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(high * 65536 + low);
  return sum;
}

/** Two blocks, the first one stored and with "endstream" in it: who looks for that word takes it for the end. */
export function flateBehindBait(content: string): string {
  const plain = Buffer.from(content, 'latin1');
  const at = content.indexOf('endstream') + 'endstream '.length;
  const [bait, rest] = [plain.subarray(0, at), plain.subarray(at)];
  const length = Buffer.alloc(5);
  length.writeUInt16LE(bait.length, 1);
  length.writeUInt16LE(0xffff - bait.length, 3);
  const parts = [Buffer.from([0x78, 0x9c]), length, bait, deflateRawSync(rest), adler32(plain)];
  return Buffer.concat(parts).toString('latin1');
}

export const asHex = (content: string) => `${Buffer.from(content, 'latin1').toString('hex')}>`;

/** The script as object 4 in the stream of packed objects 5. */
export function packedScript(packing: Packing, hidden = script): Buffer {
  const { type = '/Type /ObjStm', filter = '/Filter /FlateDecode' } = packing;
  const { before = '', after = '', gap = '\n', pack = flate } = packing;
  // The bait is a comment in front of the object, where no reader looks at it.
  const numbers = '4 0 %endstream \n';
  const data = pack(`${numbers}${hidden}`);
  const dictionary = `<< ${before} ${type} /N 1 /First ${numbers.length} ${filter} /Length ${data.length} ${after} >>`;
  const holder = object(5, `${dictionary}${gap}stream\n${data}\nendstream`);
  return assemble([catalog, ...pages, holder], { 4: [5, 0] });
}
