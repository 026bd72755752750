import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { countsIn, type Counts } from './lib/counts.ts';
import { findElectron } from './lib/electron-binary.ts';
import { hasDisplay } from './lib/display.ts';
import { ensurePackages, type DebianPackage } from './packages.ts';

process.chdir(dirname(import.meta.dirname));

/** Runs a script on this Node; gives whether it ended well. */
type Runner = (script: string, ...args: string[]) => Promise<boolean>;

/** What scripts say goes straight to the terminal, or piece by piece to `take`. */
const runner =
  (take?: (piece: string) => void): Runner =>
  async (script, ...args) => {
    const output = take ? 'pipe' : 'inherit';
    const child = spawn(process.execPath, [script, ...args], { stdio: ['inherit', output, output] });
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (piece: string) => take?.(piece));
    const [status] = (await once(child, 'close')) as [number | null];
    return status === 0;
  };

const asCounts = (fine: boolean): Counts => (fine ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** Runs a test runner and reads its report; one that fails without a failed test counts as one failure. */
async function counted(report: string, run: () => Promise<boolean>): Promise<Counts> {
  rmSync(report, { force: true });
  const fine = await run();
  const counts = countsIn(report);
  return fine || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

const vitest = (project: string) => (run: Runner) => {
  const report = `test-results/${project}.json`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const command = ['node_modules/vitest/vitest.mjs', 'run', '--project', project] as const;
  return counted(report, () => run(...command, ...reporters));
};

interface Part {
  readonly packages: readonly DebianPackage[];
  /** Needs `dist/`. */
  readonly built: boolean;
  readonly run: (run: Runner) => Promise<Counts>;
}

const browser: readonly DebianPackage[] = findElectron()
  ? [...(hasDisplay() ? [] : (['xvfb'] as const)), 'chromium']
  : ['chromium'];
const printing: readonly DebianPackage[] = ['cups', 'printer-driver-cups-pdf'];

const parts: Readonly<Record<string, Part>> = {
  lint: {
    packages: [],
    built: false,
    run: async (run) => {
      const eslint = await run('node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0');
      const prettier = ['--check', '--log-level', 'warn', '.'];
      return asCounts((await run('node_modules/prettier/bin/prettier.cjs', ...prettier)) && eslint);
    },
  },
  types: {
    packages: [],
    built: false,
    run: async (run) => asCounts(await run('node_modules/typescript/bin/tsc', '--noEmit')),
  },
  build: { packages: [], built: false, run: async (run) => asCounts(await run('scripts/build.ts')) },
  unit: { packages: [], built: false, run: vitest('unit') },
  integration: {
    packages: ['poppler-utils', 'strace', ...printing],
    built: true,
    run: vitest('integration'),
  },
  window: {
    packages: [...browser, 'poppler-utils', ...printing],
    built: true,
    run: (run) =>
      counted('test-results/window.json', () => run('node_modules/@playwright/test/cli.js', 'test')),
  },
  crash: { packages: ['strace'], built: true, run: vitest('crash') },
  security: { packages: browser, built: true, run: vitest('security') },
};

/** Parts that need nothing of each other and keep one core busy: two lanes for two cores. */
const lanes = [['lint'], ['types', 'build', 'unit']] as const;

function partOf(name: string): Part {
  const part = parts[name];
  if (!part) throw new Error(`No such tests: ${name}. There are ${Object.keys(parts).join(', ')}.`);
  return part;
}

type Result = Counts & { readonly name: string; readonly seconds: number };

/** Carries parts out one after the other; with `whole`, what a part says is shown in one piece at its end. */
async function inTurn(names: readonly string[], { whole }: { whole: boolean }): Promise<Result[]> {
  const results: Result[] = [];
  for (const name of names) {
    const said = [`\n── ${name}\n`];
    if (!whole) process.stderr.write(said.join(''));
    const begun = Date.now();
    const counts = await partOf(name).run(runner(whole ? (piece) => said.push(piece) : undefined));
    if (whole) process.stderr.write(said.join(''));
    results.push({ name, ...counts, seconds: (Date.now() - begun) / 1000 });
  }
  return results;
}

async function everything(): Promise<Result[]> {
  const beside = await Promise.all(lanes.map((names) => inTurn(names, { whole: true })));
  const first = new Set<string>(lanes.flat());
  const rest = Object.keys(parts).filter((name) => !first.has(name));
  return [...beside.flat(), ...(await inTurn(rest, { whole: false }))];
}

async function main(wanted: string | undefined): Promise<void> {
  const begun = Date.now();
  const chosen = wanted === undefined ? Object.values(parts) : [partOf(wanted)];
  ensurePackages([...new Set(chosen.flatMap(({ packages }) => packages))]);
  mkdirSync('test-results', { recursive: true });
  const alone = (name: string) => (partOf(name).built ? ['build', name] : [name]);
  const results = await (wanted === undefined ? everything() : inTurn(alone(wanted), { whole: false }));
  const sum = { passed: 0, failed: 0 };
  const lines: string[] = [];
  for (const { name, passed, failed, seconds } of results) {
    sum.passed += passed;
    sum.failed += failed;
    lines.push(
      `${name.padEnd(12)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${seconds.toFixed(1).padStart(7)} s`,
    );
  }
  const all = `${((Date.now() - begun) / 1000).toFixed(1)} s in all`;
  console.error(`\n${lines.join('\n')}\n${all.padStart(48)}\n`);
  process.stdout.write(`${String(sum.passed)} passed, ${String(sum.failed)} failed\n`);
  process.exitCode = sum.failed === 0 ? 0 : 1;
}

await main(process.argv[2]);
