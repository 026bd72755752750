import { constants, inflateSync } from 'node:zlib';
import { fail } from '../../../shared/failure.ts';
import { nameAt, objectPlaces, OddPdf, PdfReader, type PdfDictionary } from './pdf-syntax.ts';

/** Long enough that no picture's bytes hold them by chance: looked for everywhere in the file. */
const forbidden: ReadonlySet<string> = new Set([
  'JavaScript',
  'OnInstantiate',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'FileAttachment',
  'RichMedia',
  'Rendition',
  'Movie',
  'Sound',
  'SubmitForm',
  'ImportData',
  'GoToE',
  'GoToR',
]);
/** Short ones: looked for where objects are. */
const forbiddenInObjects: ReadonlySet<string> = new Set([...forbidden, 'JS', 'XFA', 'EF', '3D']);
const longest = Math.max(...[...forbidden, 'Encrypt'].map((name) => name.length));

/** Packed objects of an ordinary scan take far less, in bytes. */
const mostUnpacked = 64 * 1024 * 1024;

const safe = 'Tệp gốc trên máy không bị thay đổi.';
const withScripts = () =>
  fail(
    'invalid',
    'PDF này có mã lệnh hoặc tệp nhúng bên trong nên không được nhận. Hãy in nó ra "PDF" mới hoặc quét lại từ giấy.',
    { safe },
  );
/** Refuses what cannot be told for certain. */
export const uncheckable = (what: string) =>
  fail('invalid', `PDF này ${what} nên không kiểm tra được. Hãy in nó ra "PDF" mới hoặc quét lại từ giấy.`, {
    safe,
  });

/** Calls `onName` with every name in some bytes, wherever it stands, cut off behind the longest that matters. */
function eachName(bytes: Buffer, onName: (name: string) => void): void {
  for (let at = bytes.indexOf('/'); at !== -1; at = bytes.indexOf('/', at + 1))
    onName(nameAt(bytes, at, longest + 1));
}

function refuseForbidden(name: string): void {
  if (forbidden.has(name)) withScripts();
  if (name === 'Encrypt') uncheckable('đặt mật khẩu');
}

function refuseInObjects(name: string): void {
  if (forbiddenInObjects.has(name)) withScripts();
}

/** Whether a reader would take a stream for packed objects: it cannot without "First", which no other stream has. */
const holdsObjects = (dictionary: PdfDictionary) =>
  dictionary.has('First') || dictionary.get('Type') === '/ObjStm';

/** Entries that give a stream other bytes than those behind it, or have them read in another way. */
const elsewhere = ['F', 'FFilter', 'FDecodeParms', 'DP', 'DecodeParms'];

/** What packed objects unpack to; refused where that is not plain. */
function unpacked(dictionary: PdfDictionary, packed: Buffer, room: number): Buffer {
  const filter = dictionary.get('Filter');
  const [only] = Array.isArray(filter) && filter.length === 1 ? (filter as unknown[]) : [filter];
  if (only !== '/FlateDecode' || elsewhere.some((key) => dictionary.has(key)))
    return uncheckable('nén theo cách lạ');
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, room), finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return uncheckable('có phần nén hỏng hoặc quá lớn');
  }
}

/** Reads every object that a reader may be sent to, and what is packed in them. */
function checkObjects(pdf: Buffer): void {
  // Each object is read once; twice the file is more than any that was not made to be slow.
  const reader = new PdfReader(pdf, 2 * pdf.length + 1_000_000, refuseInObjects);
  let room = mostUnpacked;
  for (const at of objectPlaces(pdf)) {
    const { value, streamAt } = reader.objectAt(at);
    if (streamAt === null || !(value instanceof Map) || !holdsObjects(value)) continue;
    const objects = unpacked(value, pdf.subarray(streamAt), room);
    room -= objects.length;
    eachName(objects, refuseInObjects);
  }
}

// A reader such as pdf.js would only tell what it finds and would run itself. The file leaves here for other readers
// too, so all of it is looked at, and what they might read differently is not taken.

/**
 * Refuses (`invalid`) a PDF that can do anything but be looked at: scripts, programs to start, embedded files, forms
 * that send; also one that is cut short, or locked, packed or written so that this cannot be told. It takes seconds
 * for the largest files and holds its thread: never on the one that saves.
 */
export function requireHarmlessPdf(pdf: Buffer): void {
  if (!pdf.subarray(-2048).includes('%%EOF')) uncheckable('bị cụt hoặc hỏng');
  eachName(pdf, refuseForbidden);
  try {
    checkObjects(pdf);
  } catch (error) {
    if (!(error instanceof OddPdf)) throw error;
    uncheckable('viết sai cú pháp');
  }
}
