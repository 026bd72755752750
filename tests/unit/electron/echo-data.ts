// A data process for the gateway's tests: a call's name stands for a behaviour.
import type { FromData, ToData } from '../../../electron/data/messages.ts';
import type { Answer } from '../../../shared/failure.ts';
import { roles } from '../../../shared/rights.ts';

type Call = Extract<ToData, { type: 'call' }>;
const user = { user_id: 1, login: 'lan', full_name: 'Lan' };
const send = (message: unknown) => process.send?.(message);
const event = (value: object) => send({ type: 'event', event: value });
const answer = (id: number, value: Answer) => send({ type: 'answer', id, answer: value } satisfies FromData);

/** Answers a call, with the events around it; an undefined answer leaves the caller waiting. */
const behaviours: Record<string, (call: Call) => Answer | undefined> = {
  'office.log_in': ({ input }) => {
    const { login } = input as { login: string };
    const session = { ...user, role: roles.find((role) => role === login) ?? 'viewer', locked: false };
    event({ type: 'session', session });
    return { ok: true, value: session };
  },
  'office.lock': () => {
    event({ type: 'session', session: { ...user, role: 'clerk', locked: true } });
    return { ok: true, value: { done: true } };
  },
  'office.check_folder': ({ chosen }) => ({
    ok: true,
    value: { shown: JSON.stringify(chosen), free_bytes: 1, has_office: false },
  }),
  'units.list': () => ({ ok: true, value: [{ id: 'not a number' }] }),
  'office.leave_sample': () => process.exit(7),
  'audit.verify': ({ id }) => {
    answer(id, { ok: true, value: { job: 'j1' } });
    event({ type: 'job_progress', job: 'j1', step: 'Đang xem', done: 1, total: 2 });
    event({ type: 'nonsense' });
    event({ type: 'job_done', job: 'j1', value: { rows: 3, records: 2, broken: [] } });
    return undefined;
  },
  'pledges.save_many': ({ id }) => {
    answer(id, { ok: true, value: { job: 'j2' } });
    event({ type: 'job_done', job: 'j2', value: { saved: 'many' } });
    return undefined;
  },
  'backup.undo_restore': ({ id }) => {
    answer(id, { ok: true, value: { job: 'endless' } });
    return undefined;
  },
};

function documentAnswer(documentId: string): Answer {
  if (documentId !== 'known_document_1')
    return { ok: false, error: { code: 'not_found', text: 'Không còn.' } };
  return { ok: true, value: { path: process.env['TEST_DOCUMENT'], format: 'pdf' } };
}

process.on('message', (raw) => {
  const message = raw as ToData;
  if (message.type === 'start') send({ type: 'started' });
  if (message.type === 'stop') process.exit(0);
  if (message.type === 'document') answer(message.id, documentAnswer(message.documentId));
  if (message.type === 'call') {
    const value = behaviours[message.name]?.(message);
    if (value) answer(message.id, value);
  }
});
process.on('disconnect', () => process.exit(0));
