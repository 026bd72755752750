import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures/program.ts';

/** Width and height of a PNG, from its header. */
function sizeOf(png: Buffer): [number, number] {
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

test('the first screen is exactly 1366×768 and loads without a refused request', async ({
  program,
  folder,
}) => {
  const messages: string[] = [];
  program.page.on('console', (message) => {
    if (message.type() === 'error') messages.push(message.text());
  });
  await expect(program.page.getByRole('heading').first()).toBeVisible();
  await program.page.reload();
  await expect(program.page.getByRole('heading').first()).toBeVisible();
  const file = join(folder, 'first.png');
  await program.page.screenshot({ path: file });
  expect(sizeOf(readFileSync(file))).toEqual([1366, 768]);
  expect(program.refused).toEqual([]);
  expect(messages).toEqual([]);
});

test('dialogs answer what the test says, and drives are the test’s folders', async ({ launch, folder }) => {
  const program = await launch({ drives: [{ path: folder, label: 'SAO LƯU' }], answers: { folder } });
  const call = (name: string, input: unknown) =>
    program.page.evaluate(([n, i]) => window.baYen.call(n, i), [name, input] as const);
  expect(await call('desktop.choose_folder', { purpose: 'backup' })).toMatchObject({
    ok: true,
    value: { shown: folder },
  });
  expect(await call('desktop.drives', {})).toMatchObject({
    ok: true,
    value: [{ label: 'SAO LƯU', read_only: false }],
  });
  await program.answerDialogs({ folder: null });
  expect(await call('desktop.choose_folder', { purpose: 'backup' })).toEqual({ ok: true, value: null });
});

test('a data process that dies is told and started again, and the page goes on', async ({ program }) => {
  const id = await program.dataProcessId();
  expect(id).toBeDefined();
  process.kill(id ?? 0, 'SIGKILL');
  await expect.poll(() => program.dataProcessId()).not.toBe(id);
  const answer = await program.page.evaluate(() => window.baYen.call('office.status', {}));
  expect(answer).toMatchObject({ ok: true });
});
