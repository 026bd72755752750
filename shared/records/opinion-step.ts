import { defineKind } from './kind.ts';
import { handlings, opinionStatuses } from './opinion.ts';

/** What happens to an opinion; reports count these events in a period, never a present status. */
export const opinionSteps = {
  receive: 'tiếp nhận',
  assign: 'phân công',
  start: 'bắt đầu xử lý',
  escalate: 'kiến nghị cấp trên',
  refer: 'chuyển cơ quan khác',
  answer: 'trả lời',
  send_reply: 'đã gửi trả lời bằng văn bản',
  transfer: 'chuyển quy trình khác',
  close: 'đóng ý kiến',
} as const;
export type OpinionStep = keyof typeof opinionSteps;

/** Bước xử lý of an opinion, with what was before it, so that the last one can be taken back. */
export const opinionStep = defineKind({
  name: 'opinion_step',
  number: 19,
  label: 'bước xử lý ý kiến',
  title: 'Các bước xử lý',
  nameField: 'step',
  order: { newest: 'step_on' },
  day: 'step_on',
  empty: 'Ý kiến này chưa có bước xử lý nào.',
  ownCalls: true,
  fields: {
    opinion_id: { type: 'reference', kind: 'opinion', label: 'Ý kiến', required: true },
    step: { type: 'choice', label: 'Bước', required: true, options: opinionSteps, column: 160 },
    step_on: { type: 'date', label: 'Ngày', required: true, column: 110 },
    status_after: { type: 'choice', label: 'Trạng thái sau', required: true, options: opinionStatuses },
    /** The team or agency that it went to, as it was called then. */
    responsible: { type: 'text', label: 'Giao cho', max: 160, column: 160 },
    note: { type: 'text', label: 'Ghi chú', max: 500, column: 240 },
    status_before: { type: 'choice', label: 'Trạng thái trước', options: opinionStatuses },
    handling_before: { type: 'choice', label: 'Hướng xử lý trước', options: handlings },
    responsible_team_id_before: { type: 'reference', kind: 'team', label: 'Đội phụ trách trước' },
    responsible_agency_before: { type: 'text', label: 'Cơ quan phụ trách trước', max: 160 },
    due_date_before: { type: 'date', label: 'Hạn trả lời trước' },
    answer_before: { type: 'text', label: 'Trả lời trước', max: 4000 },
  },
});

/**
 * The step by which another answer came after the forum: it keeps what was answered at the forum (`answer_before`).
 * Without one the opinion's own answer is that of the forum.
 */
export function answerSince<S extends Readonly<Record<string, unknown>>>(
  opinion: Readonly<Record<string, unknown>>,
  steps: readonly S[],
): S | undefined {
  return steps.find((one) => one['step'] === 'answer' && one['created_at'] !== opinion['created_at']);
}
