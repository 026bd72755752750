import { EventEmitter } from 'node:events';
import type { PowerMonitor } from 'electron';
import { expect, test } from 'vitest';
import { lockWithMachine } from '../../electron/power.ts';
import { refusal, refusedSwitch } from '../../electron/switches.ts';

// First kind: what the main side does with what it is told at its start.

const asChromium = (argv: readonly string[]) => (name: string) =>
  argv.some((argument) => argument === `--${name}` || argument.startsWith(`--${name}=`));

test.each([
  '--remote-debugging-port=9222',
  '--remote-debugging-port',
  '--remote-debugging-pipe',
  '--inspect',
  '--inspect=0',
  '--inspect-brk=127.0.0.1:9229',
  '-inspect',
  '/inspect',
  '--INSPECT=1',
  '--disable-web-security',
  '--no-sandbox',
  '--load-extension=/tmp/x',
  '--js-flags=--expose-gc',
  '--require=/tmp/x.js',
  '-r',
  '--renderer-cmd-prefix=/tmp/x',
])('the packed program does not start with %s', (argument) => {
  const argv = ['--lang=vi', argument];
  const name = refusedSwitch(asChromium(argv), argv);
  expect(name).toBeDefined();
  expect(refusal(name ?? '').text).toMatch(/Chương trình không chạy với tham số/);
});

test.each([
  [[]],
  [['--user-data-dir=/tmp/x', '--lang=vi', '--force-device-scale-factor=1']],
  [['C:\\Ba Yen\\remote-debugging-port.txt', '--original-process-start-time=133']],
])('an ordinary start is let through: %j', (argv) => {
  expect(refusedSwitch(asChromium(argv), argv)).toBeUndefined();
});

test('the program locks when the machine sleeps or its screen is locked', () => {
  const monitor = new EventEmitter();
  let locked = 0;
  lockWithMachine(monitor as unknown as PowerMonitor, () => (locked += 1));
  for (const event of ['suspend', 'lock-screen', 'user-did-resign-active']) monitor.emit(event);
  expect(locked).toBe(3);
  monitor.emit('resume');
  expect(locked).toBe(3);
});
