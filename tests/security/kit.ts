import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchProgram } from '../browser-shell/launch-program.ts';
import type { RunningProgram } from '../browser-shell/program.ts';

/** Starts the program in a folder of its own; `end` closes it and removes the folder. */
export async function startProgram(): Promise<RunningProgram & { end: () => Promise<void> }> {
  const userData = mkdtempSync(join(tmpdir(), 'ba-yen-security-'));
  const program = await launchProgram({ userData });
  const end = async () => {
    await program.close();
    rmSync(userData, { recursive: true, force: true, maxRetries: 5 });
  };
  return Object.assign(program, { end });
}

/** Whether the page is our own one and answers. */
export async function isAtHome(page: Page): Promise<boolean> {
  try {
    const path = new URL(page.url()).pathname;
    const alive = await page.evaluate(() => 'baYen' in window && document.getElementById('root') !== null);
    return path === '/index.html' && alive;
  } catch {
    return false;
  }
}

/** Waits until our own page is there again (or still). */
export async function atHomeAgain(page: Page): Promise<boolean> {
  for (let tries = 0; tries < 50; tries += 1) {
    if (await isAtHome(page)) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}
