import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyByPassword } from '../../electron/data/office/access.ts';
import { configIn, password, readyOffice } from '../integration/office/new-office.ts';

let root: string;
let keyHex: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'ba-yen-durable-'));
  const { office } = await readyOffice(configIn(root));
  const key = await keyByPassword(office, 'quantri', password);
  keyHex = key.toString('hex');
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

test('between the request and the answer of a save the log is brought to the disk', () => {
  if (process.platform !== 'linux') throw new Error('This check needs Linux and strace.');
  const found = spawnSync('strace', ['-V']);
  if (found.error) throw new Error('strace is missing: apt-get install strace');
  const trace = join(root, 'trace.txt');
  const args = ['-f', '-y', '-s', '64', '-e', 'trace=write,fdatasync,fsync', '-o', trace];
  const child = [process.execPath, '--no-warnings', resolve('tests/crash/child.ts'), 'once', root, keyHex];
  const run = spawnSync('strace', [...args, ...child], { encoding: 'utf8' });
  expect(run.stderr).toBe('');
  expect(run.stdout).toBe('REQUEST\nANSWER\n');
  const calls = readFileSync(trace, 'utf8').split('\n');
  const request = calls.findIndex((call) => call.includes('"REQUEST\\n"'));
  const answer = calls.findIndex((call) => call.includes('"ANSWER\\n"'));
  expect(request).toBeGreaterThan(-1);
  expect(answer).toBeGreaterThan(request);
  const synced = calls
    .slice(request, answer)
    .filter((call) => /f(data)?sync\(\d+<.*ba-yen\.db-wal>\)/.test(call));
  expect(synced.length).toBeGreaterThan(0);
});
