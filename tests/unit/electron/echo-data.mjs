// A data process for the gateway's tests: answers by what the call's input tells it to.
const send = (message) => process.send(message);
const user = { user_id: 1, login: 'lan', full_name: 'Lan', locked: false };

/** How the test steers it: each call's name stands for a behaviour. */
const behaviours = {
  'office.log_in': (message) => {
    const session = { ...user, role: message.input.login };
    send({ type: 'event', event: { type: 'session', session } });
    return { ok: true, value: session };
  },
  'office.lock': (message) => {
    send({ type: 'event', event: { type: 'session', session: { ...user, role: 'clerk', locked: true } } });
    return { ok: true, value: { done: true } };
  },
  'office.check_folder': (message) => ({
    ok: true,
    value: { shown: JSON.stringify(message.chosen), free_bytes: 1, has_office: false },
  }),
  'units.list': () => ({ ok: true, value: [{ id: 'not a number' }] }),
  'office.leave_sample': () => process.exit(7),
  'office.log_out': () => undefined,
  'audit.verify': (message) => {
    send({ type: 'answer', id: message.id, answer: { ok: true, value: { job: 'j1' } } });
    send({ type: 'event', event: { type: 'job_progress', job: 'j1', step: 'Đang xem', done: 1, total: 2 } });
    send({ type: 'event', event: { type: 'nonsense' } });
    send({
      type: 'event',
      event: { type: 'job_done', job: 'j1', value: { rows: 3, records: 2, broken: [] } },
    });
    return undefined;
  },
  'pledges.save_many': (message) => {
    send({ type: 'answer', id: message.id, answer: { ok: true, value: { job: 'j2' } } });
    send({ type: 'event', event: { type: 'job_done', job: 'j2', value: { saved: 'many' } } });
    return undefined;
  },
};

process.on('message', (message) => {
  if (message.type === 'start') send({ type: 'started' });
  if (message.type === 'stop') process.exit(0);
  if (message.type === 'document') {
    const known = message.documentId === 'known_document_1';
    const error = { code: 'not_found', text: 'Không còn.' };
    const value = { path: process.env.TEST_DOCUMENT, contentType: 'application/pdf' };
    send({ type: 'answer', id: message.id, answer: known ? { ok: true, value } : { ok: false, error } });
  }
  if (message.type === 'call') {
    const answer = behaviours[message.name]?.(message);
    if (answer) send({ type: 'answer', id: message.id, answer });
  }
});
process.on('disconnect', () => process.exit(0));
