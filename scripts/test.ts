import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildAll } from './build.ts';
import { countsIn, type Counts } from './lib/counts.ts';
import { findElectron } from './lib/electron-binary.ts';
import { hasDisplay } from './lib/display.ts';
import { ensurePackages, type DebianPackage } from './packages.ts';

const root = dirname(import.meta.dirname);
process.chdir(root);

/** Runs a tool of the project on this Node; its output goes straight to the terminal. */
function tool(script: string, ...args: string[]): boolean {
  const path = join('node_modules', script);
  return spawnSync(process.execPath, [path, ...args], { stdio: 'inherit' }).status === 0;
}

const asCounts = (fine: boolean): Counts => (fine ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** Runs a runner and reads its report; a runner that fails without a failed test counts as one failure. */
function counted(report: string, run: () => boolean): Counts {
  rmSync(report, { force: true });
  const fine = run();
  const counts = countsIn(report);
  return fine || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

function vitest(project: string): Counts {
  const report = `test-results/${project}.json`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return counted(report, () => tool('vitest/vitest.mjs', 'run', '--project', project, ...reporters));
}

const playwright = () => counted('test-results/window.json', () => tool('@playwright/test/cli.js', 'test'));

async function build(): Promise<Counts> {
  try {
    await buildAll();
    return asCounts(true);
  } catch (error) {
    console.error(error);
    return asCounts(false);
  }
}

interface Part {
  readonly packages: readonly DebianPackage[];
  /** Needs `dist/`. */
  readonly built: boolean;
  readonly run: () => Counts | Promise<Counts>;
}

const browser: readonly DebianPackage[] = findElectron()
  ? [...(hasDisplay() ? [] : (['xvfb'] as const)), 'chromium']
  : ['chromium'];

const parts: Readonly<Record<string, Part>> = {
  lint: {
    packages: [],
    built: false,
    run: () => {
      const eslint = tool('eslint/bin/eslint.js', '.', '--max-warnings', '0');
      const prettier = tool('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.');
      return asCounts(eslint && prettier);
    },
  },
  types: {
    packages: [],
    built: false,
    run: () => asCounts(tool('typescript/bin/tsc', '--noEmit')),
  },
  build: { packages: [], built: false, run: build },
  unit: { packages: [], built: false, run: () => vitest('unit') },
  integration: {
    packages: ['poppler-utils', 'strace', 'cups', 'printer-driver-cups-pdf'],
    built: true,
    run: () => vitest('integration'),
  },
  window: { packages: [...browser, 'poppler-utils'], built: true, run: playwright },
  crash: { packages: ['strace'], built: true, run: () => vitest('crash') },
  security: { packages: browser, built: true, run: () => vitest('security') },
};

async function main(wanted: string | undefined): Promise<void> {
  const names = wanted === undefined ? Object.keys(parts) : [wanted];
  const chosen = names.map((name) => {
    const part = parts[name];
    if (!part) throw new Error(`No such tests: ${name}. There are ${Object.keys(parts).join(', ')}.`);
    return { name, part };
  });
  ensurePackages([...new Set(chosen.flatMap(({ part }) => part.packages))]);
  mkdirSync('test-results', { recursive: true });
  if (wanted !== undefined && chosen.some(({ part }) => part.built)) chosen.unshift(buildPart());
  const lines: string[] = [];
  const sum = { passed: 0, failed: 0 };
  for (const { name, part } of chosen) {
    console.error(`\n── ${name}`);
    const begun = Date.now();
    const { passed, failed } = await part.run();
    sum.passed += passed;
    sum.failed += failed;
    const seconds = ((Date.now() - begun) / 1000).toFixed(1);
    lines.push(
      `${name.padEnd(12)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${seconds.padStart(7)} s`,
    );
  }
  console.error(`\n${lines.join('\n')}\n`);
  process.stdout.write(`${String(sum.passed)} passed, ${String(sum.failed)} failed\n`);
  process.exitCode = sum.failed === 0 ? 0 : 1;
}

const buildPart = () => ({ name: 'build', part: { packages: [], built: false, run: build } satisfies Part });

await main(process.argv[2]);
