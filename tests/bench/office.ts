import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { envelopeSchema, openWithPassword } from '../../electron/data/database/key-envelope.ts';
import { officePaths } from '../../electron/data/office/paths.ts';
import { ProgramClient, setUpOffice, testPassword, type ClientOptions } from '../support/program-client.ts';
import { formOf } from './forms.ts';

const catalogueSchema = z.object({ communes: z.array(z.object({ code: z.string() })) });

/** The codes of all communes of the catalogue. */
function allCommunes(): string[] {
  const file = join(import.meta.dirname, '../../resources/units.json');
  return catalogueSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).communes.map(({ code }) => code);
}

/** An office of the bench: its folder, its database, the key of it. */
export interface BenchOffice {
  readonly userData: string;
  readonly file: string;
  readonly key: Buffer;
}

/** Makes an office that covers the whole district; nobody is logged in after it. */
export async function newOffice(userData: string): Promise<BenchOffice> {
  mkdirSync(userData, { recursive: true });
  const client = new ProgramClient({ userData });
  await setUpOffice(client, allCommunes());
  const { folder } = await client.call('office.status', {});
  await client.stop();
  if (folder === null) throw new Error('The program tells nobody where its office lies.');
  const paths = officePaths(folder);
  const envelope = envelopeSchema.parse(JSON.parse(readFileSync(paths.keys, 'utf8')));
  const key = await openWithPassword(envelope, 'quantri', testPassword);
  if (!key) throw new Error('The password opens nothing.');
  return { userData, file: paths.database, key };
}

/** The program running on an office, with an administrator logged in. */
export async function logIn({ userData }: BenchOffice, options: ClientOptions = {}): Promise<ProgramClient> {
  const client = new ProgramClient({ ...options, userData });
  await client.call('office.log_in', { login: 'quantri', password: testPassword });
  return client;
}

/** The villages of the district, each with its commune. */
export async function villagesOf(client: ProgramClient): Promise<{ id: number; communeId: number }[]> {
  const units = await client.call('units.list', { date: '2024-06-01' });
  return units.flatMap(({ id, level, parent_id }) =>
    level === 'village' && parent_id !== null ? [{ id, communeId: parent_id }] : [],
  );
}

/** Opens a campaign for a year; gives its id. */
export async function newCampaign(client: ProgramClient, year: number): Promise<number> {
  const { id } = await client.call('records.create', {
    kind: 'pledge_campaign',
    values: { year, title: `Đợt ${year}`, from_date: `${year}-01-01`, to_date: `${year}-12-31` },
  });
  return id;
}

/** So many forms of new heads, spread evenly over the villages, from the head with the number `from` on. */
export function formsFor(
  villages: readonly { id: number; communeId: number }[],
  count: number,
  from: number,
  year: number,
) {
  const perVillage = Math.ceil(count / villages.length);
  const numbers = new Map<number, number>();
  return Array.from({ length: count }, (_, index) => {
    const village = villages[Math.floor(index / perVillage)];
    if (!village) throw new Error('No village');
    const number = (numbers.get(village.communeId) ?? 0) + 1;
    numbers.set(village.communeId, number);
    return { ...formOf(from + index, number, year), village_id: village.id };
  });
}

/** Sent at once: a larger input would hold up the gateway, and every save with it, while it is checked. */
const formsPerCall = 500;

/** Saves many forms of a campaign, the next job being sent while one works; fails unless every form was new. */
export async function saveForms(
  client: ProgramClient,
  campaign_id: number,
  forms: ReturnType<typeof formsFor>,
): Promise<void> {
  const save = async (some: typeof forms) => {
    const { saved } = await client.job('pledges.save_many', { campaign_id, forms: some });
    if (saved !== some.length) throw new Error(`Only ${saved} of ${some.length} forms were saved.`);
  };
  let before = Promise.resolve();
  for (let from = 0; from < forms.length; from += formsPerCall) {
    const next = save(forms.slice(from, from + formsPerCall));
    await before;
    before = next;
  }
  await before;
}
