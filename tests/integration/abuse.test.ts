import { afterAll, beforeAll, expect, test } from 'vitest';
import { kindNames, kindOf } from '../../shared/records/index.ts';
import { password } from './office/new-office.ts';
import { takenPage, type TakenPage } from './taken-page.ts';

// What somebody who has taken the page over may ask of a real gateway before a real database.

let page: TakenPage;
/** Kinds that the generic calls read. */
const listed = kindNames.filter((kind) => !kindOf(kind).ownReads);
const ask: TakenPage['ask'] = (name, input) => page.ask(name, input);
const call: TakenPage['call'] = (name, input) => page.call(name, input);
const logIn: TakenPage['logIn'] = (login) => page.logIn(login);

beforeAll(async () => {
  page = await takenPage();
  await page.value('records.create', { kind: 'team', values: { name: 'Đội An ninh' } });
});
afterAll(async () => {
  // Nothing of all this may have been a surprise to the program, and the trail holds.
  expect(page.log).toEqual([]);
  await page.end();
});

const strange = [
  '"',
  "'; DROP TABLE team; --",
  'a" OR "b',
  'NEAR(a b)',
  'exact : *',
  '-- * ^ ( )',
  'AND OR NOT',
  'a\0b',
  '\ud800',
  '٪%_',
  'þdoi',
  ' '.repeat(100),
  'đ'.repeat(120),
];
test.each(strange)('a search for %j is words, nothing else', async (text) => {
  expect(await ask('search.find', { text })).toBe('ok');
  for (const kind of listed) {
    expect(await ask('records.list', { kind, filter: { text } }), kind).toBe('ok');
    expect(await ask('records.total', { kind, filter: { text } }), kind).toBe('ok');
  }
});

const noFields = [
  'constructor',
  'toString',
  'id',
  'uid',
  'sort_key',
  'rowid',
  'name; DROP TABLE team',
  '1',
  '*',
  '',
];
test.each(noFields)('no column is reached by the name %j', async (field) => {
  for (const kind of kindNames) {
    const filters = [{ equal: { [field]: 1 } }, { period: { [field]: { from: '2023-01-01' } } }];
    for (const filter of filters) expect(await ask('records.list', { kind, filter }), kind).toBe('bad_input');
    const sort = { field, descending: true };
    expect(await ask('records.list', { kind, filter: {}, sort }), kind).toBe('bad_input');
  }
});

test('values of any type in a filter are values', async () => {
  for (const kind of listed)
    for (const field of Object.keys(kindOf(kind).fields))
      for (const value of ["x' OR 1=1", 1e308, -1, true, null, [], [null, 'a', 2], Array(50).fill(1)])
        expect(
          await ask('records.list', { kind, filter: { equal: { [field]: value } } }),
          `${kind}.${field}`,
        ).toBe('ok');
});

test('what the program computes, and kinds with a life of their own, are not written by the generic calls', async () => {
  for (const kind of kindNames) {
    const { fields, ownCalls } = kindOf(kind);
    const input = { kind, values: { name: 'x' } };
    if (ownCalls) {
      expect(await ask('records.create', input), kind).toBe('bad_input');
      expect(await ask('records.update', { ...input, id: 1, version: 1 }), kind).toBe('bad_input');
      for (const name of ['records.void', 'records.restore'])
        expect(await ask(name, { kind, id: 1, version: 1, reason: 'x' }), kind).toBe('bad_input');
      continue;
    }
    for (const [field, { computed }] of Object.entries(fields))
      if (computed)
        expect(await ask('records.create', { kind, values: { [field]: 1 } }), kind).toBe('invalid');
    for (const field of ['id', 'uid', 'version', 'created_by', 'voided_at', 'sort_key', 'constructor'])
      expect(await ask('records.create', { kind, values: { [field]: 1 } }), kind).toBe('invalid');
  }
  const forged = JSON.parse('{"kind":"team","values":{"__proto__":{"name":"x"}}}') as unknown;
  expect(await ask('records.create', forged)).toBe('bad_input');
});

test('a viewer writes nothing; a clerk sees no trail, no users and changes no agency', async () => {
  await logIn('xem');
  expect(await ask('records.create', { kind: 'team', values: { name: 'x' } })).toBe('forbidden');
  expect(await ask('records.update', { kind: 'team', id: 1, version: 1, values: { name: 'x' } })).toBe(
    'forbidden',
  );
  expect(await ask('records.void', { kind: 'team', id: 1, version: 1, reason: 'x' })).toBe('forbidden');
  expect(await ask('drafts.save', { form: 'x', content: 'x' })).toBe('forbidden');
  expect(await ask('settings.set', { ethnicity_enabled: true, idle_minutes: 5 })).toBe('forbidden');
  await logIn('lan');
  expect(await ask('records.create', { kind: 'agency', values: {} })).toBe('forbidden');
  expect(await ask('records.void', { kind: 'agency', id: 1, version: 1, reason: 'x' })).toBe('forbidden');
  for (const name of ['audit.list', 'audit.verify', 'users.list']) expect(await ask(name)).toBe('forbidden');
  expect(await ask('backup.undo_restore', { proof: password })).toBe('forbidden');
});

test('a draft is its writer’s alone', async () => {
  await logIn('lan');
  expect(await ask('drafts.save', { form: 'stack:1', content: 'của Lan' })).toBe('ok');
  await logIn('quantri');
  expect(await call('drafts.get', { form: 'stack:1' })).toMatchObject({ ok: true, value: { content: null } });
  expect(await ask('drafts.drop', { form: 'stack:1' })).toBe('ok');
  await logIn('lan');
  expect(await call('drafts.get', { form: 'stack:1' })).toMatchObject({ value: { content: 'của Lan' } });
});

test('a document and its address go with who was logged in', async () => {
  await logIn('quantri');
  await call('office.new_recovery_key', { password });
  const sheet = await call('office.recovery_key_sheet');
  const { document_id } = (sheet.ok ? sheet.value : {}) as { document_id: string };
  const given = await call('documents.address', { document_id });
  const { address } = (given.ok ? given.value : {}) as { address: string };
  const token = address.slice('once/'.length);
  expect((await page.gateway.openOnce(token))?.bytes.length).toBeGreaterThan(1000);
  expect(await page.gateway.openOnce(token)).toBeUndefined();
  await call('office.lock');
  expect(await ask('documents.address', { document_id })).toBe('locked');
  await call('office.unlock', { password });
  const again = await call('documents.address', { document_id });
  await logIn('lan');
  expect(await ask('documents.address', { document_id })).toBe('not_found');
  const late = ((again.ok ? again.value : {}) as { address: string }).address.slice('once/'.length);
  expect(await page.gateway.openOnce(late)).toBeUndefined();
  expect(await ask('office.recovery_key_sheet')).toBe('not_found');
});
