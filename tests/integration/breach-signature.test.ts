import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Failure } from '../../shared/failure.ts';
import type { ShownRecord } from '../../shared/api/records.ts';
import { signedForm, takenPage, unsignedForm, withOnePledge, type TakenPage } from './taken-page.ts';

// Only what was signed can be broken: no breach without a signature, and no signature taken away from under one.

let page: TakenPage;
const kind = 'pledge_breach';
const breach = { pledge_id: 1, decision_number: '12/QĐ-XPHC', decision_on: '2023-06-01', note: null };
beforeAll(async () => {
  page = await takenPage();
  await withOnePledge(page);
});
afterAll(() => page.end());

async function failureOf(name: string, input: unknown): Promise<Failure> {
  const answer = await page.call(name, input);
  if (answer.ok) throw new Error(`${name} should have failed`);
  return answer.error;
}

/** Corrects pledge 1 as said; gives the failure, if any. */
async function correct(how: object): Promise<Failure | null> {
  const { version } = await page.value<ShownRecord>('records.get', { kind: 'pledge', id: 1 });
  const form = { ethnicity: null, note: null, ...how };
  const answer = await page.call('pledges.correct', { ...form, pledge_id: 1, version });
  return answer.ok ? null : answer.error;
}

test('a household that has not signed cannot have broken its pledge', async () => {
  expect(await failureOf('records.create', { kind, values: breach })).toMatchObject({
    code: 'invalid',
    text: expect.stringContaining('chưa ký') as string,
    fields: { pledge_id: expect.stringContaining('chưa ký') as string },
  });
  expect(await correct(signedForm)).toBeNull();
  expect(await page.ask('records.create', { kind, values: breach })).toBe('ok');
});

test('no signature is taken away from under a breach, whichever way', async () => {
  const told = { code: 'invalid', text: expect.stringContaining('Hãy hủy ghi vi phạm trước') as string };
  expect(await correct(unsignedForm)).toMatchObject(told);
  expect(await failureOf('pledges.void', { pledge_id: 1, version: 2, reason: 'nhầm' })).toMatchObject(told);
  const [roster] = await page.value<{ household_id: number }[]>('pledges.roster', { batch_id: 1 });
  const { signature_mode, reason, signed_on } = unsignedForm;
  const mark = {
    batch_id: 1,
    household_id: roster?.household_id,
    signature_mode,
    reason,
    signed_on,
    note: null,
  };
  expect(await failureOf('pledges.mark', mark)).toMatchObject(told);
  await page.value('pledges.save', { batch_id: 1, ...unsignedForm, form_number: 3 });
  const [conflict] = await page.value<{ repeat_id: number; version: number }[]>('pledges.conflicts', {});
  const { repeat_id, version } = conflict ?? {};
  const settle = { repeat_id, version, resolution: 'take_repeat', note: null };
  expect(await failureOf('pledges.resolve_conflict', settle)).toMatchObject(told);
  await page.value('pledges.void_repeat', { repeat_id, reason: 'nhầm' });
  expect(await correct({ ...signedForm, note: 'đổi ghi chú' })).toBeNull();
});

test('marks of a whole village are not taken back from under a breach', async () => {
  const units = await page.value<{ id: number; level: string }[]>('units.list', { date: '2023-05-31' });
  const village_id = units.filter(({ level }) => level === 'village').at(-1)?.id;
  const head = { head_name: 'Xeo Văn Mo', birth: '1980', sex: 'male', member_count: 4, note: null };
  await page.value('households.add', { village_id, ...head });
  const opened = { campaign_id: 1, village_id, way: 'roster', cover_count: 1 };
  const { id: batch_id } = await page.value<{ id: number }>('batches.open', opened);
  const counts = { cover_count: 1, paper_total: 1, signed_on: '2023-05-10' };
  await page.value('pledges.mark_rest', { batch_id, ...counts });
  const [line] = await page.value<{ pledge_id: number }[]>('pledges.roster', { batch_id });
  const values = { ...breach, pledge_id: line?.pledge_id };
  const { id } = await page.value<{ id: number }>('records.create', { kind, values });
  expect((await failureOf('pledges.unmark_rest', { batch_id })).text).toContain('có ghi vi phạm');
  await page.value('records.void', { kind, id, version: 1, reason: 'ghi nhầm' });
  expect(await page.ask('pledges.unmark_rest', { batch_id })).toBe('ok');
});

test('a breach is not restored onto a pledge that is not signed any more', async () => {
  await page.value('records.void', { kind, id: 1, version: 1, reason: 'ghi nhầm' });
  expect(await correct(unsignedForm)).toBeNull();
  const back = { kind, id: 1, version: 2, reason: 'hoàn tác' };
  expect((await failureOf('records.restore', back)).text).toContain('chưa ký');
  expect(await correct(signedForm)).toBeNull();
  expect(await page.ask('records.restore', back)).toBe('ok');
});
