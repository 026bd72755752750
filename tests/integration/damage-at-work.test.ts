import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DataSide } from '../../electron/data/data-side.ts';
import type { FromData } from '../../electron/data/messages.ts';
import { officePaths } from '../../electron/data/office/paths.ts';
import type { Answer } from '../../shared/failure.ts';
import { newOffice, password, scratch } from './office/new-office.ts';

// A database that breaks while somebody works: the program closes it and says so, and nothing else makes it.

let place: ReturnType<typeof scratch>;
let side: DataSide;
let told: FromData[];
beforeEach(async () => {
  place = scratch();
  told = [];
  side = new DataSide(place.config, (message) => told.push(message));
  await call('office.create', newOffice);
  await call('office.log_in', { login: 'quantri', password });
});
afterEach(async () => {
  await side.receive({ type: 'stop' });
  place.clear();
});

async function call(name: string, input: unknown = {}): Promise<Answer> {
  const id = told.length;
  await side.receive({ type: 'call', id, name, input, chosen: {} });
  const answer = told.findLast((message) => message.type === 'answer' && message.id === id);
  if (answer?.type !== 'answer') throw new Error('no answer');
  return answer.answer;
}

const codeOf = (answer: Answer) => (answer.ok ? 'ok' : answer.error.code);
const eventsOf = (type: string) =>
  told.flatMap((message) => (message.type === 'event' && message.event.type === type ? [message.event] : []));
const stateOf = async () => {
  const answer = await call('office.status');
  return answer.ok ? answer.value : null;
};

test('a page that cannot be read closes the database; its trouble stays until one is opened again', async () => {
  // Opened anew, most pages are on the disk alone.
  await call('office.log_out');
  await call('office.log_in', { login: 'quantri', password });
  const file = officePaths(place.config.defaultFolder).database;
  writeFileSync(file, Buffer.alloc(statSync(file).size, 7));
  expect(codeOf(await call('units.list', { date: '2023-06-01' }))).toBe('damaged');
  expect(eventsOf('trouble')).toMatchObject([{ error: { code: 'damaged' } }]);
  expect(await stateOf()).toMatchObject({ state: 'trouble', session: null, trouble: { code: 'damaged' } });
  expect(codeOf(await call('records.total', { kind: 'household', filter: {} }))).toBe('not_signed_in');
});

test('keys that cannot be read are told, and the database that is whole stays open', async () => {
  const { keys } = officePaths(place.config.defaultFolder);
  const before = readFileSync(keys);
  writeFileSync(keys, '{');
  const user = { login: 'lan', full_name: 'Lan', role: 'clerk', password: `${password} lan` };
  expect(codeOf(await call('users.create', user))).toBe('damaged');
  writeFileSync(keys, before);
  expect(await stateOf()).toMatchObject({ state: 'open', trouble: null });
  expect(codeOf(await call('users.create', user))).toBe('ok');
});
