import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { makeRegister, type Drawn } from '../../electron/data/documents/index.ts';
import { RegisterSource } from '../../electron/data/register/register-data.ts';
import { campaignIn, onSnapshot } from '../../electron/data/register/snapshot.ts';
import { drawRecorded } from '../integration/documents/floor.ts';
import type { ProgramClient } from '../support/program-client.ts';
import { figureOf, inPairs, timed, type Bench, type Measurement, type Sample } from './harness.ts';
import {
  formsFor,
  logIn,
  newCampaign,
  newOffice,
  saveForms,
  villagesOf,
  type BenchOffice,
} from './office.ts';

const pairs = 5;
const freshProcesses = 5;
const year = 2024;
const fontFolder = join(import.meta.dirname, '../../dist/fonts');

/** Registers of all communes of a campaign, as the print page asks for them. */
export const allCommunes = (campaign_id: number) =>
  ({
    campaign_id,
    scope: 'all',
    order: 'form_number',
    ethnicity: false,
    signature_column: false,
    internal: false,
    document_date: `${year}-12-01`,
  }) as const;

/** Makes an office with so many households, all with a form of one campaign; nobody is logged in after it. */
export async function officeWithForms(
  userData: string,
  count: number,
): Promise<{ office: BenchOffice; campaign_id: number }> {
  const office = await newOffice(userData);
  const client = await logIn(office);
  const campaign_id = await newCampaign(client, year);
  const forms = formsFor(await villagesOf(client), count, 0, year);
  await saveForms(client, campaign_id, forms);
  await client.stop();
  return { office, campaign_id };
}

/** Every string and line of the registers of all communes, each register by itself. */
function recordedRegisters({ file, key }: BenchOffice, campaign_id: number): Drawn[][] {
  return onSnapshot({ file, key }, (snapshot) => {
    const campaign = campaignIn(snapshot, campaign_id);
    const source = new RegisterSource(snapshot, campaign);
    const communes = snapshot.units
      .listAt(campaign.to_date)
      .filter(({ level }) => level === 'commune')
      .map(({ id }) => ({ commune_id: id, village_id: null }))
      .filter((area) => source.rows(area) > 0);
    return communes.map((area) => {
      const drawn: Drawn[] = [];
      const options = { fontFolder, record: (thing: Drawn) => void drawn.push(thing) };
      makeRegister(
        source.data(area, { ...allCommunes(campaign_id), sample: false }),
        options,
        () => undefined,
      );
      return drawn;
    });
  });
}

async function registers(client: ProgramClient, campaign_id: number, count: number): Promise<Sample> {
  let rows = 0;
  const value = await timed(async () => {
    const { documents } = await client.job('register.make', allCommunes(campaign_id));
    rows = documents.reduce((sum, document) => sum + document.rows, 0);
  });
  if (rows !== count) throw new Error(`The registers hold ${rows} of ${count} households.`);
  return { value, n: rows };
}

function drawAgain(records: readonly Drawn[][], folder: string): void {
  for (const [index, record] of records.entries()) {
    const path = join(folder, `floor-${index}.pdf`);
    const file = openSync(path, 'w');
    drawRecorded(record, fontFolder, (bytes) => writeSync(file, bytes));
    closeSync(file);
    rmSync(path);
  }
}

/** The most memory that a process has ever held, in MB, as Linux counts it. */
function peakMemory(pid: number): number {
  const line = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  if (!line) throw new Error('This system does not tell the peak memory of a process.');
  return Number(line[1]) / 1024;
}

async function measure({ folder, scale }: Bench) {
  const count = Math.ceil(16_500 * scale);
  const { office, campaign_id } = await officeWithForms(join(folder, 'office'), count);
  const peaks: Sample[] = [];
  for (let repeat = 0; repeat < freshProcesses; repeat += 1) {
    const client = await logIn(office);
    const { n } = await registers(client, campaign_id, count);
    peaks.push({ value: peakMemory(client.gateway.dataProcessId() ?? 0), n });
    await client.stop();
  }
  const records = recordedRegisters(office, campaign_id);
  const client = await logIn(office);
  const bare = async () => ({ value: await timed(() => drawAgain(records, folder)), n: count });
  const figures = await inPairs(pairs, () => registers(client, campaign_id, count), bare);
  await client.stop();
  return {
    register_ms: figures.product,
    register_floor_ms: figures.floor,
    register_rss_mb: figureOf(peaks),
  };
}

/** The registers of all communes: the whole job against drawing the same without any layout. */
export const register: Measurement = {
  name: 'register',
  keys: ['register_ms', 'register_floor_ms', 'register_rss_mb'],
  run: measure,
};
