import { DataSide } from '../../electron/data/data-side.ts';
import type { FromData } from '../../electron/data/messages.ts';
import { systemDesktop } from '../../electron/desktop/system.ts';
import { createGateway, type Gateway } from '../../electron/gateway.ts';
import type { DataProcess } from '../../electron/gateway/data-link.ts';
import type { PageEvent } from '../../shared/events.ts';
import type { Answer } from '../../shared/failure.ts';
import { stretchCheaply } from '../support/cheap-secrets.ts';
import { newOffice, password, scratch } from './office/new-office.ts';

/** A page that somebody has taken over, before a real gateway and a real database. */
export interface TakenPage {
  readonly gateway: Gateway;
  /** What the gateway wrote into its log. */
  readonly log: string[];
  readonly events: PageEvent[];
  readonly userData: string;
  readonly call: (name: string, input?: unknown) => Promise<Answer>;
  /** The failure code of a call, or `ok`. */
  readonly ask: (name: string, input?: unknown) => Promise<string>;
  /** The value of a call that must succeed. */
  readonly value: <T>(name: string, input?: unknown) => Promise<T>;
  readonly logIn: (login: Login) => Promise<string>;
  /** Logs out and removes every file. */
  readonly end: () => Promise<void>;
}

/** The users of the office: administrator, viewer, clerk, commander. */
export type Login = 'quantri' | 'xem' | 'lan' | 'chihuy';

const others = [
  ['xem', 'viewer'],
  ['lan', 'clerk'],
  ['chihuy', 'commander'],
] as const;

/** The password of a user of the taken page's office. */
export const passwordOf = (login: Login) => (login === 'quantri' ? password : `${password} ${login}`);

/** The data side in this process. */
function inThisProcess(): DataProcess {
  let tell: (message: FromData) => void = () => undefined;
  let exit: () => void = () => undefined;
  let side: DataSide | undefined;
  return {
    pid: process.pid,
    onMessage: (listener) => (tell = listener),
    onExit: (listener) => (exit = () => listener(0)),
    kill: () => undefined,
    send: (message) => {
      if (message.type === 'start') side = new DataSide(message.config, (answer) => tell(answer));
      else void side?.receive(message).then(() => (message.type === 'stop' ? exit() : undefined));
    },
  };
}

/** How the page's program differs from the usual: another data process, folders that a person chooses. */
export interface TakenPageOptions {
  readonly startDataProcess?: () => DataProcess;
  readonly chooseFolder?: () => string | null;
  readonly chooseFiles?: () => readonly string[];
  /** The communes that the office covers; the town alone unless said. */
  readonly communeCodes?: readonly string[];
}

/** Sets an office up with one user of each role; the administrator is logged in. */
export async function takenPage(options: TakenPageOptions = {}): Promise<TakenPage> {
  const place = scratch();
  if (!options.startDataProcess) stretchCheaply();
  const log: string[] = [];
  const events: PageEvent[] = [];
  const gateway = createGateway({
    startDataProcess: options.startDataProcess ?? inThisProcess,
    config: place.config,
    desktop: systemDesktop({
      chooseFolder: () => Promise.resolve(options.chooseFolder?.() ?? null),
      chooseFiles: () => Promise.resolve(options.chooseFiles?.() ?? []),
      chooseSaveFile: () => Promise.resolve(null),
    }),
    emit: (event) => events.push(event),
    log: (line) => log.push(line),
  });
  const call = (name: string, input: unknown = {}) => gateway.handle({ trusted: true, name, input });
  const ask = async (name: string, input?: unknown) => {
    const answer = await call(name, input);
    return answer.ok ? 'ok' : answer.error.code;
  };
  const value = async <T>(name: string, input?: unknown) => {
    const answer = await call(name, input);
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
    return answer.value as T;
  };
  const logIn = (login: Login) => ask('office.log_in', { login, password: passwordOf(login) });
  const commune_codes = options.communeCodes ?? newOffice.commune_codes;
  await value('office.create', { ...newOffice, commune_codes });
  await logIn('quantri');
  for (const [login, role] of others)
    await value('users.create', { login, full_name: 'Người thử', role, password: passwordOf(login) });
  const end = async () => {
    await gateway.stop();
    place.clear();
  };
  return { gateway, log, events, userData: place.config.userData, call, ask, value, logIn, end };
}

/** A form of a household that has not signed, as the page sends it. */
export const unsignedForm = {
  form_number: 1,
  head_name: 'Vừ Bá Rê',
  birth: '1978',
  sex: 'male',
  member_count: 4,
  signature_mode: 'not_yet',
  reason: 'away',
  signed_on: null,
} as const;

/** The same form once it is signed. */
export const signedForm = {
  ...unsignedForm,
  signature_mode: 'signed',
  reason: null,
  signed_on: '2023-05-10',
} as const;

/** Opens campaign 1 and batch 1 of a village and saves pledge 1, not signed yet unless said; gives the village. */
export async function withOnePledge(
  { value }: Pick<TakenPage, 'value'>,
  form: object = unsignedForm,
): Promise<number> {
  const values = { year: 2023, title: 'Đợt 2023', from_date: '2023-05-01', to_date: '2023-05-31' };
  await value('records.create', { kind: 'pledge_campaign', values });
  const units = await value<{ id: number; level: string }[]>('units.list', { date: '2023-05-31' });
  const village_id = units.find(({ level }) => level === 'village')?.id ?? 0;
  await value('batches.open', { campaign_id: 1, village_id, way: 'stack', cover_count: 2 });
  await value('pledges.save', { batch_id: 1, ...form });
  return village_id;
}
