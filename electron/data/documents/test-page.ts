import { longDate } from '../../../shared/vietnamese/dates.ts';
import type { Canvas, Sink } from './canvas.ts';
import { area, mm, sheet } from './metrics.ts';
import { Paper } from './paper.ts';
import type { DocumentOptions } from './paper.ts';
import { paragraph } from './text-flow.ts';

/** Every vowel of the alphabet in every tone, and the letters without tones. */
export const vietnameseLetters = [
  'aàảãáạ ăằẳẵắặ âầẩẫấậ eèẻẽéẹ êềểễếệ iìỉĩíị',
  'oòỏõóọ ôồổỗốộ ơờởỡớợ uùủũúụ ưừửữứự yỳỷỹýỵ',
  'bcdđghklmnpqrstvx 0123456789',
] as const;

export interface TestPageData {
  office_name: string;
  /** The printer's name as the system gives it; empty for a mere file. */
  printer_name: string;
  /** ISO date. */
  document_date: string;
}

/** Makes the one page that shows whether a printer keeps size and margins and has every Vietnamese letter. */
export function makeTestPage(data: TestPageData, options: DocumentOptions, sink: Sink): { pages: number } {
  const paper = new Paper({ title: 'Trang in thử', date: data.document_date, sample: false }, options, sink);
  paper.addPage();
  const { canvas } = paper;
  drawMarginBox(canvas);
  let y = paragraph(canvas, 'TRANG IN THỬ', area.top + 18, { font: 'bold', size: 16, align: 'center' }) + 6;
  y = paragraph(canvas, data.office_name, y, { font: 'bold', align: 'center' });
  const day = longDate(data.document_date);
  y = paragraph(canvas, day.charAt(0).toUpperCase() + day.slice(1), y, { font: 'italic', align: 'center' });
  if (data.printer_name) y = paragraph(canvas, `Máy in: ${data.printer_name}`, y, { align: 'center' });
  y = drawLetters(canvas, y + 14);
  drawAdvice(canvas, y + 8);
  drawScale(canvas, area.bottom - mm(25));
  canvas.end();
  return { pages: canvas.pages };
}

function drawMarginBox(canvas: Canvas): void {
  canvas.rule(area.left, area.top, area.right, area.top);
  canvas.rule(area.right, area.top, area.right, area.bottom);
  canvas.rule(area.right, area.bottom, area.left, area.bottom);
  canvas.rule(area.left, area.bottom, area.left, area.top);
  const middle = sheet.height / 2;
  canvas.text('regular', 9, sheet.width / 2, area.top - 4, 'Lề trên 20 mm', 'center');
  canvas.text('regular', 9, sheet.width / 2, area.bottom + 11, 'Lề dưới 20 mm', 'center');
  canvas.text('regular', 9, area.left - 4, middle, 'Lề trái 30 mm', 'right');
  canvas.text('regular', 9, area.right + mm(7), middle - 6, 'Lề phải', 'center');
  canvas.text('regular', 9, area.right + mm(7), middle + 6, '15 mm', 'center');
}

function drawLetters(canvas: Canvas, top: number): number {
  let y = top;
  for (const font of ['regular', 'bold', 'italic', 'boldItalic'] as const) {
    for (const letters of vietnameseLetters) {
      y = paragraph(canvas, letters, y, { font, align: 'center' });
      y = paragraph(canvas, letters.toLocaleUpperCase('vi'), y, { font, align: 'center' });
    }
    y += 6;
  }
  return y;
}

function drawAdvice(canvas: Canvas, top: number): void {
  const advice = [
    'Khung phải nằm trọn trên giấy; thước dưới đây phải dài đúng 10 cm.',
    'Nếu không, hãy chọn khổ A4 và tỷ lệ 100% trong cài đặt của máy in.',
  ];
  let y = top;
  for (const line of advice) y = paragraph(canvas, line, y, { align: 'center' });
}

/** A ruler of 10 cm. */
function drawScale(canvas: Canvas, y: number): void {
  const left = (area.left + area.right) / 2 - mm(50);
  canvas.rule(left, y, left + mm(100), y);
  for (let tick = 0; tick <= 100; tick += 5) {
    const x = left + mm(tick);
    canvas.rule(x, y, x, y - mm(tick % 10 === 0 ? 4 : 2));
    if (tick % 10 === 0) canvas.text('regular', 9, x, y + 11, String(tick / 10), 'center');
  }
  canvas.text('regular', 9, left + mm(100) + 12, y + 11, 'cm');
}
