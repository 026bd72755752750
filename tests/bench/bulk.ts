import { join } from 'node:path';
import { inPairs, timed, type Bench, type Measurement } from './harness.ts';
import { formsFor, logIn, newCampaign, newOffice, saveForms, villagesOf } from './office.ts';
import { Replay } from './replay.ts';

const pairs = 5;

async function measure({ folder, scale, say }: Bench) {
  const count = Math.ceil(16_500 * scale);
  const office = await newOffice(join(folder, 'bulk'));
  let client = await logIn(office);
  const villages = await villagesOf(client);
  const campaigns: number[] = [];
  for (let repeat = 0; repeat <= pairs; repeat += 1) campaigns.push(await newCampaign(client, 2010 + repeat));
  await client.stop();
  const floor = new Replay(office);
  client = await logIn(office);
  const product = async (repeat: number) => {
    const campaign_id = campaigns[repeat] ?? 0;
    const forms = formsFor(villages, count, repeat * count, 2010 + repeat);
    floor.mark();
    const ms = await timed(() => saveForms(client, campaign_id, forms));
    return { value: (count / ms) * 1000, n: count };
  };
  const bare = () => {
    const forms = floor.take();
    const value = (forms / floor.many(forms)) * 1000;
    floor.tidy();
    return { value, n: forms };
  };
  const figures = await inPairs(pairs, product, bare);
  say(`bulk: the floor's longest transaction took ${floor.longestTransaction.toFixed(1)} ms`);
  await client.stop();
  floor.close();
  return { bulk_rows_s: figures.product, bulk_floor_rows_s: figures.floor };
}

/** A district's year of forms, job after job; a row is a household with its pledge. */
export const bulk: Measurement = { name: 'bulk', keys: ['bulk_rows_s', 'bulk_floor_rows_s'], run: measure };
