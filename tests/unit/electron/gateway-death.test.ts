import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { codeOf, gatewayKit, type Kit } from './gateway-kit.ts';

let kit: Kit;
beforeEach(() => {
  kit = gatewayKit({ drives: () => Promise.resolve([]) });
});
afterEach(() => {
  kit.gateway.kill();
});

test('when the data process dies all that wait are told, and it is started once more', async () => {
  await kit.logIn('administrator');
  const waiting = [kit.call('office.log_out'), kit.call('office.log_out')];
  const fatal = kit.call('office.leave_sample');
  expect((await Promise.all([...waiting, fatal])).map(codeOf)).toEqual(Array(3).fill('process_gone'));
  await kit.until(() => kit.events.some(({ type }) => type === 'trouble'));
  expect(kit.events.slice(-2)).toMatchObject([
    { type: 'session', session: null },
    { type: 'trouble', error: { code: 'process_gone' } },
  ]);
  expect(codeOf(await kit.call('users.list'))).toBe('not_signed_in');
  await kit.logIn('administrator');
  expect(codeOf(await kit.call('users.remove', {}))).toBe('bad_input');
});

test('a process that dies again at once is not started for ever', async () => {
  await kit.call('office.leave_sample');
  await kit.call('office.leave_sample');
  expect(codeOf(await kit.call('office.status'))).toBe('process_gone');
  expect(kit.gateway.dataProcessId()).toBeUndefined();
});

test('a job that was running when the data process died ends as failed', async () => {
  await kit.logIn('administrator');
  expect(await kit.call('backup.undo_restore', { proof: 'x' })).toEqual({
    ok: true,
    value: { job: 'endless' },
  });
  const id = kit.gateway.dataProcessId();
  expect(id).toBeTypeOf('number');
  process.kill(id ?? 0, 'SIGKILL');
  await kit.until(() => kit.events.some(({ type }) => type === 'trouble'));
  expect(kit.events).toContainEqual(expect.objectContaining({ type: 'job_failed', job: 'endless' }));
  expect(kit.gateway.dataProcessId()).not.toBe(id);
});

test('a one-time address gives the document once', async () => {
  const answer = await kit.call('documents.address', { document_id: 'known_document_1' });
  const { address } = answer.ok ? (answer.value as { address: string }) : { address: '' };
  expect(address).toMatch(/^once\/[\w-]{32}$/);
  const token = address.slice('once/'.length);
  const opened = await kit.gateway.openOnce(token);
  expect(opened?.contentType).toBe('application/pdf');
  expect(Buffer.from(opened?.bytes ?? []).toString()).toBe('%PDF-1.7 test');
  expect(await kit.gateway.openOnce(token)).toBeUndefined();
  expect(await kit.gateway.openOnce('x'.repeat(32))).toBeUndefined();
});

test('a document that is not there has no address', async () => {
  expect(codeOf(await kit.call('documents.address', { document_id: 'unknown_document' }))).toBe('not_found');
});

test('saving writes where the person said, cancelling nothing', async () => {
  const input = { document_id: 'known_document_1', file_name: 'register-16828.pdf' };
  expect(await kit.call('documents.save', input)).toEqual({ ok: true, value: { saved_as: null } });
  kit.chooses.saveFile = join(kit.folder, 'sổ Huồi Tụ.pdf');
  writeFileSync(kit.chooses.saveFile, 'older');
  expect(codeOf(await kit.call('documents.save', input))).toBe('ok');
  expect(readFileSync(kit.chooses.saveFile, 'utf8')).toBe('%PDF-1.7 test');
  expect(existsSync(`${kit.chooses.saveFile}.part`)).toBe(false);
});

test('saving into a folder that is gone says so and leaves nothing', async () => {
  kit.chooses.saveFile = join(kit.folder, 'gone', 'a.pdf');
  const answer = await kit.call('documents.save', { document_id: 'known_document_1', file_name: 'a.pdf' });
  expect(codeOf(answer)).toBe('removed');
});

test('several documents never overwrite a file of the same name', async () => {
  await kit.logIn('clerk');
  kit.chooses.folder = kit.folder;
  writeFileSync(join(kit.folder, 'a.pdf'), 'older');
  const document = { document_id: 'known_document_1', file_name: 'a.pdf' };
  const answer = await kit.call('documents.save_all', { documents: [document, document] });
  expect(answer).toEqual({ ok: true, value: { saved_in: kit.folder } });
  expect(readFileSync(join(kit.folder, 'a.pdf'), 'utf8')).toBe('older');
  expect(existsSync(join(kit.folder, 'a (2).pdf'))).toBe(true);
  expect(existsSync(join(kit.folder, 'a (3).pdf'))).toBe(true);
  rmSync(kit.folder, { recursive: true });
});

test('stopping ends the data process', async () => {
  const id = kit.gateway.dataProcessId() ?? 0;
  await kit.call('office.log_in', { login: 'clerk', password: 'x' });
  await kit.gateway.stop();
  expect(() => process.kill(id, 0)).toThrow();
  expect(codeOf(await kit.call('office.status'))).toBe('process_gone');
});
