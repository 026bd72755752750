/**
 * Switches by which anybody who can start the program would get into it or round its protection: debuggers, other
 * programs inside it, a page without its policy, a log of what it does. Names without the dashes.
 */
export const refusedSwitches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-wait',
  'inspect-port',
  'inspect-publish-uid',
  'debug',
  'debug-brk',
  'js-flags',
  'require',
  'load-extension',
  'disable-extensions-except',
  'disable-web-security',
  'disable-site-isolation-trials',
  'ignore-certificate-errors',
  'no-sandbox',
  'gpu-launcher',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'browser-subprocess-path',
  'log-net-log',
] as const;

/** Node reads these two letters as well. */
const short = new Set(['-r', '-i']);

/**
 * The first switch that the packed program does not start with, or undefined. `has` is what Chromium read, `argv`
 * what Node gets; both are asked, because they read a command line each in its own way.
 */
export function refusedSwitch(has: (name: string) => boolean, argv: readonly string[]): string | undefined {
  const given = new Set(
    argv.map((argument) => /^(?:--?|\/)([a-z-]+)/i.exec(argument)?.[1]?.toLowerCase() ?? ''),
  );
  return (
    refusedSwitches.find((name) => has(name) || given.has(name)) ??
    argv.find((argument) => short.has(argument))
  );
}

/** Told to whoever started the program so, in the system's own box. */
export const refusal = (name: string) => ({
  title: 'Ba Yên',
  text: `Chương trình không chạy với tham số "${name}". Hãy mở chương trình bằng biểu tượng của nó.`,
});
