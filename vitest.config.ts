import { defineConfig } from 'vitest/config';

const project = (name: string, seconds: number, parallel: boolean) => ({
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`, `tests/${name}/**/*.test.tsx`],
    testTimeout: seconds * 1000,
    hookTimeout: seconds * 1000,
    fileParallelism: parallel,
    // By itself Vitest would leave one core idle, which is half of a machine with two.
    maxWorkers: '100%',
    pool: 'forks' as const,
  },
});

export default defineConfig({
  test: {
    projects: [
      project('unit', 20, true),
      project('integration', 60, true),
      // These measure or end processes, or drive a browser: one file at a time.
      project('crash', 600, false),
      project('security', 60, false),
    ],
  },
});
