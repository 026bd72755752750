import { findElectron } from '../../scripts/lib/electron-binary.ts';
import { launchElectron } from './launch-electron.ts';
import { launchShell } from './launch-shell.ts';
import type { LaunchOptions, RunningProgram } from './program.ts';

/**
 * Starts the program on Electron where its binary is here (ELECTRON_OVERRIDE_DIST_PATH counts), on the browser
 * shell otherwise; `runtime` of the answer says which. `dist/` must have been built.
 */
export function launchProgram(options: LaunchOptions): Promise<RunningProgram> {
  return findElectron() ? launchElectron(options) : launchShell(options);
}
