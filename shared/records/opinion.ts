import { defineKind } from './kind.ts';

export const opinionKinds = {
  praise: 'khen ngợi',
  criticism: 'phê bình, góp ý',
  proposal: 'kiến nghị, đề xuất',
  report: 'tin báo',
  question: 'câu hỏi',
} as const;
export const opinionAbout = {
  district_police: 'Công an huyện',
  commune_police: 'Công an xã',
  other_agency: 'cơ quan khác',
} as const;
/** What is done with an opinion (hướng xử lý). */
export const handlings = {
  accepted: 'tiếp thu',
  explained: 'giải trình tại chỗ',
  assigned: 'giao xử lý',
  escalated: 'kiến nghị cấp trên',
  referred: 'chuyển cơ quan khác',
} as const;
export type Handling = keyof typeof handlings;
export const opinionStatuses = {
  new: 'mới',
  assigned: 'đã phân công',
  in_progress: 'đang xử lý',
  answered: 'đã trả lời',
  closed: 'đã đóng',
  transferred: 'đã chuyển quy trình khác',
} as const;
export type OpinionStatus = keyof typeof opinionStatuses;
/** What is no opinion at all by law and goes its own way: Luật Khiếu nại, Luật Tố cáo, Bộ luật TTHS. */
export const transferKinds = {
  complaint: 'khiếu nại',
  denunciation: 'tố cáo',
  crime_report: 'tố giác, tin báo về tội phạm',
} as const;

/** Ý kiến at a forum. Its speaker lies elsewhere, under a key of its own, and only while an answer is owed. */
export const opinion = defineKind({
  name: 'opinion',
  number: 17,
  label: 'ý kiến',
  title: 'Ý kiến, kiến nghị',
  nameField: 'content',
  order: { newest: 'raised_on' },
  day: 'raised_on',
  empty: 'Chưa có ý kiến nào. Ý kiến được nhập ở trang của từng diễn đàn.',
  ownCalls: true,
  fields: {
    forum_id: { type: 'reference', kind: 'forum', label: 'Diễn đàn', required: true },
    position: { type: 'integer', label: 'Thứ tự', required: true, min: 1, max: 10_000, computed: true },
    raised_on: { type: 'date', label: 'Ngày nêu', required: true, computed: true, column: 110 },
    topic_id: {
      type: 'reference',
      kind: 'opinion_topic',
      label: 'Chủ đề',
      required: true,
      filter: true,
      column: 170,
    },
    opinion_kind: {
      type: 'choice',
      label: 'Loại ý kiến',
      required: true,
      filter: true,
      options: opinionKinds,
      column: 140,
    },
    about: {
      type: 'choice',
      label: 'Về cơ quan',
      required: true,
      filter: true,
      options: opinionAbout,
      spelled: { option: 'other_agency', by: 'about_other' },
      column: 130,
    },
    about_other: { type: 'text', label: 'Cơ quan khác', max: 160 },
    village_id: { type: 'unit', level: 'village', label: 'Bản của người nêu', filter: true },
    content: {
      type: 'text',
      label: 'Nội dung',
      max: 4000,
      searchable: true,
      column: 320,
      help: 'Không ghi tên người nêu.',
    },
    handling: {
      type: 'choice',
      label: 'Hướng xử lý',
      required: true,
      filter: true,
      options: handlings,
      column: 140,
    },
    answer: { type: 'text', label: 'Trả lời', max: 4000, searchable: true },
    responsible_team_id: { type: 'reference', kind: 'team', label: 'Đội phụ trách', filter: true },
    responsible_agency: { type: 'text', label: 'Cơ quan phụ trách', max: 160 },
    due_date: {
      type: 'date',
      label: 'Hạn trả lời',
      column: 110,
      help: 'Để trống: theo số ngày trong Cài đặt.',
    },
    reply_wanted: { type: 'flag', label: 'Cần trả lời bằng văn bản', filter: true },
    status: {
      type: 'choice',
      label: 'Trạng thái',
      required: true,
      computed: true,
      filter: true,
      options: opinionStatuses,
      column: 130,
    },
    /** An answer is still owed, by word or in writing: what the board shows. */
    awaiting: { type: 'flag', label: 'Còn phải trả lời', required: true, computed: true, filter: true },
    replied_on: { type: 'date', label: 'Đã gửi trả lời ngày', computed: true },
    transfer_kind: {
      type: 'choice',
      label: 'Chuyển quy trình',
      options: transferKinds,
      computed: true,
    },
    transfer_to: { type: 'text', label: 'Chuyển đến', max: 160, computed: true },
    transfer_on: { type: 'date', label: 'Ngày chuyển', computed: true },
    transfer_number: { type: 'text', label: 'Số văn bản chuyển', max: 60, computed: true },
  },
});

/** Rules over several fields of an opinion as it is typed: Vietnamese text per field that cannot be. */
export function opinionRules(values: Readonly<Record<string, unknown>>): Record<string, string> {
  const faults: Record<string, string> = {};
  const { about, about_other, handling, answer, responsible_team_id, responsible_agency, content } = values;
  if (!content) faults['content'] = 'Cần nhập mục này.';
  if (about === 'other_agency' && !about_other) faults['about_other'] = 'Cần ghi tên cơ quan.';
  if (handling === 'explained' && !answer) faults['answer'] = 'Giải trình tại chỗ thì ghi nội dung trả lời.';
  if ((handling === 'escalated' || handling === 'referred') && !responsible_agency)
    faults['responsible_agency'] = 'Cần ghi cơ quan nhận.';
  if (handling === 'explained' && (responsible_team_id || responsible_agency))
    faults['handling'] = 'Đã giải trình tại chỗ thì không giao cho ai nữa.';
  return faults;
}
