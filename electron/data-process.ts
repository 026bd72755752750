import { utilityProcess } from 'electron';
import { asMessage } from './gateway/message.ts';
import type { DataProcess } from './gateway/data-link.ts';

/** Starts the data process in a utility process of Electron: it may die without taking the window along. */
export function startDataProcess(file: string): DataProcess {
  const child = utilityProcess.fork(file, [], { serviceName: 'Ba Yên – dữ liệu', stdio: 'inherit' });
  // A fatal error is told by the end of the process; without a listener it would take the program along.
  child.on('error', () => undefined);
  return {
    get pid() {
      return child.pid;
    },
    send: (message) => child.postMessage(message),
    onMessage: (listener) => {
      child.on('message', (raw: unknown) => {
        const message = asMessage(raw);
        if (message) listener(message);
      });
    },
    onExit: (listener) => {
      child.once('exit', listener);
    },
    kill: () => {
      child.kill();
    },
  };
}
