import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DataSide } from '../../electron/data/data-side.ts';
import type { FromData } from '../../electron/data/messages.ts';
import type { Answer } from '../../shared/failure.ts';
import { newOffice, password, scratch } from './office/new-office.ts';

// The data process asks for rights itself, and logs out whatever the disk says.

let place: ReturnType<typeof scratch>;
let side: DataSide;
let told: FromData[];
beforeEach(() => {
  place = scratch();
  told = [];
});
afterEach(async () => {
  await side.receive({ type: 'stop' });
  place.clear();
});

function start(): void {
  side = new DataSide(place.config, (message) => told.push(message));
}

async function call(name: string, input: unknown = {}): Promise<Answer> {
  const id = told.length;
  await side.receive({ type: 'call', id, name, input, chosen: {} });
  const answer = told.findLast((message) => message.type === 'answer' && message.id === id);
  if (answer?.type !== 'answer') throw new Error('no answer');
  return answer.answer;
}

const codeOf = (answer: Answer) => (answer.ok ? 'ok' : answer.error.code);

test('a call that the gateway let through for somebody else is refused here', async () => {
  start();
  await call('office.create', newOffice);
  expect(codeOf(await call('users.list'))).toBe('not_signed_in');
  await call('office.log_in', { login: 'quantri', password });
  const clerk = { login: 'lan', full_name: 'Lan', role: 'clerk', password: `${password} lan` };
  expect(codeOf(await call('users.create', clerk))).toBe('ok');
  await call('office.log_in', { login: 'lan', password: `${password} lan` });
  expect(codeOf(await call('users.create', { ...clerk, login: 'khac' }))).toBe('forbidden');
  await call('office.lock');
  expect(codeOf(await call('records.total', { kind: 'household', filter: {} }))).toBe('locked');
});

test('the cursor of a list may be any text', async () => {
  start();
  await call('office.create', newOffice);
  await call('office.log_in', { login: 'quantri', password });
  const filter = { equal: {}, period: {}, text: '', voided: 'without' };
  for (const after of ['', '{', 'null', '[1]', '[{},1]', '["x","1; DROP TABLE team"]', '[1e999,null]'])
    expect(codeOf(await call('records.list', { kind: 'team', filter, limit: 5, after })), after).toBe(
      'bad_input',
    );
});

test('a document that another program holds keeps nobody from starting or logging out', async () => {
  const held = join(place.config.userData, 'tam-thoi', 'held');
  mkdirSync(held, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', held]);
  try {
    start();
    await call('office.create', newOffice);
    await call('office.log_in', { login: 'quantri', password });
    told = [];
    expect(codeOf(await call('office.log_out'))).toBe('ok');
    expect(told).toContainEqual({ type: 'event', event: { type: 'session', session: null } });
  } finally {
    execFileSync('umount', ['-l', held]);
  }
});
