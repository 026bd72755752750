import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DataSide } from '../../electron/data/data-side.ts';
import type { FromData } from '../../electron/data/messages.ts';
import { logIn, logOut } from '../../electron/data/office/access.ts';
import type { Answer } from '../../shared/failure.ts';
import { newOffice, officeOn, password, readyOffice, scratch } from './office/new-office.ts';
import { passwordOf, takenPage } from './taken-page.ts';

// The main side locks by itself, whatever the page does, and every session's end is in the trail.

let place: ReturnType<typeof scratch>;
beforeEach(() => {
  place = scratch();
});
afterEach(() => place.clear());

const minute = 60_000;

/** A data side whose idle clock the test moves. */
async function sideWithClock() {
  let now = 0;
  const told: FromData[] = [];
  const side = new DataSide(place.config, (message) => told.push(message), { now: () => now, every: 1 });
  const call = async (name: string, input: unknown = {}): Promise<Answer> => {
    const id = told.length;
    await side.receive({ type: 'call', id, name, input, chosen: {} });
    const answer = told.findLast((message) => message.type === 'answer' && message.id === id);
    if (answer?.type !== 'answer') throw new Error('no answer');
    return answer.answer;
  };
  await call('office.create', newOffice);
  await call('office.log_in', { login: 'quantri', password });
  const isLocked = async () => {
    await sleep(20);
    const status = await call('office.status');
    return status.ok && (status.value as { state: string }).state === 'locked';
  };
  const pass = (minutes: number) => (now += minutes * minute);
  return { side, call, isLocked, pass };
}

test('nobody did anything for the idle time: locked, though the page goes on asking by itself', async () => {
  const { side, call, isLocked, pass } = await sideWithClock();
  await call('settings.set', { ethnicity_enabled: false, idle_minutes: 7 });
  for (const automatic of ['office.status', 'backup.status', 'backup.list']) {
    pass(2);
    await call(automatic);
  }
  expect(await isLocked()).toBe(false);
  pass(1);
  expect(await isLocked()).toBe(true);
  expect(await call('records.total', { kind: 'team', filter: {} })).toMatchObject({
    error: { code: 'locked' },
  });
  await side.receive({ type: 'stop' });
});

test('a call that a person caused, and her key or mouse, begin the idle time anew', async () => {
  const { side, call, isLocked, pass } = await sideWithClock();
  pass(9);
  await call('settings.get');
  pass(9);
  await side.receive({ type: 'person_active' });
  pass(9);
  expect(await isLocked()).toBe(false);
  pass(1);
  expect(await isLocked()).toBe(true);
  await call('office.unlock', { password });
  expect(await isLocked()).toBe(false);
  await side.receive({ type: 'stop' });
});

test('the machine sleeps: from that moment on no call passes, and no address from before', async () => {
  const page = await takenPage();
  const { gateway } = page;
  await page.value('office.new_recovery_key', { password });
  const { document_id } = await page.value<{ document_id: string }>('office.recovery_key_sheet');
  const { address } = await page.value<{ address: string }>('documents.address', { document_id });
  const token = address.slice('once/'.length);
  gateway.lock();
  expect(await page.ask('users.list')).toBe('locked');
  expect(await gateway.openOnce(token)).toBeUndefined();
  expect(page.events.at(-1)).toMatchObject({ type: 'session', session: { locked: true } });
  await page.value('office.unlock', { password });
  expect((await gateway.openOnce(token))?.bytes.length).toBeGreaterThan(1000);
  await page.end();
});

test('a log-in over another session, and whatever else ends one, writes the log-out', async () => {
  const page = await takenPage();
  await page.logIn('lan');
  await page.logIn('quantri');
  const trail = async () => {
    const { rows } = await page.value<{ rows: { action: string; about: string }[] }>('audit.list', {});
    return rows.map(({ action, about }) => `${action} ${about}`);
  };
  expect((await trail()).slice(0, 4)).toEqual([
    'log_in quantri',
    'log_out lan',
    'log_in lan',
    'log_out quantri',
  ]);
  await page.value('office.leave_sample');
  expect(await page.ask('users.list')).toBe('not_signed_in');
  await page.logIn('quantri');
  expect((await trail()).slice(0, 2)).toEqual(['log_in quantri', 'log_out quantri']);
  await page.end();
});

test('two log-ins at once: one after the other, and only the later one stays', async () => {
  const page = await takenPage();
  const both = (['lan', 'xem'] as const).map((login) =>
    page.ask('office.log_in', { login, password: passwordOf(login) }),
  );
  expect(await Promise.all(both)).toEqual(['ok', 'ok']);
  const status = await page.value<{ session: { login: string } }>('office.status');
  expect(status.session.login).toBe('xem');
  expect(await page.ask('users.list')).toBe('forbidden');
  expect(await page.ask('records.total', { kind: 'team', filter: {} })).toBe('ok');
  expect(page.log).toEqual([]);
  await page.end();
});

test('while the files are replaced nobody logs out unseen', async () => {
  const { office } = await readyOffice(place.config);
  await logIn(office, 'quantri', password);
  await office.replaceFiles(async (key) => {
    await expect(logOut(office)).rejects.toMatchObject({ failure: { code: 'in_use' } });
    return key;
  });
  expect(office.session?.login).toBe('quantri');
  await logOut(office);
  expect(officeOn(place.config).office.session).toBeNull();
});
