import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupHandlers } from '../../../electron/data/backup/handlers.ts';
import {
  answerersIn,
  openKeys,
  openKeysByRecovery,
  readEnvelope,
  withConfirmedRecovery,
  writeEnvelope,
  type Envelope,
} from '../../../electron/data/database/key-envelope.ts';
import { readRecoveryKey } from '../../../electron/data/database/recovery-key.ts';
import { query } from '../../../electron/data/database/tables.ts';
import { UnitOfWork } from '../../../electron/data/database/unit-of-work.ts';
import {
  changePassword,
  logIn,
  logOut,
  recover,
  renewRecoveryKey,
} from '../../../electron/data/office/access.ts';
import type { Office } from '../../../electron/data/office/office.ts';
import { userHandlers } from '../../../electron/data/people/handlers.ts';
import { createUser, removeUser, setPassword } from '../../../electron/data/people/manage-users.ts';
import { addOpinion } from '../../../electron/data/records/opinions/add.ts';
import { opinionOf } from '../../../electron/data/records/opinions/rows.ts';
import { openSpeaker, revealSpeaker } from '../../../electron/data/records/opinions/speaker.ts';
import { insertRecord } from '../../../electron/data/records/record-writer.ts';
import type { Role } from '../../../shared/rights.ts';
import {
  configIn,
  contextOf,
  failureOf,
  officeOn,
  password,
  readyOffice,
  scratch,
} from '../office/new-office.ts';
import { stretchCheaply } from '../../support/cheap-secrets.ts';

stretchCheaply();

// The second key through everything that happens to keys: roles, passwords, recovery, change of key, restore.

const token = 'chosen-folder-token';
const speaker = { full_name: 'Vừ Y Mái', address: 'Bản Huồi Đun' };
let place: ReturnType<typeof scratch>;
let office: Office;
let recoveryKey: string;
let stick: string;

beforeEach(async () => {
  place = scratch();
  stick = join(place.folder, 'stick');
  mkdirSync(stick);
  ({ office, recoveryKey } = await readyOffice(place.config));
  await logIn(office, 'quantri', password);
});
afterEach(async () => {
  await office.close();
  place.clear();
});

const firstCommune = query.selectFrom('unit').select('id').where('level', '=', 'commune').limit(1).compile();
const storedSpeaker = query
  .selectFrom('opinion_speaker as s')
  .innerJoin('opinion as o', 'o.id', 's.opinion_id')
  .select(['s.key_id', 's.nonce', 's.ciphertext', 'o.uid'])
  .compile();
const someone = (login: string, role: Role) => ({
  login,
  full_name: 'Và Bá Chò',
  role,
  password: `${password} ${login}`,
});
const keys = (): Envelope => readEnvelope(office.paths.keys) ?? expect.unreachable();
const answererLogins = () => {
  const held = answerersIn(keys());
  return keys()
    .users.filter(({ uid }) => held.includes(uid))
    .map(({ login }) => login)
    .sort();
};
const answerKeyBy = async (login: string, secret: string, envelope = keys()) =>
  (await openKeys(envelope, login, secret))?.answerKey ?? null;
const on = (one: Office) => contextOf(one, { [token]: { path: stick, removable: true, shown: 'USB' } });
const backUp = async () => (await backupHandlers['backup.make']({ folder: token }, on(office))).name;

/** Writes one opinion with a speaker; gives its key. */
function withSpeaker(): number {
  const { database } = office;
  const by = { userId: office.requireSession().user_id, at: database.now() };
  const commune = database.first(firstCommune)?.id ?? 0;
  const unit = new UnitOfWork();
  const chairs = { police_chair: 'A', front_chair: 'B', secretary: 'C', attendees: 'D', attendance_count: 5 };
  const held = { held_on: '2024-05-05', forum_level: 'commune', commune_id: commune, place: 'Hội trường' };
  const forum = insertRecord(database, unit, 'forum', { ...held, ...chairs }, by);
  const topic = insertRecord(database, unit, 'opinion_topic', { name: `Chủ đề ${forum.id}` }, by);
  database.commit(unit);
  const typed = { opinion_kind: 'proposal', about: 'commune_police', handling: 'assigned' } as const;
  const nothing = { about_other: null, village_id: null, answer: null, due_date: null };
  const nobody = { responsible_team_id: null, responsible_agency: null };
  const input = {
    forum_id: forum.id,
    topic_id: topic.id,
    content: 'Đề nghị',
    ...typed,
    ...nothing,
    ...nobody,
    speaker,
  };
  return addOpinion(database, input, by, office.answerKey).id;
}
const reveal = (id: number) =>
  revealSpeaker(
    office.database,
    opinionOf(office.database, id),
    office.answerKey,
    office.requireSession().user_id,
  );

