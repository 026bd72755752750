import { builtinModules } from 'node:module';
import { build } from 'vite';

/** What stays outside the bundles: the runtime's own module, and packages with native parts. */
export const externals = ['electron', 'better-sqlite3', 'pdf-to-printer'];

export interface Bundle {
  /** Source file, relative to the project. */
  readonly entry: string;
  /** Name of the one CommonJS file. */
  readonly file: string;
  /** Oldest Node that must be able to run it. */
  readonly target: string;
}

/**
 * Bundles one entry with all that it imports into one CommonJS file in `outDir`.
 * @throws when the sources do not parse or an import is not found
 */
export async function bundle({ entry, file, target }: Bundle, outDir: string): Promise<void> {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: externals },
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: false,
      target,
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        external: [...externals, ...builtinModules, /^node:/],
        output: { format: 'cjs', entryFileNames: file, codeSplitting: false },
      },
    },
  });
}
