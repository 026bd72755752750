import { DataSide } from './data-side.ts';
import { logError } from './log.ts';
import type { FromData, ToData } from './messages.ts';

/** What Electron gives a utility process; a process forked by Node has `process.send` instead. */
interface ParentPort {
  on(event: 'message', listener: (message: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

const { parentPort } = process as typeof process & { parentPort?: ParentPort };

function send(message: FromData): void {
  if (parentPort) parentPort.postMessage(message);
  else if (process.connected) process.send?.(message);
}

let side: DataSide | undefined;

async function receive(message: ToData): Promise<void> {
  if (message.type === 'start') {
    side = new DataSide(message.config, send);
    send({ type: 'started' });
    return;
  }
  await side?.receive(message);
  if (message.type === 'stop') process.exit(0);
}

function listen(): void {
  const take = (message: unknown) => {
    // The only sender is our own main side; it validated what came from the page.
    receive(message as ToData).catch((error: unknown) => logError('message', error));
  };
  if (parentPort) parentPort.on('message', ({ data }) => take(data));
  else {
    process.on('message', take);
    process.on('disconnect', () => process.exit(0));
  }
}

listen();
