import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { attachment } from '../tests/bench/attachment.ts';
import { backup } from '../tests/bench/backup.ts';
import { bulk } from '../tests/bench/bulk.ts';
import { freeze } from '../tests/bench/freeze.ts';
import { fundBalance } from '../tests/bench/fund-balance.ts';
import type { Figures, Measurement } from '../tests/bench/harness.ts';
import { houseBoard } from '../tests/bench/house-board.ts';
import { opinionBoard } from '../tests/bench/opinion-board.ts';
import { realDisk } from '../tests/bench/place.ts';
import { register } from '../tests/bench/register.ts';
import { table } from '../tests/bench/report.ts';
import { searchList } from '../tests/bench/search-list.ts';
import { save } from '../tests/bench/save.ts';
import { start } from '../tests/bench/start.ts';
import { buildAll } from './build.ts';
import { hasDisplay } from './lib/display.ts';
import { findElectron } from './lib/electron-binary.ts';
import { ensurePackages } from './packages.ts';

const measurements: readonly Measurement[] = [
  save,
  bulk,
  register,
  searchList,
  attachment,
  backup,
  opinionBoard,
  houseBoard,
  fundBalance,
  start,
  freeze,
];
const usage = 'npm run bench -- --json FILE [--only NAME]';

function chosenFrom(only: string | undefined): readonly Measurement[] {
  if (only === undefined) return measurements;
  const chosen = measurements.filter(({ name, keys }) => name === only || keys.includes(only));
  if (chosen.length > 0) return chosen;
  const names = measurements.map(({ name, keys }) => `${name} (${keys.join(', ')})`);
  throw new Error(`No such measurement: ${only}. There are:\n  ${names.join('\n  ')}`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' } } });
  if (values.json === undefined) throw new Error(usage);
  const chosen = chosenFrom(values.only);
  const electron = findElectron() !== undefined;
  ensurePackages(electron ? (hasDisplay() ? [] : ['xvfb']) : ['chromium']);
  await buildAll();
  // For work on the bench itself: smaller sizes, whose figures mean nothing.
  const scale = Number(process.env['BENCH_SCALE'] ?? 1);
  const { folder, fileSystem } = realDisk();
  const say = (line: string) => console.error(line);
  say(`${cpus().length} × ${cpus()[0]?.model.trim() ?? ''}, Node ${process.versions.node}`);
  say(`in ${folder} (${fileSystem})${scale === 1 ? '' : `, scale ${scale}`}`);
  const figures: Figures = {};
  try {
    for (const { name, run } of chosen) {
      const begun = Date.now();
      const place = join(folder, name);
      mkdirSync(place);
      Object.assign(figures, await run({ folder: place, scale, say }));
      rmSync(place, { recursive: true, force: true });
      say(`${name}: measured in ${((Date.now() - begun) / 1000).toFixed(0)} s`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  mkdirSync(dirname(values.json), { recursive: true });
  writeFileSync(values.json, `${JSON.stringify({ figures }, null, 2)}\n`);
  process.stdout.write(`${table(figures)}\n`);
}

try {
  await main();
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
