import { opinion, transferKinds } from '../../../shared/records/opinion.ts';
import { opinionStep } from '../../../shared/records/opinion-step.ts';
import type { TakenStep } from '../../../shared/records/opinion-flow.ts';
import type { Fields } from '../../records/typed.ts';

const { responsible_team_id, responsible_agency, due_date, answer, transfer_to, transfer_number } =
  opinion.fields;
const { step_on, note } = opinionStep.fields;

const given = { responsible_team_id, responsible_agency, due_date } as const;
const agency = { ...responsible_agency, label: 'Cơ quan nhận', required: true } as const;

/** The inputs of a step besides its day and its note. */
const own: Readonly<Record<TakenStep, Fields>> = {
  assign: given,
  start: {},
  escalate: { responsible_agency: agency, due_date },
  refer: { responsible_agency: agency, due_date },
  answer: { answer: { ...answer, label: 'Nội dung trả lời', required: true } },
  send_reply: {},
  close: {},
  transfer: {
    transfer_kind: { type: 'choice', label: 'Quy trình', required: true, options: transferKinds },
    transfer_to: { ...transfer_to, required: true },
    transfer_number,
  },
};

/** The inputs of a step, in their order. What leaves for another procedure gets no note: only a reference is kept. */
export function stepFields(step: TakenStep): Fields {
  return { ...own[step], step_on, ...(step === 'transfer' ? {} : { note }) };
}
