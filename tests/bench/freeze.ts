import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ProgramClient } from '../support/program-client.ts';
import { backUp } from './backup.ts';
import { bigOffice } from './big-office.ts';
import { formOf } from './forms.ts';
import { repeatedly, timed, type Bench, type Measurement } from './harness.ts';
import { formsFor, logIn, newCampaign, saveForms, villagesOf } from './office.ts';
import { allCommunes, officeWithForms } from './register.ts';

const repeats = 5;
/** Between two saves of the waiting clerk, in ms: more often than any hand, so that no freeze is missed. */
const betweenSaves = 10;
const idleMs = 2000;
const year = 2024;

/** A clerk who goes on saving forms of one batch while something else works. */
class Clerk {
  readonly #client: ProgramClient;
  readonly #batch: number;
  #next: number;

  private constructor(client: ProgramClient, batch: number, next: number) {
    this.#client = client;
    this.#batch = batch;
    this.#next = next;
  }

  static async at(client: ProgramClient, firstNumber: number): Promise<Clerk> {
    const [village] = await villagesOf(client);
    const campaign_id = await newCampaign(client, year + 1);
    const { id } = await client.call('batches.open', {
      campaign_id,
      village_id: village?.id ?? 0,
      way: 'stack',
      cover_count: 5000,
    });
    return new Clerk(client, id, firstNumber);
  }

  /** Saves until the work has ended; gives the longest wait in ms and how many saves there were. */
  async during(work: () => Promise<unknown>): Promise<{ longest: number; saves: number }> {
    const state = { working: true };
    // Begun while the clerk is already saving: what its beginning costs counts too.
    const end = pause(5 * betweenSaves)
      .then(work)
      .finally(() => (state.working = false));
    let longest = 0;
    let saves = 0;
    while (state.working) {
      const number = this.#next++;
      const form = formOf(5_000_000 + number, number, year + 1);
      const save = () => this.#client.call('pledges.save', { ...form, batch_id: this.#batch });
      longest = Math.max(longest, await timed(save));
      saves += 1;
      await pause(betweenSaves);
    }
    await end;
    return { longest, saves };
  }
}

async function measure({ folder, scale, say }: Bench) {
  const count = Math.ceil(16_500 * scale);
  const district = await officeWithForms(join(folder, 'district'), count);
  const { office: big } = await bigOffice(join(folder, 'big'), scale);
  const target = join(folder, 'target');
  const client = await logIn(district.office);
  const bigClient = await logIn(big, { folder: () => target });
  const villages = await villagesOf(client);
  const clerk = await Clerk.at(client, 1);
  const bigClerk = await Clerk.at(bigClient, 1);
  const bulkCampaign = await newCampaign(client, year + 2);
  const worst: Record<string, number> = {};
  const figure = await repeatedly(repeats, async (repeat) => {
    // Not part of the figure: what the machine itself makes a save wait while nothing else is under way.
    const nothing = await clerk.during(() => pause(idleMs));
    const registers = await clerk.during(() =>
      client.job('register.make', allCommunes(district.campaign_id)),
    );
    mkdirSync(target);
    const copies = await bigClerk.during(() => backUp(bigClient));
    rmSync(target, { recursive: true });
    const forms = formsFor(villages, count, (repeat + 1) * count, year + 2).map((form, index) => ({
      ...form,
      form_number: repeat * count + index + 1,
    }));
    const bulk = await clerk.during(() => saveForms(client, bulkCampaign, forms));
    const waits = { registers, copies, bulk };
    for (const [name, { longest }] of Object.entries({ nothing, ...waits }))
      if (repeat > 0) worst[name] = Math.max(worst[name] ?? 0, longest);
    return {
      value: Math.max(...Object.values(waits).map(({ longest }) => longest)),
      n: Object.values(waits).reduce((sum, { saves }) => sum + saves, 0),
    };
  });
  const told = Object.entries(worst).map(([name, longest]) => `${name} ${longest.toFixed(0)} ms`);
  say(`freeze: longest wait of all repeats: ${told.join(', ')}`);
  await client.stop();
  await bigClient.stop();
  return { freeze_ms: figure };
}

/** How long a save waits at most while registers, a verified backup or a bulk save are under way. */
export const freeze: Measurement = { name: 'freeze', keys: ['freeze_ms'], run: measure };
