import { afterEach, beforeEach, expect, test } from 'vitest';
import { api, type CallName } from '../../../shared/api.ts';
import { codeOf, gatewayKit, type Kit } from './gateway-kit.ts';

let kit: Kit;
beforeEach(() => {
  kit = gatewayKit({ drives: () => Promise.resolve([]) });
});
afterEach(() => {
  kit.gateway.kill();
});

test('a sender that is not our page gets nothing, whatever it asks', async () => {
  const answer = await kit.gateway.handle({ trusted: false, name: 'office.status', input: {} });
  expect(codeOf(answer)).toBe('forbidden');
});

test.each([
  'nope',
  '',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  7,
  null,
  undefined,
  ['office.status'],
  {},
])('an unknown call %j is refused', async (name) => {
  expect(codeOf(await kit.call(name))).toBe('unknown_call');
});

test('every call that needs somebody is refused while nobody is logged in', async () => {
  const names = Object.keys(api) as CallName[];
  const guarded = names.filter((name) => !['public', 'unlocked'].includes(api[name].access));
  expect(guarded.length).toBeGreaterThan(30);
  for (const name of guarded) expect(codeOf(await kit.call(name)), name).toBe('not_signed_in');
});

test('a right is asked of the role, and a locked screen holds no right', async () => {
  await kit.logIn('viewer');
  expect(codeOf(await kit.call('users.list'))).toBe('forbidden');
  expect(codeOf(await kit.call('drafts.drop', { form: 'x' }))).toBe('forbidden');
  await kit.logIn('administrator');
  expect(codeOf(await kit.call('users.remove', {}))).toBe('bad_input');
  await kit.call('office.lock');
  expect(codeOf(await kit.call('users.remove', {}))).toBe('locked');
});

test.each<[string, unknown]>([
  ['no object', 'text'],
  ['null', null],
  ['a list', []],
  ['an unknown field', { login: 'a', password: 'b', more: 1 }],
  ['a wrong type', { login: 1, password: 'b' }],
  ['a function', { login: 'a', password: () => 'b' }],
  ['a class instance', { login: 'a', password: new Date() }],
  ['a map', new Map([['login', 'a']])],
  [
    'a field of the prototype',
    JSON.parse('{"login":"a","password":"b","__proto__":{"role":"administrator"}}'),
  ],
  ['a number that is none', { login: Number.NaN, password: 'b' }],
])('an input that is malformed (%s) is refused', async (_what, input) => {
  expect(codeOf(await kit.call('office.log_in', input))).toBe('bad_input');
});

test('an input that goes round in circles is refused', async () => {
  const circle: Record<string, unknown> = { login: 'a' };
  circle['password'] = circle;
  expect(codeOf(await kit.call('office.log_in', circle))).toBe('bad_input');
});

test('an input that is too large is refused before it is looked at', async () => {
  const answer = await kit.call('office.log_in', { login: 'a', password: 'ơ'.repeat(600_000) });
  expect(answer).toMatchObject({
    ok: false,
    error: { code: 'bad_input', text: expect.stringContaining('lớn') as string },
  });
});

test('the job for whole stacks takes more than other calls', async () => {
  await kit.logIn('clerk');
  const form = {
    village_id: 1,
    form_number: 1,
    head_name: 'Vừ Bá Rê',
    birth: '1978',
    sex: 'male',
    member_count: 4,
    signature_mode: 'signed',
    signed_on: '2023-05-10',
  };
  const forms = Array.from({ length: 8000 }, (_, index) => ({ ...form, form_number: index + 1 }));
  const answer = await kit.call('pledges.save_many', { campaign_id: 1, forms });
  expect(answer).toEqual({ ok: true, value: { job: 'j2' } });
});

test('a value that a person may have typed is told by its field, in Vietnamese', async () => {
  await kit.logIn('administrator');
  const answer = await kit.call('users.set_password', { id: 1, new_password: 'ngắn' });
  expect(answer).toEqual({
    ok: false,
    error: {
      code: 'invalid',
      text: 'Có ô nhập chưa đúng, hãy xem lại.',
      fields: { new_password: 'Mật khẩu cần ít nhất 10 ký tự.' },
    },
  });
});

test('an answer that does not fit its declaration never reaches the page', async () => {
  await kit.logIn('clerk');
  expect(codeOf(await kit.call('units.list', { date: '2025-07-01' }))).toBe('internal');
  expect(kit.log.join()).toContain('units.list: the answer does not fit');
});

test('tokens become paths only when this program gave them', async () => {
  expect(codeOf(await kit.call('office.check_folder', { folder: 'a'.repeat(32) }))).toBe('bad_input');
  expect(codeOf(await kit.call('office.check_folder', { folder: '/etc' }))).not.toBe('ok');
  kit.chooses.folder = '/srv/so-lieu';
  const chosen = await kit.call('desktop.choose_folder', { purpose: 'database' });
  const { folder } = chosen.ok ? (chosen.value as { folder: string }) : { folder: '' };
  const checked = await kit.call('office.check_folder', { folder });
  const shown = checked.ok ? (checked.value as { shown: string }).shown : '';
  expect(JSON.parse(shown)).toEqual({
    [folder]: { path: '/srv/so-lieu', removable: false, shown: '/srv/so-lieu' },
  });
});

test('a folder on a stick counts as removable', async () => {
  const stick = {
    path: '/media/usb',
    label: 'USB',
    fileSystem: 'vfat',
    freeBytes: 1,
    totalBytes: 2,
    readOnly: false,
  };
  const other = gatewayKit({ drives: () => Promise.resolve([stick]) });
  other.chooses.folder = '/media/usb/sao-luu';
  const chosen = await other.call('desktop.choose_folder', { purpose: 'backup' });
  const { folder } = chosen.ok ? (chosen.value as { folder: string }) : { folder: '' };
  const checked = await other.call('office.check_folder', { folder });
  expect(JSON.stringify(checked)).toContain('\\"removable\\":true');
  other.gateway.kill();
});

test('events are numbered from 1 without gaps, and nonsense is left out', async () => {
  await kit.logIn('commander');
  expect(await kit.call('audit.verify')).toEqual({ ok: true, value: { job: 'j1' } });
  await kit.until(() => kit.events.some((event) => event.type === 'job_done'));
  expect(kit.events.map(({ type, seq }) => [seq, type])).toEqual([
    [1, 'session'],
    [2, 'job_progress'],
    [3, 'job_done'],
  ]);
});

test('a job whose result does not fit its declaration ends as failed', async () => {
  await kit.logIn('clerk');
  await kit.call('pledges.save_many', { campaign_id: 1, forms: [] });
  await kit.until(() => kit.events.length >= 2);
  expect(kit.events[1]).toMatchObject({ type: 'job_failed', job: 'j2', error: { code: 'internal' } });
});
