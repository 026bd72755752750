import { defineKind } from './kind.ts';

export const forumLevels = {
  district: 'cấp huyện',
  commune: 'cấp xã',
  village: 'cụm bản, bản',
} as const;

const clock = /^([01]?\d|2[0-3])[:hg]([0-5]\d)?$/iu;

/** A time of day as typed (`8h`, `8h05`, `08:05`) as `08:05`; null for any other text. */
export function timeOfDay(typed: string): string | null {
  const parts = clock.exec(typed.replaceAll(/\s/g, ''));
  return parts ? `${String(parts[1]).padStart(2, '0')}:${parts[2] ?? '00'}` : null;
}

function forumRules(values: Readonly<Record<string, unknown>>): Record<string, string> {
  const faults: Record<string, string> = {};
  const [start, end] = (['started_at', 'ended_at'] as const).map((name) => {
    const typed = values[name];
    if (typeof typed !== 'string') return null;
    const time = timeOfDay(typed);
    if (time === null) faults[name] = 'Giờ phải có dạng 08:00 hoặc 8h30.';
    return time;
  });
  if (start && end && end <= start) faults['ended_at'] = 'Giờ kết thúc phải sau giờ khai mạc.';
  if (values['forum_level'] === 'village' && values['village_id'] === null)
    faults['village_id'] = 'Diễn đàn cấp bản cần ghi bản, khối.';
  return faults;
}

/** Diễn đàn "Công an lắng nghe ý kiến nhân dân": held and chaired jointly with the Fatherland Front. */
export const forum = defineKind({
  name: 'forum',
  number: 16,
  label: 'diễn đàn',
  title: 'Diễn đàn Công an lắng nghe ý kiến nhân dân',
  nameField: 'place',
  order: { newest: 'held_on' },
  day: 'held_on',
  empty: 'Chưa có diễn đàn nào. Hãy ghi diễn đàn đầu tiên từ biên bản hoặc sổ ghi chép.',
  fields: {
    held_on: { type: 'date', past: true, label: 'Ngày tổ chức', required: true, column: 120 },
    forum_level: {
      type: 'choice',
      label: 'Cấp tổ chức',
      required: true,
      sticky: true,
      filter: true,
      options: forumLevels,
      column: 120,
    },
    commune_id: {
      type: 'unit',
      level: 'commune',
      label: 'Xã, thị trấn',
      required: true,
      filter: true,
      column: 150,
    },
    village_id: { type: 'unit', level: 'village', label: 'Bản, khối' },
    place: {
      type: 'text',
      label: 'Địa điểm',
      required: true,
      max: 200,
      searchable: true,
      column: 240,
      help: 'Nhà văn hóa bản, hội trường UBND xã …',
    },
    minutes_number: {
      type: 'text',
      label: 'Số biên bản',
      max: 60,
      searchable: true,
      column: 120,
      help: 'Ví dụ 05/BB-CAH.',
    },
    started_at: { type: 'text', label: 'Khai mạc lúc', max: 6, help: 'Ví dụ 08:00.' },
    ended_at: { type: 'text', label: 'Kết thúc lúc', max: 6 },
    police_chair: {
      type: 'text',
      label: 'Chủ trì (Công an)',
      required: true,
      max: 160,
      sticky: true,
      help: 'Cấp bậc, họ tên, chức vụ.',
    },
    front_chair: {
      type: 'text',
      label: 'Chủ trì (Mặt trận Tổ quốc)',
      required: true,
      max: 160,
      sticky: true,
      help: 'Họ tên, chức vụ.',
    },
    secretary: { type: 'text', label: 'Thư ký', required: true, max: 160, sticky: true },
    attendees: {
      type: 'text',
      label: 'Thành phần',
      required: true,
      max: 1000,
      lines: true,
      help: 'Cấp ủy, UBND, đoàn thể, bí thư chi bộ, trưởng bản, nhân dân …',
    },
    attendance_count: {
      type: 'integer',
      label: 'Số người dự',
      required: true,
      min: 1,
      max: 100_000,
      counted: true,
      column: 110,
    },
    agenda: { type: 'text', label: 'Chương trình', max: 2000, lines: true },
    reports_given: { type: 'text', label: 'Báo cáo đã trình bày', max: 2000, lines: true },
    spot_answers: { type: 'text', label: 'Trả lời chung tại diễn đàn', max: 4000, lines: true },
    conclusion: { type: 'text', label: 'Kết luận', max: 4000, lines: true, searchable: true },
    note: { type: 'text', label: 'Ghi chú', max: 500 },
  },
  check: forumRules,
});
