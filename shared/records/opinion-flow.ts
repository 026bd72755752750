import { daysBetween, type IsoDate } from '../vietnamese/dates.ts';
import { opinionStatuses, type Handling, type OpinionStatus } from './opinion.ts';
import { opinionSteps, type OpinionStep } from './opinion-step.ts';

/** What the flow looks at in an opinion. */
export interface FlowState {
  readonly status: OpinionStatus;
  readonly reply_wanted: boolean;
  readonly replied_on: IsoDate | null;
}

interface Rule {
  /** The statuses from which the step may be taken. */
  readonly from: readonly OpinionStatus[];
  readonly to: OpinionStatus;
}

const owed = ['new', 'assigned', 'in_progress'] as const;

/** The steps a person takes, from which status and to which; `receive` is the program's own, at the forum. */
export const opinionFlow: Readonly<Record<Exclude<OpinionStep, 'receive'>, Rule>> = {
  assign: { from: owed, to: 'assigned' },
  start: { from: ['assigned'], to: 'in_progress' },
  escalate: { from: owed, to: 'assigned' },
  refer: { from: owed, to: 'assigned' },
  answer: { from: owed, to: 'answered' },
  send_reply: { from: ['answered'], to: 'answered' },
  transfer: { from: [...owed, 'answered'], to: 'transferred' },
  close: { from: ['answered'], to: 'closed' },
};
export type TakenStep = keyof typeof opinionFlow;

/** Whether a written answer was asked for and has not gone out. */
export const owesReply = ({ reply_wanted, replied_on }: FlowState): boolean =>
  reply_wanted && replied_on === null;

/** Whether an answer is still owed, by word or in writing. */
export function isAwaiting(state: FlowState): boolean {
  return owed.some((one) => one === state.status) || (state.status === 'answered' && owesReply(state));
}

/** Why a step cannot be taken now, in Vietnamese; null where it can. */
export function refusedStep(state: FlowState, step: TakenStep): string | null {
  const now = `Ý kiến ${opinionStatuses[state.status]}`;
  const { from } = opinionFlow[step];
  if (!from.includes(state.status)) {
    if (step === 'start' && state.status === 'new') return `${now}: hãy phân công trước khi bắt đầu xử lý.`;
    if (step === 'close' && isAwaiting(state)) return `${now}: hãy trả lời trước khi đóng.`;
    return `${now}: không thể ghi bước "${opinionSteps[step]}".`;
  }
  if (step === 'send_reply' && !state.reply_wanted) return 'Ý kiến này không cần trả lời bằng văn bản.';
  if (step === 'send_reply' && state.replied_on !== null) return 'Văn bản trả lời đã được gửi rồi.';
  if (step === 'close' && owesReply(state)) return 'Còn nợ trả lời bằng văn bản: hãy gửi rồi mới đóng.';
  return null;
}

/** The steps that may be taken now. */
export function stepsFrom(state: FlowState): TakenStep[] {
  return (Object.keys(opinionFlow) as TakenStep[]).filter((step) => refusedStep(state, step) === null);
}

/** The usual next step; null at the end of the way. */
export function nextStep(state: FlowState): TakenStep | null {
  switch (state.status) {
    case 'new':
      return 'assign';
    case 'assigned':
      return 'start';
    case 'in_progress':
      return 'answer';
    case 'answered':
      return owesReply(state) ? 'send_reply' : 'close';
    default:
      return null;
  }
}

/** Days before the due date from which it counts as near. */
export const soonDays = 3;

export type DueState = 'overdue' | 'soon' | 'later' | 'none';

/** How an opinion stands against its due date today; computed, never stored. */
export function dueState(
  { awaiting, due_date }: { readonly awaiting: boolean; readonly due_date: IsoDate | null },
  today: IsoDate,
): DueState {
  if (!awaiting || due_date === null) return 'none';
  const left = daysBetween(today, due_date);
  if (left < 0) return 'overdue';
  return left <= soonDays ? 'soon' : 'later';
}

/** Days that an office gives itself to answer, by what is done with the opinion; no law sets them. */
export interface DueDays {
  readonly accepted: number;
  readonly assigned: number;
  /** Both what goes to a higher level and what goes to another agency. */
  readonly escalated: number;
}
export const usualDueDays: DueDays = { accepted: 10, assigned: 15, escalated: 30 };

/** The days for a handling; null for what was explained on the spot. */
export function daysFor(days: DueDays, handling: Handling): number | null {
  if (handling === 'explained') return null;
  return handling === 'referred' ? days.escalated : days[handling];
}