/** Makes keys.json what it was before there was a second key. */
function forgetAnswerKey(file = office.paths.keys): void {
  const envelope = readEnvelope(file) ?? expect.unreachable();
  const plain = JSON.parse(
    JSON.stringify(envelope, (name, value: unknown) => (name.startsWith('answer_key') ? undefined : value)),
  ) as Envelope;
  writeEnvelope(file, withConfirmedRecovery(plain));
}

test('an office of before: a viewer changes nothing, the first who answers brings the key to all who may', async () => {
  await createUser(office, someone('lan', 'clerk'));
  await createUser(office, someone('xem', 'viewer'));
  await createUser(office, someone('chihuy', 'commander'));
  await office.close();
  forgetAnswerKey();
  const before = readFileSync(office.paths.keys, 'utf8');
  await logIn(office, 'xem', `${password} xem`);
  expect(office.answerKey).toBeNull();
  expect(readFileSync(office.paths.keys, 'utf8')).toBe(before);
  await logIn(office, 'lan', `${password} lan`);
  expect(answererLogins()).toEqual(['chihuy', 'lan', 'quantri']);
  expect(JSON.parse(before)).toMatchObject({ format: 1 });
  expect(keys()).toMatchObject({ format: 2, key_id: (JSON.parse(before) as Envelope).key_id });
  const id = withSpeaker();
  await logIn(office, 'quantri', password);
  expect(reveal(id)).toEqual(speaker);
  const opened = await openKeysByRecovery(keys(), readRecoveryKey(recoveryKey));
  expect(opened?.answerKey).toEqual(office.answerKey?.key);
});

test('where the file cannot be replaced, the log-in works and no key is used; the next log-in brings it', async () => {
  await office.close();
  forgetAnswerKey();
  const before = readFileSync(office.paths.keys, 'utf8');
  // As a full or protected folder: the part cannot be written.
  mkdirSync(`${office.paths.keys}.part`);
  await logIn(office, 'quantri', password);
  expect(office.answerKey).toBeNull();
  expect(readFileSync(office.paths.keys, 'utf8')).toBe(before);
  expect((await failureOf(withSpeaker)).code).toBe('forbidden');
  rmSync(`${office.paths.keys}.part`, { recursive: true });
  // What a power cut left of the file half written counts for nothing.
  writeFileSync(`${office.paths.keys}.part`, '{"format":2');
  await logIn(office, 'quantri', password);
  expect(reveal(withSpeaker())).toEqual(speaker);
});

test("a viewer's wrap opens no second key, also with another's second wrap put into it", async () => {
  await createUser(office, someone('xem', 'viewer'));
  expect(await answerKeyBy('xem', `${password} xem`)).toBeNull();
  const envelope = keys();
  const stolen = envelope.users.find(({ login }) => login === 'quantri')?.answer_key;
  const users = envelope.users.map((user) => (user.login === 'xem' ? { ...user, answer_key: stolen } : user));
  expect(await openKeys({ ...envelope, users }, 'xem', `${password} xem`)).toMatchObject({ answerKey: null });
  // Nor is the second wrap the database key's in disguise.
  const disguised = envelope.users.map((user) =>
    user.login === 'xem' ? { ...user, answer_key: user.database_key } : user,
  );
  expect(await answerKeyBy('xem', `${password} xem`, { ...envelope, users: disguised })).toBeNull();
});

test('the key comes and goes with the role, also where a power cut fell between role and wrap', async () => {
  const id = await createUser(office, someone('lan', 'viewer'));
  const change = (version: number, role: Role) =>
    userHandlers['users.change']({ id, version, full_name: 'Và Bá Chò', role }, contextOf(office));
  const changeRole = (role: Role) =>
    office.database.commit(
      new UnitOfWork().add(query.updateTable('user').set({ role }).where('id', '=', id).compile()),
    );
  await change(1, 'clerk');
  expect(await answerKeyBy('lan', `${password} lan`)).toEqual(office.answerKey?.key);
  await change(2, 'viewer');
  expect(answererLogins()).toEqual(['quantri']);
  changeRole('commander');
  await logIn(office, 'quantri', password);
  expect(answererLogins()).toEqual(['lan', 'quantri']);
  changeRole('viewer');
  await logIn(office, 'lan', `${password} lan`);
  expect(office.answerKey).toBeNull();
  await logIn(office, 'quantri', password);
  expect(answererLogins()).toEqual(['quantri']);
});

