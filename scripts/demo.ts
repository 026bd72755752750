import { stripVTControlCharacters } from 'node:util';
import { FailureError } from '../shared/failure.ts';
import { buildAll } from './build.ts';
import { readOptions } from './demo/options.ts';
import { asTable } from './demo/summary.ts';
import { hasDisplay } from './lib/display.ts';
import { findElectron } from './lib/electron-binary.ts';
import { ensurePackages } from './packages.ts';

/** What went wrong, without what a stack trace adds. */
function reasonOf(error: unknown): string {
  if (error instanceof FailureError) return error.failure.text;
  return stripVTControlCharacters(error instanceof Error ? error.message : String(error)).trim();
}

try {
  const options = readOptions(process.argv.slice(2));
  ensurePackages(findElectron() ? (hasDisplay() ? [] : ['xvfb']) : ['chromium']);
  await buildAll();
  const { runMainJob } = await import('./demo/main-job.ts');
  const summary = await runMainJob(options, (step) => console.error(`${step} …`));
  process.stdout.write(`\n${asTable(summary)}\nResults are in ${options.out}\n`);
} catch (error) {
  console.error(`The demo failed: ${reasonOf(error)}`);
  process.exitCode = 1;
}
