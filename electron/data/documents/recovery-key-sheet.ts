import { longDate } from '../../../shared/vietnamese/dates.ts';
import type { Canvas, Sink } from './canvas.ts';
import { area, lineHeight, mm } from './metrics.ts';
import { Paper } from './paper.ts';
import type { DocumentOptions } from './paper.ts';
import { paragraph } from './text-flow.ts';

export interface RecoveryKeySheetData {
  office_name: string;
  /** As shown on screen; groups are parted by spaces or hyphens. */
  recovery_key: string;
  /** ISO date on which the key was made. */
  created_on: string;
  sample: boolean;
}

const explanation = [
  'Khóa này mở được cơ sở dữ liệu và mọi bản sao lưu của đơn vị khi quên mật khẩu hoặc khi máy hỏng. Ai có khóa này và có tệp dữ liệu thì đọc được toàn bộ hồ sơ.',
  'Cất phiếu này trong két của đơn vị, trong phong bì niêm phong. Không chụp ảnh, không sao chép vào máy khác, không để cùng chỗ với USB sao lưu.',
  'Cách dùng: ở màn hình đăng nhập, chọn “Quên mật khẩu”, rồi nhập khóa khôi phục và đặt mật khẩu mới.',
  'Sau khi dùng, chương trình sẽ cấp khóa mới; hãy in phiếu mới, xác nhận trên màn hình, rồi mới hủy phiếu này.',
];

const keySize = 20;
const groupsPerLine = 4;

/**
 * Makes the sheet with the office's recovery key for the safe. The key stands in the page's text only, never in
 * the file's metadata.
 */
export function makeRecoveryKeySheet(
  data: RecoveryKeySheetData,
  options: DocumentOptions,
  sink: Sink,
): { pages: number } {
  const furniture = { title: 'Phiếu khóa khôi phục', date: data.created_on, sample: data.sample };
  const paper = new Paper(furniture, options, sink);
  paper.addPage();
  const { canvas } = paper;
  let y = paragraph(canvas, data.office_name, area.top, { font: 'bold', align: 'center' }) + 24;
  y = paragraph(canvas, 'PHIẾU KHÓA KHÔI PHỤC', y, { font: 'bold', size: 16, align: 'center' }) + 4;
  const made = `Khóa được tạo ${longDate(data.created_on)}`;
  y = paragraph(canvas, made, y, { font: 'italic', align: 'center' }) + 24;
  y = drawKey(canvas, data.recovery_key, y) + 24;
  for (const text of explanation) y = paragraph(canvas, text, y) + 8;
  y += 10;
  for (const text of ['Người nhận giữ: ', 'Ngày cất vào két: ', 'Chữ ký: ']) y = blank(canvas, text, y) + 10;
  canvas.end();
  return { pages: canvas.pages };
}

/** The key in a frame, a few groups a line. */
function drawKey(canvas: Canvas, key: string, top: number): number {
  const groups = key.split(/[\s-]+/).filter(Boolean);
  let y = top + 12;
  for (let from = 0; from < groups.length; from += groupsPerLine) {
    const line = groups.slice(from, from + groupsPerLine).join(' - ');
    y = paragraph(canvas, line, y, { font: 'bold', size: keySize, align: 'center' }) + 4;
  }
  const bottom = y + 8;
  canvas.rule(area.left, top, area.right, top, 1);
  canvas.rule(area.right, top, area.right, bottom, 1);
  canvas.rule(area.right, bottom, area.left, bottom, 1);
  canvas.rule(area.left, bottom, area.left, top, 1);
  return bottom;
}

/** A line to be filled in by hand. */
function blank(canvas: Canvas, label: string, top: number): number {
  const below = paragraph(canvas, label, top);
  canvas.rule(area.left + mm(42), below - 2, area.right, below - 2);
  return below + lineHeight(4);
}
