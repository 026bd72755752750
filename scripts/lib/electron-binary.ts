import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const packageFolder = join(import.meta.dirname, '..', '..', 'node_modules', 'electron');
const usualNames: Partial<Record<NodeJS.Platform, string>> = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
};

/** Electron's executable, if it is here: in the folder of ELECTRON_OVERRIDE_DIST_PATH or of the npm package. */
export function findElectron(): string | undefined {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(packageFolder, 'dist');
  const pathFile = join(packageFolder, 'path.txt');
  const named = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : undefined;
  const names = [named, usualNames[process.platform] ?? 'electron'].filter((name) => name !== undefined);
  return names.map((name) => join(folder, name)).find((path) => existsSync(path));
}
