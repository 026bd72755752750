import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { formatDate } from '../../shared/vietnamese/dates.ts';
import type { Clerk } from './clerk.ts';
import type { Job } from './forms-file.ts';
import type { PlacedStack } from './places.ts';

/** What stands in a printed register, as read back from its file. */
export interface Register {
  readonly code: string;
  readonly communeId: number;
  readonly pages: number;
  readonly rows: number;
}

/** The column STT ends here, in points from the left edge of the sheet. */
const END_OF_STT = 118;

/** Counts the pages of a register, and its rows by the running numbers in its first column. */
async function readBack(file: string): Promise<{ pages: number; rows: number }> {
  const task = getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 });
  const pdf = await task.promise;
  let rows = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    const texts = items.flatMap((item) => ('str' in item ? [item] : []));
    rows += texts.filter(
      ({ str, transform }) => /^[\d.]+$/.test(str.trim()) && Number(transform[4]) < END_OF_STT,
    ).length;
  }
  const pages = pdf.numPages;
  await task.destroy();
  return { pages, rows };
}

async function makeRegister(clerk: Clerk, communeId: number, file: string, screen?: string): Promise<void> {
  const { keyboard, page } = clerk;
  const commune = page.locator('#commune');
  await keyboard.goTo(commune);
  await commune.selectOption(String(communeId));
  // The document before stays in the preview until the new one is there.
  await page.locator('canvas[data-drawn]').evaluateAll((pages) => {
    for (const canvas of pages) canvas.dataset['before'] = 'true';
  });
  await keyboard.press('F2');
  await page.locator('canvas[data-drawn]:not([data-before])').first().waitFor();
  if (screen) await clerk.takes(screen);
  await clerk.program.answerDialogs({ saveFile: file });
  await keyboard.press('Control+s');
  await page
    .getByRole('status')
    .filter({ hasText: 'Đã lưu' })
    .filter({ hasText: basename(file) })
    .waitFor();
}

/** Previews and saves the register of every commune of the file, in the default order, as `register-<ma_xa>.pdf`. */
export async function printRegisters(
  clerk: Clerk,
  job: Job,
  stacks: readonly PlacedStack[],
  folder: string,
): Promise<readonly Register[]> {
  await clerk.open('In sổ đăng ký');
  await clerk.keyboard.replace(clerk.page.locator('#document-date'), formatDate(job.lastSignedOn));
  const registers: Register[] = [];
  for (const [index, code] of job.communeCodes.entries()) {
    const communeId = stacks.find(({ communeCode }) => communeCode === code)?.communeId ?? 0;
    const file = join(folder, `register-${code}.pdf`);
    await makeRegister(clerk, communeId, file, index === 0 ? 'register' : undefined);
    registers.push({ code, communeId, ...(await readBack(file)) });
  }
  return registers;
}
