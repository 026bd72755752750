import { readFileSync, rmSync, readdirSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

const WIDTH = 1366;
const HEIGHT = 768;

/** Pictures of the screens that the demo passes, numbered in their order. */
export class Screens {
  readonly #folder: string;
  #count = 0;

  /** Takes away the pictures of an earlier run. */
  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder)) {
      if (name.endsWith('.png')) rmSync(join(folder, name));
    }
  }

  /**
   * Takes a picture of what is on screen now.
   * @throws Error when it is not exactly 1366×768
   */
  async take(page: Page, name: string): Promise<void> {
    this.#count += 1;
    const path = join(this.#folder, `${String(this.#count).padStart(2, '0')}-${name}.png`);
    await page.evaluate(async () => {
      await document.fonts.ready;
    });
    await page.screenshot({ path, animations: 'disabled', scale: 'css' });
    const header = readFileSync(path).subarray(16, 24);
    const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
    if (width !== WIDTH || height !== HEIGHT) {
      throw new Error(`The screen ${name} has ${String(width)}×${String(height)} pixels.`);
    }
  }
}
