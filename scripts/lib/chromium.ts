import { existsSync } from 'node:fs';
import { join } from 'node:path';

const programFiles = [process.env['ProgramFiles'], process.env['ProgramFiles(x86)']].filter(
  (folder) => folder !== undefined,
);

const candidates = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  ...programFiles.map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
  ...programFiles.map((folder) => join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe')),
];

/** The Chromium of this machine, or undefined. `CHROMIUM` names another one. */
export function findChromium(): string | undefined {
  return candidates.find((path) => path !== undefined && existsSync(path));
}
