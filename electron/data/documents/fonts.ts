import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from '../../../shared/failure.ts';

/** The faces that documents are set in, with the names of their files in the folder of fonts. */
export const fontFiles = {
  regular: 'Tinos_400Regular.ttf',
  italic: 'Tinos_400Regular_Italic.ttf',
  bold: 'Tinos_700Bold.ttf',
  boldItalic: 'Tinos_700Bold_Italic.ttf',
} as const;

export type FontName = keyof typeof fontFiles;

const loaded = new Map<string, Buffer>();

/** The bytes of a face, read once per process. A missing file is a broken installation: fails `internal`. */
export function fontBytes(folder: string, name: FontName): Buffer {
  const path = join(folder, fontFiles[name]);
  const known = loaded.get(path);
  if (known) return known;
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    fail(
      'internal',
      `Bản cài đặt thiếu phông chữ ${fontFiles[name]}, nên chưa tạo được văn bản. Hãy cài lại chương trình.`,
      {
        safe: 'Hồ sơ đã lưu vẫn còn nguyên.',
      },
    );
  }
  loaded.set(path, bytes);
  return bytes;
}

const parsed = new Map<string, object>();

/**
 * What pdfkit opens a face from: its bytes, or the face as it was parsed for a document before. Parsing costs
 * 30–60 ms and 15 MB a document, of which a district's registers have twenty.
 */
export function fontSource(folder: string, name: FontName): Buffer {
  const known = parsed.get(join(folder, fontFiles[name]));
  if (!known) return fontBytes(folder, name);
  // The first use of a glyph decides how it reads back: a document must not depend on those made before.
  Reflect.set(known, '_glyphs', {});
  // pdfkit takes a parsed face too; its types do not say so.
  return known as Buffer;
}

/** Keeps a face that pdfkit has parsed. */
export function keepParsed(folder: string, name: FontName, face: unknown): void {
  if (typeof face === 'object' && face !== null) parsed.set(join(folder, fontFiles[name]), face);
}
