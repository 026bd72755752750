import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as buildPage } from 'vite';
import { bundle } from './lib/bundle.ts';
import { hashOf } from './lib/inputs.ts';

const root = dirname(import.meta.dirname);
const dist = join(root, 'dist');
const tools = ['package-lock.json', 'scripts/build.ts', 'scripts/lib', 'vite.config.ts'];

interface Target {
  /** What it is made from: unchanged inputs are not built again. */
  readonly inputs: readonly string[];
  /** What it leaves in `dist/`. */
  readonly output: string;
  readonly make: (folder: string) => Promise<void> | void;
}

const electronTarget = (entry: string, file: string, target: string, inputs: string[]): Target => ({
  inputs,
  output: file,
  make: (folder) => bundle({ entry, file, target }, folder),
});

const tinos = 'node_modules/@expo-google-fonts/tinos';
const dataInputs = ['electron/data', 'electron/desktop', 'shared'];
const targets: Record<string, Target> = {
  main: electronTarget('electron/main.ts', 'main.cjs', 'node18', ['electron', 'shared']),
  preload: electronTarget('electron/preload.ts', 'preload.cjs', 'node18', [
    'electron/preload.ts',
    'electron/channels.ts',
  ]),
  data: electronTarget('electron/data/process.ts', 'data.cjs', 'node22', dataInputs),
  worker: electronTarget('electron/data/jobs/worker.ts', 'worker.cjs', 'node22', dataInputs),
  page: {
    inputs: ['renderer', 'shared'],
    output: 'page',
    make: async (folder) => {
      await buildPage({
        configFile: 'vite.config.ts',
        logLevel: 'warn',
        build: { outDir: join(folder, 'page') },
      });
    },
  },
  fonts: {
    inputs: [],
    output: 'fonts',
    make: (folder) => {
      for (const style of ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']) {
        const name = `Tinos_${style}.ttf`;
        cpSync(join(tinos, style, name), join(folder, 'fonts', name));
      }
      cpSync(join(tinos, 'LICENSE_FONT'), join(folder, 'fonts', 'LICENSE'));
    },
  },
};

/** Builds into a folder aside and swaps it in, so that nobody meets a half-written file. */
async function make(target: Target): Promise<void> {
  const aside = join(dist, `.making-${String(process.pid)}-${target.output}`);
  mkdirSync(aside, { recursive: true });
  try {
    await target.make(aside);
    rmSync(join(dist, target.output), { recursive: true, force: true });
    renameSync(join(aside, target.output), join(dist, target.output));
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/**
 * Builds everything in `dist/` whose inputs have changed since it was built.
 * A part that cannot be built does not keep the others from being built.
 * @throws AggregateError with one error for each part that failed
 */
export async function buildAll(): Promise<void> {
  process.chdir(root);
  // Also where a test runner calls: libraries bring their fast or their talkative half by this.
  process.env['NODE_ENV'] = 'production';
  mkdirSync(join(dist, '.hashes'), { recursive: true });
  const errors: unknown[] = [];
  for (const [name, target] of Object.entries(targets)) {
    const mark = join(dist, '.hashes', name);
    const hash = hashOf([...target.inputs, ...tools]);
    const made = existsSync(join(dist, target.output));
    if (made && existsSync(mark) && readFileSync(mark, 'utf8') === hash) continue;
    try {
      await make(target);
      writeFileSync(mark, hash);
    } catch (error) {
      errors.push(new Error(`dist/${target.output} could not be built`, { cause: error }));
    }
  }
  if (errors.length > 0) throw new AggregateError(errors, 'Building failed');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await buildAll();
  } catch (error) {
    for (const one of error instanceof AggregateError ? (error.errors as unknown[]) : [error]) {
      const { message, cause } = one as Error;
      console.error(message, cause instanceof Error ? `\n${cause.message}` : '');
    }
    process.exitCode = 1;
  }
}
