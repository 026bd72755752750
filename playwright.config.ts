import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/window',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/window',
  // One window at a time: tests type as fast as people do, and two cores are to be enough.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/window.json' }]],
  use: { trace: 'retain-on-failure' },
});
