import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { api, type CallName } from '../../shared/api.ts';
import type { Answer } from '../../shared/failure.ts';
import { kindNames } from '../../shared/records/index.ts';
import { forkDataProcess } from '../browser-shell/forked-data.ts';
import { takenPage, unsignedForm, withOnePledge, type TakenPage } from './taken-page.ts';

// Every call of the contract with inputs that pass its form and mean nonsense, and with inputs that do not pass:
// ids of other kinds, units of the wrong level, dates and words anywhere. The built data process answers.

let page: TakenPage;
beforeAll(async () => {
  page = await takenPage({ startDataProcess: () => forkDataProcess('dist/data.cjs') });
  await withOnePledge(page);
  await page.value('pledges.save', { batch_id: 1, ...unsignedForm, form_number: 2, head_name: 'Vừ Bá Tủa' });
  await page.value('records.create', { kind: 'team', values: { name: 'Đội An ninh' } });
});
afterAll(() => page.end());

const anything: readonly unknown[] = [
  ...[
    null,
    undefined,
    true,
    false,
    0,
    1,
    2,
    3,
    5,
    40,
    999,
    -1,
    1.5,
    1e308,
    2_000_000_000,
    Number.MAX_SAFE_INTEGER,
  ],
  ...[
    '',
    ' ',
    'x',
    '1',
    'a'.repeat(32),
    'đ'.repeat(300),
    '\ud800',
    'a\0b',
    '/etc/passwd',
    '../../x',
    '__proto__',
  ],
  ...[
    '2023-05-10',
    '2023-13-45',
    '1978',
    '9999',
    '0001-01-01',
    '2026-01-01T00:00:00.000Z',
    'hoàn tác',
    'nhập nhầm',
  ],
  ...[
    'signed',
    'not_yet',
    'away',
    'male',
    'stack',
    'village',
    'commune',
    'all',
    'name',
    'keep_first',
    'take_repeat',
  ],
  ...['id', 'name', 'form_number', 'stack:1', 'team:1', '["x",1]', 'ba-yen-1.bayen', '16813', 'xã'],
  ...kindNames,
  ...[
    [],
    [1, 2],
    [null],
    {},
    { id: 1 },
    { equal: {} },
    { name: 'Đội Hai' },
    { pledge_id: 1, decision_number: '1' },
  ],
];

/** Values that fit a schema where there are any, and now and then one that need not. */
function inputsOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return fc.option(inputsOf(schema.unwrap() as z.ZodType), {
      nil: schema instanceof z.ZodNullable ? null : undefined,
    });
  if (schema instanceof z.ZodArray) return fc.array(inputsOf(schema.element as z.ZodType), { maxLength: 4 });
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries<z.ZodType>(schema.shape);
    return fc.record(Object.fromEntries(fields.map(([name, field]) => [name, inputsOf(field)])));
  }
  const fitting = anything.filter((value) => schema.safeParse(value).success);
  const wild = fc.constantFrom(...anything);
  return fitting.length === 0 ? wild : fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...fitting) }, wild);
}

/** Slowed on purpose, or they end the session: asked elsewhere. */
const apart = /password|secret|proof|recovery_key/;
const ending = /^office\.(create|log_in|log_out|lock|unlock|recover|open_folder|open_sample|leave_sample)$/;
const names = (Object.keys(api) as CallName[]).filter((name) => {
  const { input } = api[name] as { input: z.ZodType };
  return (
    !ending.test(name) &&
    !(input instanceof z.ZodObject && Object.keys(input.shape).some((key) => apart.test(key)))
  );
});

async function endOf(answer: Answer): Promise<Answer> {
  if (!answer.ok || typeof answer.value !== 'object' || answer.value === null || !('job' in answer.value))
    return answer;
  const { job } = answer.value;
  for (;;) {
    const end = page.events.find(
      (event) => 'job' in event && event.job === job && event.type !== 'job_progress',
    );
    if (end?.type === 'job_failed') return { ok: false, error: end.error };
    if (end) return answer;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

test.each(names)('%s: nonsense of every kind gets a typed answer in Vietnamese', async (name) => {
  const { input } = api[name] as { input: z.ZodType };
  await fc.assert(
    fc.asyncProperty(inputsOf(input), async (tried) => {
      const answer = await endOf(await page.call(name, tried));
      if (answer.ok) return;
      expect(answer.error.code, JSON.stringify(tried)).not.toBe('internal');
      expect(answer.error.text).toMatch(/[à-ỹđ]/i);
    }),
    { numRuns: 60, endOnFailure: true, seed: 20_230_501 },
  );
  expect(page.log).toEqual([]);
});

test('after all of it the trail holds and every record is what the trail says', async () => {
  const { job } = await page.value<{ job: string }>('audit.verify');
  await endOf({ ok: true, value: { job } });
  const end = page.events.find((event) => event.type === 'job_done' && event.job === job);
  expect(end).toMatchObject({ value: { broken: [] } });
});
