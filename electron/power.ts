import type { PowerMonitor } from 'electron';

/** Locks the program with the machine: when it goes to sleep, or its own screen is locked or given to another. */
export function lockWithMachine(monitor: Pick<PowerMonitor, 'on'>, lock: () => void): void {
  monitor.on('suspend', lock);
  monitor.on('lock-screen', lock);
  monitor.on('user-did-resign-active', lock);
}
