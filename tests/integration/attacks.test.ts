import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { safeFileName } from '../../electron/desktop/save-file.ts';
import { plainSize } from '../../electron/gateway/validate.ts';
import type { PageEvent } from '../../shared/events.ts';
import type { ShownRecord } from '../../shared/api/records.ts';
import { forkDataProcess } from '../browser-shell/forked-data.ts';
import { password } from './office/new-office.ts';
import { passwordOf, takenPage, unsignedForm, withOnePledge, type TakenPage } from './taken-page.ts';

// Attacks that once went through, each tried again as it was.

const stick = mkdtempSync(join(tmpdir(), 'ba-yen-attacks-'));
let page: TakenPage;
beforeAll(async () => {
  page = await takenPage({
    startDataProcess: () => forkDataProcess('dist/data.cjs'),
    chooseFolder: () => stick,
  });
});
afterAll(async () => {
  await page.end();
  rmSync(stick, { recursive: true, force: true });
});

type End = Extract<PageEvent, { type: 'job_done' | 'job_failed' }>;

async function endOf(job: string): Promise<End> {
  for (;;) {
    const end = page.events.find(
      (event): event is End =>
        (event.type === 'job_done' || event.type === 'job_failed') && event.job === job,
    );
    if (end) return end;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
const start = async (name: string, input: unknown = {}) =>
  (await page.value<{ job: string }>(name, input)).job;

test('a list of millions is refused without being unfolded in the main process', () => {
  const list = new Array<number>(8_000_000).fill(0);
  const before = process.memoryUsage().heapUsed;
  expect(plainSize({ forms: list }, 1_000_000)).toBeGreaterThan(1_000_000);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(20_000_000);
  expect(plainSize(Object.assign([1, 2], { extra: 1 }), 1000)).toBeUndefined();
  expect(plainSize(new Array(5), 1000)).toBeUndefined();
});

test.each(['con', 'NUL', 'aux.pdf', 'com1', 'LPT9.x', 'prn .pdf'])('%s is a device, not a file', (name) => {
  expect(safeFileName(name)).toBe(`van-ban-${name}${name.endsWith('.pdf') ? '' : '.pdf'}`);
});

test('what a clerk had started and not finished is not carried on in the name of who comes next', async () => {
  await page.logIn('quantri');
  const village_id = await withOnePledge(page);
  await page.logIn('lan');
  const forms = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      ...unsignedForm,
      village_id,
      head_name: `Vừ Bá Số ${from + index}`,
      form_number: from + index,
    }));
  const first = await start('pledges.save_many', { campaign_id: 1, forms: forms(10, 12_000) });
  const second = await start('pledges.save_many', { campaign_id: 1, forms: forms(20_000, 20) });
  expect(await page.logIn('xem')).toBe('ok');
  await Promise.all([endOf(first), endOf(second)]);
  const users = await page.value<{ session: { user_id: number } }>('office.status');
  const { rows } = await page.value<{ rows: ShownRecord[] }>('records.list', {
    kind: 'pledge',
    filter: {},
    sort: { field: 'form_number', descending: true },
    limit: 200,
  });
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ created_by }) => created_by === users.session.user_id)).toEqual([]);
});

test('whatever is called while a backup is restored, one office comes out whole', async () => {
  await page.logIn('quantri');
  const { folder } = await page.value<{ folder: string }>('desktop.choose_folder', { purpose: 'backup' });
  const made = await endOf(await start('backup.make', { folder }));
  expect(made.type).toBe('job_done');
  const { name } = (made as Extract<End, { type: 'job_done' }>).value as { name: string };
  const proof = { proof_login: 'quantri', proof: password };
  const job = await start('backup.restore', { folder, name, ...proof });
  let ended = false;
  const end = endOf(job).finally(() => (ended = true));
  const meanwhile: [string, unknown][] = [
    ['office.log_out', {}],
    ['office.leave_sample', {}],
    ['office.open_sample', {}],
    ['office.open_folder', { folder }],
    ['office.log_in', { login: 'lan', password: passwordOf('lan') }],
    ['records.create', { kind: 'team', values: { name: 'Đội giữa chừng' } }],
    ['backup.restore', { folder, name, ...proof }],
    ['records.list', { kind: 'household', filter: {} }],
    ['users.list', {}],
  ];
  const codes = new Set<string>();
  while (!ended)
    for (const [called, input] of meanwhile) if (!ended) codes.add(await page.ask(called, input));
  expect(await end).toMatchObject({ type: 'job_done' });
  expect([...codes].filter((code) => code === 'internal')).toEqual([]);
  expect(codes).toContain('in_use');
  const status = await page.value<{ sample: boolean; trouble: unknown }>('office.status');
  expect(status).toMatchObject({ sample: false, trouble: null });
  expect(await page.logIn('quantri')).toBe('ok');
  const walked = await endOf(await start('audit.verify'));
  expect(walked).toMatchObject({ type: 'job_done', value: { broken: [] } });
  expect(page.log).toEqual([]);
});
