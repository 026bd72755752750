import { defineConfig } from '@playwright/test';

/** The files that print: there is one print service on a machine, so they take turns. */
const printing = '**/{print-out,forums}.spec.ts';

export default defineConfig({
  testDir: 'tests/window',
  outputDir: 'test-results/window',
  // Each test has its own folder, office and browser; two cores are to be enough.
  workers: 2,
  fullyParallel: true,
  projects: [
    { name: 'printing', testMatch: printing, fullyParallel: false, workers: 1 },
    { name: 'window', testMatch: '**/*.spec.ts', testIgnore: printing },
  ],
  // Patience alone: two programs, two browsers and two times key stretching share the machine.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/window.json' }]],
  // Pictures of every moment would cost a fifth of the whole time; the trace shows the page's elements without them.
  use: { trace: { mode: 'retain-on-failure', screenshots: false }, screenshot: 'only-on-failure' },
});
