import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mostBytes } from '../../../shared/attachments/intake.ts';
import { forkDataProcess } from '../../browser-shell/forked-data.ts';
import { takenPage, type TakenPage } from '../taken-page.ts';

// A PDF is looked over beside the work, in the built data process: whoever saves meanwhile does not wait for it.

let page: TakenPage;
let desk: string;
let team: number;
let chosen = '';
let count = 0;

beforeAll(async () => {
  desk = mkdtempSync(join(tmpdir(), 'ba-yen-desk-'));
  page = await takenPage({
    startDataProcess: () => forkDataProcess('dist/data.cjs'),
    chooseFiles: () => [chosen],
  });
  ({ id: team } = await page.value<{ id: number }>('records.create', {
    kind: 'team',
    values: { name: 'Đội' },
  }));
});
afterAll(async () => {
  await page.end();
  rmSync(desk, { recursive: true, force: true });
});

/** Puts a PDF with that body on the desk and chooses it; gives the call that attaches it. */
async function choose(body: string | Buffer) {
  const parts = [Buffer.from('%PDF-1.7\n'), Buffer.from(body), Buffer.from('\n%%EOF\n')];
  chosen = join(desk, `${(count += 1)}.pdf`);
  writeFileSync(chosen, Buffer.concat(parts));
  const [found] = await page.value<{ file: string }[]>('attachments.choose');
  const input = { owner_kind: 'team', owner_id: team, file: found?.file, original: true, note: null };
  return () => page.call('attachments.add', input);
}

const some = '9 0 obj << /Type /Annot /Rect [0 0 10 10] /Contents (ghi chú) >> endobj\n';

test('saves go on while a PDF of 50 MB is looked over', { timeout: 180_000 }, async () => {
  // All of it is objects that must be read one by one: the check takes as long as it can.
  const body = Buffer.alloc(mostBytes - 100, some);
  const whole = body.subarray(0, Math.floor(body.length / Buffer.byteLength(some)) * Buffer.byteLength(some));
  let ended = false;
  const attach = await choose(whole);
  const begun = performance.now();
  const adding = attach().finally(() => (ended = true));
  const waits: number[] = [];
  for (let number = 0; !ended; number += 1) {
    const before = performance.now();
    await page.value('records.create', { kind: 'team', values: { name: `Đội ${number}` } });
    waits.push(performance.now() - before);
  }
  expect((await adding).ok).toBe(true);
  const took = performance.now() - begun;
  waits.sort((a, b) => a - b);
  // A save that waited for the check would take all of that time; how fast one is alone the bench tells.
  expect(waits.length).toBeGreaterThan(20);
  expect(waits[waits.length >> 1]).toBeLessThan(50);
  expect(waits.at(-1)).toBeLessThan(took / 4);
});

test('two at once are looked over one after the other, each with its own answer', async () => {
  const calls = [await choose(`${some}1`), await choose(`${some}<< /S /JavaScript >>`)];
  const answers = await Promise.all(calls.map((attach) => attach()));
  expect(answers.map(({ ok }) => ok)).toEqual([true, false]);
});
