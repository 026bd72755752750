import { join } from 'node:path';
import { openReader } from '../../electron/data/database/open.ts';
import { fold } from '../../shared/vietnamese/fold.ts';
import type { ProgramClient } from '../support/program-client.ts';
import { Filler } from './fill.ts';
import { birthOf, headName } from './forms.ts';
import {
  median,
  percentile,
  repeatedly,
  timed,
  type Bench,
  type Measurement,
  type Sample,
} from './harness.ts';
import { logIn, newOffice, type BenchOffice } from './office.ts';

const repeats = 5;
const pageTimes = 20;
const typedNames = 20;
const filter = { equal: {}, period: {}, text: '', voided: 'without' } as const;
const firstPage = { kind: 'household', filter, limit: 50 } as const;

function fill(office: BenchOffice, households: number): void {
  const filler = new Filler(office);
  const villages = filler.villages();
  for (let index = 0; index < households; index += 1) {
    const values = {
      village_id: villages[index % villages.length] ?? 0,
      head_name: headName(index),
      birth: birthOf(index),
      sex: index % 3 === 0 ? 'female' : 'male',
      member_count: 1 + (index % 9),
      state: 'living',
    };
    filler.add('household', index + 1, values, { search: true, audit: false });
  }
  filler.close();
}

/** 200 prefixes as typed: names of heads, letter by letter, half of them with diacritics and half without. */
export function typedPrefixes(households: number): string[] {
  const prefixes: string[] = [];
  for (let name = 0; name < typedNames; name += 1) {
    const whole = headName(Math.floor((households / typedNames) * name) + 7 * name);
    const typed = name % 2 === 0 ? whole : fold(whole);
    for (let step = 1; step <= 10; step += 1)
      prefixes.push(typed.slice(0, Math.max(1, Math.round((typed.length * step) / 10))));
  }
  return prefixes;
}

async function search(client: ProgramClient, prefixes: readonly string[]): Promise<Sample> {
  const times: number[] = [];
  for (const text of prefixes) times.push(await timed(() => client.call('search.find', { text, limit: 50 })));
  return { value: percentile(times, 0.95), n: prefixes.length };
}

/** Cursors of pages spread over the whole list, as the pages before them gave. */
function deepCursors({ file, key }: BenchOffice, households: number): string[] {
  const reader = openReader(file, key);
  const row = reader
    .prepare(
      'SELECT sort_key, id FROM household WHERE voided_at IS NULL ORDER BY sort_key, id LIMIT 1 OFFSET ?',
    )
    .raw();
  const cursors = Array.from({ length: pageTimes }, (_, page) =>
    JSON.stringify(row.get(Math.floor(((page + 0.5) / pageTimes) * households))),
  );
  reader.close();
  return cursors;
}

async function pages(client: ProgramClient, cursors: readonly string[]): Promise<Sample> {
  const first: number[] = [];
  const deep: number[] = [];
  for (const after of cursors) {
    first.push(await timed(() => client.call('records.list', firstPage)));
    deep.push(await timed(() => client.call('records.list', { ...firstPage, after })));
  }
  return { value: Math.max(median(first), median(deep)), n: 2 * cursors.length };
}

async function total(client: ProgramClient): Promise<Sample> {
  return { value: await timed(() => client.call('records.total', { kind: 'household', filter })), n: 1 };
}

async function measure({ folder, scale, say }: Bench) {
  const households = Math.ceil(1_000_000 * scale);
  const office = await newOffice(join(folder, 'million'));
  const begun = Date.now();
  fill(office, households);
  say(`search, list: ${households} households made in ${((Date.now() - begun) / 1000).toFixed(0)} s`);
  const cursors = deepCursors(office, households);
  const prefixes = typedPrefixes(households);
  const client = await logIn(office);
  const counted = await client.call('records.total', { kind: 'household', filter });
  if (counted.total !== households) throw new Error(`The list holds ${counted.total} households.`);
  const figures = {
    search_p95_ms: await repeatedly(repeats, () => search(client, prefixes)),
    list_page_ms: await repeatedly(repeats, () => pages(client, cursors)),
    list_total_ms: await repeatedly(repeats, () => total(client)),
  };
  await client.stop();
  return figures;
}

/** Finding and listing among a million households. */
export const searchList: Measurement = {
  name: 'search-list',
  keys: ['search_p95_ms', 'list_page_ms', 'list_total_ms'],
  run: measure,
};
