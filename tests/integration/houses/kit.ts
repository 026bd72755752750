import { join, resolve } from 'node:path';
import { openWithPassword, readEnvelope } from '../../../electron/data/database/key-envelope.ts';
import { openReader } from '../../../electron/data/database/open.ts';
import { localDay } from '../../../electron/data/office/wording.ts';
import { verifyAudit } from '../../../electron/data/people/verify-audit.ts';
import { communesAt, readCatalogue } from '../../../electron/data/records/units/load.ts';
import type { CallInput, CallName, CallOutput } from '../../../shared/api.ts';
import type { Unit } from '../../../shared/api/units.ts';
import type { Answer, Failure } from '../../../shared/failure.ts';
import { addDays } from '../../../shared/vietnamese/dates.ts';
import { passwordOf, takenPage, type TakenPage, type TakenPageOptions } from '../taken-page.ts';

export const today = localDay(new Date());
/** That many days before today. */
export const ago = (days: number) => addDays(today, -days);

/** Every step of a house behind its approval, as the domain names them. */
export const laterSteps = [
  'surveyed',
  'committed',
  'ground_levelled',
  'material_delivered',
  'foundation',
  'frame_walls',
  'roof',
  'finished',
  'accepted',
  'handed_over',
] as const;
export const allHard = { hard_foundation: true, hard_frame: true, hard_roof: true };

/** An office with a programme and a phase, and the calls that its people make; the clerk is logged in. */
export interface HouseKit {
  readonly page: TakenPage;
  readonly communes: readonly Unit[];
  readonly program: number;
  readonly phase: number;
  readonly villagesOf: (commune: number) => number[];
  /** A household of a village; of the first one unless said. */
  readonly household: (values?: object) => Promise<number>;
  readonly create: (kind: string, values: object) => Promise<number>;
  /** A house of a new household. */
  readonly house: (values?: object) => Promise<{ id: number; version: number }>;
  readonly pageOf: (id: number) => Promise<CallOutput<'houses.page'>>;
  /** Takes a step on the house's present version; the three-hard check is passed where it is needed. */
  readonly step: (id: number, step: string, step_on: string, values?: object) => Promise<unknown>;
  readonly call: <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>;
  readonly refused: (name: string, input: unknown) => Promise<Failure>;
  /** The faults by field of a record that may not be. */
  readonly refusedFields: (kind: string, values: object) => Promise<Readonly<Record<string, string>>>;
  /** Another phase of the programme, open until sixty days from now. */
  readonly newPhase: () => Promise<number>;
  readonly versionOf: (kind: string, id: number) => Promise<number>;
  /** Something in the life of a household, such as `move`, on its present version. */
  readonly happens: (id: number, what: string, event_on: string, values?: object) => Promise<unknown>;
  /** Voids a record on its present version, or tells why not. */
  readonly voided: (kind: string, id: number) => Promise<Answer>;
}

export const approval = {
  poverty_class: 'poor',
  build_kind: 'new',
  approved_on: ago(300),
  due_on: null,
  standard: 'Nhà lắp ghép 3 gian',
  floor_area: 46_500,
  consent: true,
  note: null,
} as const;

/** The codes of the district's 21 communes. */
function everyCommune(): string[] {
  return communesAt(readCatalogue(resolve('resources')), '2023-12-31').map(({ code }) => code);
}

let heads = 0;

/** Sets the office up. */
export async function houseKit(options: TakenPageOptions = {}): Promise<HouseKit> {
  const page = await takenPage({ ...options, communeCodes: everyCommune() });
  const { value } = page;
  await page.logIn('lan');
  const units = await value<Unit[]>('units.list', { date: today });
  const villagesOf = (commune: number) =>
    units.flatMap(({ id, parent_id, level }) => (level === 'village' && parent_id === commune ? [id] : []));
  const communes = units.filter(({ level }) => level === 'commune');
  const create = async (kind: string, values: object) =>
    (await value<{ id: number }>('records.create', { kind, values })).id;
  const program = await create('housing_program', { title: 'Làm nhà cho hộ nghèo', from_date: ago(400) });
  const phase = await create('housing_phase', {
    program_id: program,
    name: 'Giai đoạn 1',
    planned_houses: 10,
    from_date: ago(350),
    to_date: addDays(today, 30),
  });
  const household = async (values: object = {}) => {
    heads += 1;
    const head = { head_name: `Vừ Bá Rê ${heads}`, birth: '1978', sex: 'male', member_count: 5, note: null };
    const village_id = villagesOf(communes[0]?.id ?? 0)[0];
    return (await value<{ id: number }>('households.add', { village_id, ...head, ...values })).id;
  };
  const pageOf = (id: number) => value<CallOutput<'houses.page'>>('houses.page', { id });
  const versionOf = async (kind: string, id: number) =>
    (await value<{ version: number }>('records.get', { kind, id })).version;
  const refused = async (name: string, input: unknown) => {
    const answer = await page.call(name, input);
    if (answer.ok) throw new Error(`${name} should have failed`);
    return answer.error;
  };
  let phases = 1;
  return {
    page,
    communes,
    program,
    phase,
    villagesOf,
    household,
    create,
    house: async (values = {}) =>
      value('houses.add', { phase_id: phase, household_id: await household(), ...approval, ...values }),
    pageOf,
    step: async (id, step, step_on, values = {}) => {
      const { version } = (await pageOf(id)).house;
      const hard = step === 'accepted' ? allHard : null;
      return value('houses.take_step', { id, version, step, step_on, note: null, hard, ...values });
    },
    call: (name, input) => value(name, input),
    refused,
    refusedFields: async (kind, values) => (await refused('records.create', { kind, values })).fields ?? {},
    newPhase: () => {
      phases += 1;
      const days = { from_date: ago(390), to_date: addDays(today, 60) };
      const values = { program_id: program, name: `Giai đoạn ${phases}`, planned_houses: 5, ...days };
      return create('housing_phase', values);
    },
    versionOf,
    happens: async (id, what, event_on, values = {}) => {
      const version = await versionOf('household', id);
      return value(`households.${what}`, { id, version, event_on, note: null, ...values });
    },
    voided: async (kind, id) =>
      page.call('records.void', { kind, id, version: await versionOf(kind, id), reason: 'nhầm' }),
  };
}

/** A reading connection of one's own on the office's database, as other tools would open it. */
export async function readerOf({ page }: HouseKit) {
  const { folder } = await page.value<{ folder: string }>('office.status');
  const envelope = readEnvelope(join(folder, 'keys.json'));
  const key = envelope && (await openWithPassword(envelope, 'quantri', passwordOf('quantri')));
  if (!key) throw new Error('The password opens nothing.');
  return openReader(join(folder, 'ba-yen.db'), key);
}

/** What a whole check of the audit trail finds. */
export async function brokenTrail(kit: HouseKit): Promise<string[]> {
  const reader = await readerOf(kit);
  try {
    return verifyAudit(reader, { progress: () => undefined, cancelled: () => false }).broken;
  } finally {
    reader.close();
  }
}
