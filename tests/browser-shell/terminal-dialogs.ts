import { existsSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { join, resolve } from 'node:path';
import type { Dialogs } from '../../electron/desktop/desktop.ts';

async function ask(question: string): Promise<string | null> {
  if (!process.stdin.isTTY) return null;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = (await terminal.question(`${question} (Enter: thôi)\n> `)).trim();
  terminal.close();
  return answer === '' ? null : resolve(answer);
}

const isFolder = (path: string) => existsSync(path) && statSync(path).isDirectory();

/** Without Electron there are no dialogs of the system: a person answers in the terminal that started us. */
export const terminalDialogs: Dialogs = {
  chooseFolder: async (title) => {
    const folder = await ask(`${title} — gõ đường dẫn của thư mục`);
    return folder !== null && isFolder(folder) ? folder : null;
  },
  chooseFiles: async (title) => {
    const file = await ask(`${title} — gõ đường dẫn của tệp`);
    return file !== null && existsSync(file) ? [file] : [];
  },
  chooseSaveFile: async (title, suggestedName) => {
    const path = await ask(`${title} — gõ đường dẫn của tệp hoặc thư mục cho ${suggestedName}`);
    return path !== null && isFolder(path) ? join(path, suggestedName) : path;
  },
};
