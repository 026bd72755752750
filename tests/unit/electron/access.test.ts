import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemDesktop } from '../../../electron/desktop/system.ts';
import { createGateway, type Gateway } from '../../../electron/gateway.ts';
import type { DataProcess } from '../../../electron/gateway/data-link.ts';
import type { FromData } from '../../../electron/data/messages.ts';
import { api, type CallName } from '../../../shared/api.ts';
import type { Access } from '../../../shared/api/define.ts';
import { may, roles, type Role } from '../../../shared/rights.ts';
import { codeOf } from './gateway-kit.ts';

// The whole contract, call by call, for everybody who may sit before the screen.

/** What came through to the data process; it answers everything with one failure of its own. */
let reached: string[];
let tell: (message: FromData) => void;
let gateway: Gateway;

function recorder(): DataProcess {
  return {
    pid: undefined,
    onMessage: (listener) => (tell = listener),
    onExit: () => undefined,
    kill: () => undefined,
    send: (message) => {
      if (message.type !== 'call' && message.type !== 'document') return;
      reached.push(message.type === 'call' ? message.name : 'document');
      const error = { code: 'not_found', text: 'tới nơi' } as const;
      queueMicrotask(() => tell({ type: 'answer', id: message.id, answer: { ok: false, error } }));
    },
  };
}

beforeEach(() => {
  reached = [];
  const nowhere = () => Promise.resolve(null);
  gateway = createGateway({
    startDataProcess: recorder,
    config: { programVersion: '0', resources: '', fonts: '', worker: '', userData: '', defaultFolder: '' },
    desktop: {
      ...systemDesktop({
        chooseFolder: nowhere,
        chooseFiles: () => Promise.resolve([]),
        chooseSaveFile: nowhere,
      }),
      drives: () => Promise.resolve([]),
      printers: () => Promise.resolve([]),
    },
    emit: () => undefined,
    log: () => undefined,
  });
});
afterEach(() => gateway.kill());

type Person = { who: string; role: Role | null; locked: boolean };
const people: Person[] = [
  { who: 'nobody', role: null, locked: false },
  ...roles.flatMap((role) => [
    { who: role, role, locked: false },
    { who: `${role}, locked`, role, locked: true },
  ]),
];

/** What the table says, told anew: the code of a refusal, or null where the call may pass. */
function expected(access: Access, { role, locked }: Person): string | null {
  if (access === 'public') return null;
  if (role === null) return access === 'unlocked' ? null : 'not_signed_in';
  if (locked) return 'locked';
  if (access === 'unlocked' || access === 'signed_in') return null;
  return may(role, access) ? null : 'forbidden';
}

const names = Object.keys(api) as CallName[];

test.each(people)(
  'every call of the contract is let through or refused as the table says: $who',
  async (person) => {
    const { role, locked } = person;
    const user = { user_id: 1, login: 'lan', full_name: 'Lan' };
    if (role) tell({ type: 'event', event: { type: 'session', session: { ...user, role, locked } } });
    for (const name of names) {
      const wanted = expected(api[name].access, person);
      for (const input of [{}, { document_id: 'a'.repeat(32), file_name: 'x', printer: 'x' }]) {
        reached = [];
        const code = codeOf(await gateway.handle({ trusted: true, name, input }));
        if (wanted === null) expect(['not_signed_in', 'locked', 'forbidden'], name).not.toContain(code);
        else {
          expect(code, name).toBe(wanted);
          expect(reached, name).toEqual([]);
        }
      }
    }
  },
);

test('a locked screen gives no document, and no recovery key', () => {
  const closed: CallName[] = [
    'documents.address',
    'documents.save',
    'documents.save_all',
    'documents.print',
    'office.recovery_key_sheet',
    'office.confirm_recovery_key',
  ];
  for (const name of closed)
    expect(expected(api[name].access, { who: '', role: 'clerk', locked: true })).toBe('locked');
});

test('what needs nobody is this list and no more', () => {
  expect(names.filter((name) => ['public', 'unlocked'].includes(api[name].access)).sort())
    .toMatchInlineSnapshot(`
    [
      "backup.list",
      "backup.preview",
      "backup.restore",
      "backup.status",
      "desktop.choose_folder",
      "desktop.drives",
      "desktop.printers",
      "documents.address",
      "documents.print",
      "documents.save",
      "jobs.cancel",
      "office.catalogue",
      "office.check_folder",
      "office.confirm_recovery_key",
      "office.create",
      "office.leave_sample",
      "office.lock",
      "office.log_in",
      "office.log_out",
      "office.open_folder",
      "office.open_sample",
      "office.recover",
      "office.recovery_key_sheet",
      "office.status",
      "office.unlock",
    ]
  `);
});

test.each([
  ['a list with holes', new Array(2 ** 31)],
  ['a list with a name in it', Object.assign([1], { length: 1, more: 2 })],
])('%s is no input', async (_what, forms) => {
  const session = { user_id: 1, login: 'lan', full_name: 'Lan', role: 'clerk', locked: false } as const;
  tell({ type: 'event', event: { type: 'session', session } });
  const input = { campaign_id: 1, forms };
  expect(codeOf(await gateway.handle({ trusted: true, name: 'pledges.save_many', input }))).toBe('bad_input');
  expect(reached).toEqual([]);
});
