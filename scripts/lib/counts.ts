import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

const vitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numFailedTestSuites: z.int(),
  success: z.boolean(),
});
const playwrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int() }),
  errors: z.array(z.unknown()),
});

/** What a runner's JSON report counts; a report that is missing or broken is one failure. */
export function countsIn(file: string): Counts {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const vitest = vitestReport.safeParse(report);
  if (vitest.success) {
    const { numPassedTests, numFailedTests, success } = vitest.data;
    // A file that cannot even be loaded fails without having a test.
    return { passed: numPassedTests, failed: Math.max(numFailedTests, success ? 0 : 1) };
  }
  const playwright = playwrightReport.safeParse(report);
  if (!playwright.success) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = playwright.data.stats;
  return { passed: expected, failed: unexpected + flaky + playwright.data.errors.length };
}
