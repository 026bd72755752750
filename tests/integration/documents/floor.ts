import PDFDocument from 'pdfkit';
import type { Drawn, Sink } from '../../../electron/data/documents/canvas.ts';
import { fontBytes } from '../../../electron/data/documents/fonts.ts';
import type { FontName } from '../../../electron/data/documents/fonts.ts';

/**
 * Draws recorded texts and lines again with pdfkit's own calls at fixed places, without any layout: the floor
 * that a register's time is measured against.
 */
export function drawRecorded(record: readonly Drawn[], fontFolder: string, sink: Sink): void {
  const document = new PDFDocument({ autoFirstPage: false, size: 'A4', margin: 0, font: '' });
  const opened = new Set<FontName>();
  let font: FontName | undefined;
  for (const thing of record) {
    if (thing.kind === 'page') {
      document.addPage();
      drain(document, sink);
    } else if (thing.kind === 'line') {
      document.lineWidth(thing.width).moveTo(thing.x1, thing.y1).lineTo(thing.x2, thing.y2).stroke();
    } else {
      if (!opened.has(thing.font)) document.registerFont(thing.font, fontBytes(fontFolder, thing.font));
      opened.add(thing.font);
      if (font !== thing.font) document.font(thing.font);
      font = thing.font;
      document.fontSize(thing.size).text(thing.text, thing.x, thing.y, { lineBreak: false });
    }
  }
  document.end();
  drain(document, sink);
}

function drain(document: PDFKit.PDFDocument, sink: Sink): void {
  for (;;) {
    const bytes: unknown = document.read();
    if (!(bytes instanceof Uint8Array)) return;
    sink(bytes);
  }
}
