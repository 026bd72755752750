import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Whether windows can be shown here. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/** A display in memory. */
export interface VirtualDisplay {
  readonly name: string;
  readonly process: ChildProcess;
}

/** Starts Xvfb on a free number; it ends with this process. */
export async function startVirtualDisplay(): Promise<VirtualDisplay> {
  const arguments_ = ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'];
  const child = spawn('Xvfb', arguments_, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  process.once('exit', () => child.kill());
  const numbers = child.stdio[3];
  if (!numbers) throw new Error('Xvfb gives no display number');
  const [number] = (await Promise.race([
    once(numbers, 'data'),
    once(child, 'exit').then(() => {
      throw new Error('Xvfb could not be started');
    }),
  ])) as [Buffer];
  child.unref();
  return { name: `:${number.toString().trim()}`, process: child };
}
