import { defineKind } from './kind.ts';
import { readLines, sumOfLines } from './lines.ts';

export const launchForms = { mass_form: 'tập trung', individual_form: 'cá biệt' } as const;

/**
 * What the numbers of a session must obey: counted per village, the villages add up to the whole; counted in all
 * for villages of more than one commune, the communes do.
 */
function attendanceRules(values: Readonly<Record<string, unknown>>): Record<string, string> {
  const villages = readLines(values['villages']);
  const communes = readLines(values['attendance_by_commune']);
  const total = values['attendance_count'];
  const counted = villages.filter(({ count }) => count !== null);
  if (counted.length > 0 && counted.length < villages.length)
    return { villages: 'Ghi số người cho mọi bản, hoặc để trống tất cả.' };
  if (typeof total !== 'number') return {};
  if (counted.length > 0 && sumOfLines(villages) !== total)
    return { attendance_count: `Các bản cộng lại là ${sumOfLines(villages)} người.` };
  if (communes.length > 0 && sumOfLines(communes) !== total)
    return {
      attendance_by_commune: `Các xã cộng lại là ${sumOfLines(communes)} người, tổng số là ${total}.`,
    };
  return {};
}

/** Buổi phát động phong trào Toàn dân bảo vệ an ninh Tổ quốc, in one village or in many at once. */
export const launchSession = defineKind({
  name: 'launch_session',
  number: 12,
  label: 'buổi phát động',
  title: 'Phát động phong trào',
  nameField: 'content',
  order: { newest: 'held_on' },
  day: 'held_on',
  empty: 'Chưa có buổi phát động nào. Hãy ghi buổi đầu tiên từ biên bản hoặc báo cáo của tổ công tác.',
  fields: {
    held_on: { type: 'date', past: true, label: 'Ngày', required: true, sticky: true, column: 120 },
    launch_form: {
      type: 'choice',
      label: 'Hình thức',
      required: true,
      sticky: true,
      filter: true,
      options: launchForms,
      column: 110,
    },
    villages: {
      type: 'units',
      level: 'village',
      label: 'Bản, khối được phát động',
      required: true,
      filter: true,
      counts: { label: 'Số người', max: 100_000 },
      column: 260,
    },
    attendance_count: {
      type: 'integer',
      label: 'Tổng số lượt người',
      required: true,
      min: 1,
      max: 1_000_000,
      counted: true,
      column: 110,
    },
    attendance_by_commune: {
      type: 'units',
      level: 'commune',
      label: 'Chia theo xã',
      counts: { label: 'Số người', max: 1_000_000 },
      help: 'Chỉ cần khi buổi gồm bản của nhiều xã mà chỉ biết tổng số.',
    },
    content: {
      type: 'text',
      label: 'Nội dung',
      required: true,
      max: 2000,
      lines: true,
      searchable: true,
      column: 320,
    },
    legal_documents: {
      type: 'text',
      label: 'Văn bản pháp luật đã phổ biến',
      max: 1000,
      lines: true,
      searchable: true,
      help: 'Mỗi dòng một văn bản.',
    },
    presenters: { type: 'references', kind: 'officer', label: 'Cán bộ trình bày' },
    note: { type: 'text', label: 'Ghi chú', max: 500 },
  },
  check: attendanceRules,
});
