import { join } from 'node:path';
import type { DataConfig } from './data/messages.ts';

export interface Places {
  readonly programVersion: string;
  /** The folder that holds `dist/` and `resources/`; inside app.asar once packed. */
  readonly program: string;
  readonly userData: string;
  /** %ProgramData% on Windows: the place that all Windows users of the machine share. */
  readonly shared: string | undefined;
}

/** Files that other processes or programs open by path are unpacked from the archive. */
export function unpacked(path: string): string {
  return path.replace(/([\\/])app\.asar([\\/])/, '$1app.asar.unpacked$2');
}

/** What the data process is told about where its things lie. */
export function dataConfig({ programVersion, program, userData, shared }: Places): DataConfig {
  return {
    programVersion,
    resources: unpacked(join(program, 'resources')),
    fonts: unpacked(join(program, 'dist', 'fonts')),
    worker: unpacked(join(program, 'dist', 'worker.cjs')),
    userData,
    defaultFolder: shared === undefined ? join(userData, 'du-lieu') : join(shared, 'Ba Yen', 'du-lieu'),
  };
}
