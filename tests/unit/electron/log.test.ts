import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { logError } from '../../../electron/data/log.ts';
import { parseOutput } from '../../../electron/gateway/validate.ts';
import { codeOf, gatewayKit } from './gateway-kit.ts';

// A log may be carried out of the house: it never holds what a person typed.

const typed = 'Vừ Bá Rê mật khẩu 1978';
const nasty = () =>
  Object.assign(new Error(`${typed}\n    at ${typed} (a:1:1)\n    at ${typed}`), { code: 'EIO' });

afterEach(() => {
  vi.restoreAllMocks();
});

test('the data side tells kind, code and place of an error, not its message', () => {
  const lines: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  logError('records.list', nasty());
  logError('records.list', typed);
  const log = lines.join('');
  expect(log).toContain('records.list: Error EIO');
  expect(log).toContain('log.test.ts');
  expect(log).not.toContain('Rê');
});

test('the gateway’s log holds frames and codes, however the error came', async () => {
  const kit = gatewayKit({ printers: () => Promise.reject(nasty()), drives: () => Promise.resolve([]) });
  expect(codeOf(await kit.call('desktop.printers'))).toBe('internal');
  await kit.logIn('clerk');
  for (const input of [{ login: typed, password: typed }, { [typed]: typed }, typed, [typed]])
    await kit.call('office.log_in', input);
  await kit.call(typed, { [typed]: typed });
  const log = kit.log.join('\n');
  expect(log).toContain('Error EIO');
  expect(log).not.toContain('Rê');
  expect(JSON.stringify(await kit.call('desktop.printers'))).not.toContain('Rê');
  kit.gateway.kill();
});

test('an answer that does not fit is logged by its places; keys that people gave are not told', () => {
  const schema = z.object({ rows: z.array(z.record(z.string(), z.int())) });
  const value = { rows: [{ [typed]: typed }] };
  let code = '';
  try {
    parseOutput('records.list', schema, value);
  } catch (error) {
    code = (error as { code: string }).code;
  }
  expect(code).toBe('records.list: the answer does not fit its declaration: rows.0.? invalid_type');
});
