import { setImmediate as turn } from 'node:timers/promises';
import { constants, inflateSync } from 'node:zlib';
import { fail } from '../../../shared/failure.ts';

/** Long enough that no picture's bytes hold them by chance: looked for everywhere. */
const forbiddenAnywhere = [
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'RichMedia',
  'SubmitForm',
];
/** Looked for outside of pictures' bytes only. */
const forbiddenOutside = [...forbiddenAnywhere, 'JS', 'XFA', 'ImportData', 'GoToE', 'Rendition'];
const nameEnd = '(?=[\\s()<>\\[\\]{}/%\\0]|$)';
const anywhere = new RegExp(`/(${forbiddenAnywhere.join('|')})${nameEnd}`);
const outside = new RegExp(`/(${forbiddenOutside.join('|')})${nameEnd}`);
const encrypted = new RegExp(`/Encrypt${nameEnd}`);

const windowBytes = 1024 * 1024;
/** The longest forbidden name with every letter written as #xx. */
const overlap = 64;
/** Packed objects of an ordinary scan take far less. */
const mostUnpacked = 64 * 1024 * 1024;

const safe = 'Tệp gốc trên máy không bị thay đổi.';
const withScripts = () =>
  fail(
    'invalid',
    'PDF này có mã lệnh hoặc tệp nhúng bên trong nên không được nhận. Hãy in nó ra "PDF" mới hoặc quét lại từ giấy.',
    { safe },
  );
const unreadable = (what: string) =>
  fail('invalid', `PDF này ${what} nên không kiểm tra được. Hãy in nó ra "PDF" mới hoặc quét lại từ giấy.`, {
    safe,
  });

/** The text of bytes with escaped letters of names written out: /J#53 says /JS. */
function textOf(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** Stretches of a file that are no stream's bytes, each with the stream behind it. */
function* stretches(pdf: Buffer): Generator<{ outside: Buffer; stream: Buffer }> {
  for (let at = 0; at < pdf.length;) {
    const keyword = nextStream(pdf, at);
    if (keyword === -1) {
      yield { outside: pdf.subarray(at), stream: Buffer.alloc(0) };
      return;
    }
    const from = keyword + 'stream'.length;
    const found = pdf.indexOf('endstream', from);
    const to = found === -1 ? pdf.length : found;
    yield { outside: pdf.subarray(at, from), stream: pdf.subarray(from, to) };
    at = to === pdf.length ? to : to + 'endstream'.length;
  }
}

/** The next "stream" that begins one: behind a dictionary and before a line's end. */
function nextStream(pdf: Buffer, from: number): number {
  for (let at = pdf.indexOf('stream', from); at !== -1; at = pdf.indexOf('stream', at + 1)) {
    const after = pdf[at + 'stream'.length];
    const before = pdf
      .subarray(Math.max(0, at - 20), at)
      .toString('latin1')
      .trimEnd();
    if ((after === 0x0a || after === 0x0d) && before.endsWith('>>')) return at;
  }
  return -1;
}

const lineEnd = /^\r?\n/;

/** What an object stream holds; refused where it cannot be unpacked. */
function unpacked(dictionary: string, stream: Buffer, room: number): Buffer {
  const start = lineEnd.exec(stream.subarray(0, 2).toString('latin1'))?.[0].length ?? 0;
  const body = stream.subarray(start);
  if (!/\/Filter/.test(dictionary)) return body;
  const plainlyPacked = /\/Filter\s*(\/FlateDecode|\[\s*\/FlateDecode\s*\])(?![A-Za-z])/.test(dictionary);
  if (!plainlyPacked || /\/Predictor/.test(dictionary)) return unreadable('nén theo cách lạ');
  try {
    return inflateSync(body, { maxOutputLength: room, finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return unreadable('có phần nén hỏng hoặc quá lớn');
  }
}

async function checkAnywhere(pdf: Buffer): Promise<void> {
  for (let at = 0; at < pdf.length; at += windowBytes) {
    if (anywhere.test(textOf(pdf.subarray(at, at + windowBytes + overlap)))) withScripts();
    await turn();
  }
}

/**
 * Refuses (`invalid`) a PDF that can do anything but be looked at: scripts, programs to start, embedded files, forms
 * that send; also one that is cut short, or locked or packed so that this cannot be told.
 */
export async function requireHarmlessPdf(pdf: Buffer): Promise<void> {
  if (!pdf.subarray(-2048).includes('%%EOF')) unreadable('bị cụt hoặc hỏng');
  await checkAnywhere(pdf);
  let room = mostUnpacked;
  for (const part of stretches(pdf)) {
    const text = textOf(part.outside);
    if (outside.test(text)) withScripts();
    if (encrypted.test(text)) unreadable('đặt mật khẩu');
    const dictionary = text.slice(Math.max(text.lastIndexOf(' obj'), text.lastIndexOf('\nobj'), 0));
    if (!/\/ObjStm/.test(dictionary)) continue;
    const objects = unpacked(dictionary, part.stream, room);
    room -= objects.length;
    if (outside.test(textOf(objects))) withScripts();
    await turn();
  }
}
