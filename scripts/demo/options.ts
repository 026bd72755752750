import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const project = join(import.meta.dirname, '..', '..');

/** What the demo was asked for. */
export interface DemoOptions {
  /** Where its results go; made when it is not there. */
  readonly out: string;
  /** The file of pledge forms. */
  readonly forms: string;
}

/**
 * Reads `--out DIR` and `--forms FILE.csv`; paths count from where the command was typed.
 * @throws TypeError for an option that is none
 */
export function readOptions(args: readonly string[]): DemoOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { out: { type: 'string' }, forms: { type: 'string' } },
  });
  const from = process.env['INIT_CWD'] ?? process.cwd();
  return {
    out: values.out === undefined ? join(project, 'demo-out') : resolve(from, values.out),
    forms:
      values.forms === undefined
        ? join(project, 'resources', 'sample', 'pledge-forms-huoi-tu-2023.csv')
        : resolve(from, values.forms),
  };
}