test('new passwords and new recovery keys keep it, also where a viewer came in by the recovery key', async () => {
  const speakerOf = withSpeaker();
  const id = await createUser(office, someone('lan', 'clerk'));
  await createUser(office, someone('xem', 'viewer'));
  await setPassword(office, id, `${password} lại`);
  await logIn(office, 'lan', `${password} lại`);
  expect(reveal(speakerOf)).toEqual(speaker);
  await changePassword(office, `${password} lại`, `${password} mới`);
  await logIn(office, 'lan', `${password} mới`);
  expect(reveal(speakerOf)).toEqual(speaker);
  await logIn(office, 'quantri', password);
  const second = await renewRecoveryKey(office, password);
  await logOut(office);
  const third = (await recover(office, second, 'xem', `${password} xem lại`)).recovery_key;
  expect(office.answerKey).toBeNull();
  await logOut(office);
  await recover(office, third, 'quantri', `${password} quên`);
  expect(reveal(speakerOf)).toEqual(speaker);
  expect(answererLogins()).toEqual(['lan', 'quantri']);
});

test('log-out wipes the key from memory', async () => {
  const held = office.answerKey?.key;
  expect(held?.some((byte) => byte !== 0)).toBe(true);
  await logOut(office);
  expect(held?.every((byte) => byte === 0)).toBe(true);
  expect(office.answerKey).toBeNull();
});

test('a change of key makes the second key new as well; the speakers stay readable with it alone', async () => {
  const speakerOf = withSpeaker();
  const gone = await createUser(office, someone('lan', 'clerk'));
  await createUser(office, someone('mua', 'clerk'));
  const old = { id: office.answerKey?.id ?? '', key: Buffer.from(office.answerKey?.key ?? '') };
  const renewed = await removeUser(contextOf(office), { id: gone, version: 1, change_key: true, password });
  expect(reveal(speakerOf)).toEqual(speaker);
  const row = office.database.first(storedSpeaker);
  if (!row) throw new Error('no speaker');
  expect((await failureOf(() => openSpeaker(row, row.uid, old))).code).toBe('wrong_key');
  await logIn(office, 'mua', `${password} mua`);
  expect(reveal(speakerOf)).toEqual(speaker);
  await logOut(office);
  await recover(office, renewed ?? '', 'quantri', `${password} quên`);
  expect(reveal(speakerOf)).toEqual(speaker);
});

test('a restore with the same key keeps the speakers readable; so does one on a bare machine', async () => {
  const speakerOf = withSpeaker();
  const name = await backUp();
  const manifest = readFileSync(join(stick, `${name}.json`), 'utf8');
  expect(manifest).not.toMatch(/Mái|Huồi Đun/);
  expect(readFileSync(join(stick, name)).includes('Mái')).toBe(false);
  await backupHandlers['backup.restore']({ folder: token, name, proof: password }, on(office));
  expect(reveal(speakerOf)).toEqual(speaker);
  const { office: other } = officeOn(configIn(join(place.folder, 'second')));
  await backupHandlers['backup.restore'](
    { folder: token, name, login: 'quantri', secret: password },
    on(other),
  );
  await logIn(other, 'quantri', password);
  const { database, answerKey } = other;
  expect(revealSpeaker(database, opinionOf(database, speakerOf), answerKey, 1)).toEqual(speaker);
  await other.close();
});

test('a backup with a second key over an office of before: its key comes with it, or the restore is refused', async () => {
  await createUser(office, someone('xem', 'viewer'));
  const speakerOf = withSpeaker();
  const name = await backUp();
  await office.close();
  forgetAnswerKey();
  const before = readFileSync(office.paths.keys, 'utf8');
  const proof = { proof_login: 'quantri', proof: password };
  await backupHandlers['backup.restore']({ folder: token, name, ...proof }, on(office));
  expect(readFileSync(office.paths.keys, 'utf8')).not.toBe(before);
  await logIn(office, 'quantri', password);
  expect(reveal(speakerOf)).toEqual(speaker);
  await logIn(office, 'xem', `${password} xem`);
  expect(office.answerKey).toBeNull();
});

test('where nobody can open the second key of a backup, it is not put in the place of the present data', async () => {
  const speakerOf = withSpeaker();
  const name = await backUp();
  await changePassword(office, password, `${password} mới`);
  await office.close();
  forgetAnswerKey();
  const proof = { proof_login: 'quantri', proof: `${password} mới` };
  const restore = (more: object) =>
    backupHandlers['backup.restore']({ folder: token, name, ...proof, ...more }, on(office));
  expect((await failureOf(() => restore({}))).code).toBe('wrong_key');
  await restore({ secret: recoveryKey });
  await logIn(office, 'quantri', `${password} mới`);
  expect(reveal(speakerOf)).toEqual(speaker);
});
