import { fork } from 'node:child_process';
import { asMessage } from '../../electron/gateway/message.ts';
import type { DataProcess } from '../../electron/gateway/data-link.ts';

/** Starts the data bundle as a plain Node process; messages are structured clones, as in Electron. */
export function forkDataProcess(file: string, extra: { env?: NodeJS.ProcessEnv } = {}): DataProcess {
  const child = fork(file, [], {
    serialization: 'advanced',
    execArgv: [],
    env: { ...process.env, NODE_OPTIONS: '', ...extra.env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  // A message that can no longer be sent is no reason to fall: the end of the process is told by itself.
  child.on('error', () => undefined);
  return {
    get pid() {
      return child.pid;
    },
    send: (message) => {
      if (child.connected) child.send(message);
    },
    onMessage: (listener) => {
      child.on('message', (raw) => {
        const message = asMessage(raw);
        if (message) listener(message);
      });
    },
    onExit: (listener) => {
      child.once('exit', listener);
    },
    kill: () => {
      child.kill('SIGKILL');
    },
  };
}
