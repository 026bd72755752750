import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const usualChild = resolve('tests/crash/child.ts');

/** Children start some hundred times: Node reads them in half the time from what it kept of the first one. */
const env = { ...process.env, NODE_COMPILE_CACHE: resolve('test-results/compile-cache') };

/** Runs a child, kills it so many ms after it said "ready", and gives the whole lines that it acknowledged. */
export async function killAfter(ms: number, args: readonly string[], child = usualChild): Promise<string[]> {
  const running = spawn(process.execPath, ['--no-warnings', child, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
  });
  let told = '';
  let errors = '';
  running.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  const ready = new Promise<void>((done) => {
    running.stdout.on('data', (data: Buffer) => {
      told += data.toString();
      if (told.includes('ready')) done();
    });
  });
  const ended = once(running, 'close');
  await Promise.race([ready, ended]);
  await Promise.race([sleep(ms), ended]);
  running.kill('SIGKILL');
  await ended;
  if (!told.includes('ready')) throw new Error(`The child did not get ready: ${errors}`);
  if (errors) throw new Error(errors);
  return told.split('\n').slice(0, -1);
}

/** Carries out rounds on two lanes at once, each with a folder of its own. */
export async function onTwoLanes(
  rounds: number,
  round: (lane: number, index: number) => Promise<void>,
): Promise<void> {
  const lane = async (number: number) => {
    for (let index = number; index < rounds; index += 2) await round(number, index);
  };
  await Promise.all([lane(0), lane(1)]);
}
