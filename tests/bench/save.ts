import { join } from 'node:path';
import { inPairs, median, timed, type Bench, type Measurement } from './harness.ts';
import { formOf } from './forms.ts';
import { formsFor, logIn, newCampaign, newOffice, saveForms, villagesOf } from './office.ts';
import { Replay } from './replay.ts';

const pairs = 7;
const savesEach = 150;
const year = 2024;

async function measure({ folder, scale }: Bench) {
  const office = await newOffice(join(folder, 'save'));
  let client = await logIn(office);
  const villages = await villagesOf(client);
  const campaign_id = await newCampaign(client, year);
  // Not into an empty database: indexes have some depth.
  await saveForms(client, campaign_id, formsFor(villages, Math.ceil(16_500 * scale), 0, year));
  const village_id = villages[0]?.id ?? 0;
  const batch = await client.call('batches.open', {
    campaign_id,
    village_id,
    way: 'stack',
    cover_count: savesEach * (pairs + 1),
  });
  await client.stop();
  const floor = new Replay(office);
  client = await logIn(office);
  let next = batch.next_number;
  const product = async () => {
    floor.mark();
    const times: number[] = [];
    for (let count = 0; count < savesEach; count += 1, next += 1) {
      const form = formOf(1_000_000 + next, next, year);
      times.push(await timed(() => client.call('pledges.save', { ...form, batch_id: batch.id })));
    }
    return { value: median(times), n: savesEach };
  };
  const bare = () => {
    const forms = floor.take();
    const value = median(floor.one(forms));
    floor.tidy();
    return { value, n: forms };
  };
  const figures = await inPairs(pairs, product, bare);
  await client.stop();
  floor.close();
  return { save_ms: figures.product, save_floor_ms: figures.floor };
}

/** One form, from the gateway's call to its durable answer. */
export const save: Measurement = { name: 'save', keys: ['save_ms', 'save_floor_ms'], run: measure };
