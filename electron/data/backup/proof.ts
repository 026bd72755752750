import { existsSync } from 'node:fs';
import { fail, toFailure } from '../../../shared/failure.ts';
import { openReader } from '../database/open.ts';
import {
  openKeys,
  openKeysByRecovery,
  openWithPassword,
  openWithRecovery,
  readEnvelope,
  userOf,
  type AnswerKey,
  type Envelope,
} from '../database/key-envelope.ts';
import { Reader } from '../database/reader.ts';
import { looksLikeRecoveryKey, readRecoveryKey } from '../database/recovery-key.ts';
import { query } from '../database/tables.ts';
import { keyByPassword, keyByRecovery } from '../office/access.ts';
import type { Office } from '../office/office.ts';

/** A secret, and whose it is where it is a password. */
export interface Secret {
  readonly login?: string | undefined;
  readonly secret?: string | undefined;
}

/** The envelope of the office that is in use, or null where there is none that can be read. */
export function presentEnvelope(office: Office): Envelope | null {
  try {
    return readEnvelope(office.paths.keys);
  } catch {
    return null;
  }
}

async function tryAll(envelope: Envelope, secret: string, login?: string): Promise<Buffer | null> {
  if (looksLikeRecoveryKey(secret)) return openWithRecovery(envelope, readRecoveryKey(secret));
  const logins = login ? [login] : envelope.users.map((user) => user.login);
  for (const name of logins) {
    const key = await openWithPassword(envelope, name, secret);
    if (key) return key;
  }
  return null;
}

/**
 * The key of a backup (the caller wipes it): the present one where it is the same and open; otherwise the secret
 * opens it, a password valid when the backup was made or its recovery key. `wrong_key` when it does not.
 */
export async function keyOfBackup(
  office: Office,
  envelope: Envelope,
  { login, secret }: Secret,
): Promise<Buffer> {
  const present = presentEnvelope(office);
  const sameKey = present?.key_id === envelope.key_id;
  if (sameKey && office.isOpen) return Buffer.from(office.key);
  if (secret === undefined)
    return fail(
      'wrong_key',
      'Bản sao lưu này mở bằng khóa khác. Hãy nhập mật khẩu dùng khi tạo bản sao, hoặc khóa khôi phục của nó.',
    );
  try {
    return await office.attempts.run(
      async () =>
        (await tryAll(envelope, secret, login)) ?? (sameKey ? await tryAll(present, secret, login) : null),
    );
  } catch (error) {
    if (toFailure(error).code !== 'wrong_password') throw error;
    return fail('wrong_key', 'Mật khẩu hoặc khóa này không mở được bản sao lưu. Hãy thử lại.', {
      safe: 'Dữ liệu đang dùng không bị thay đổi.',
    });
  }
}

/**
 * The second key of a backup that has the present database key but another second key (the caller wipes it): one of
 * these secrets opens it. `wrong_key` where none does: its speakers could never be read again.
 */
export async function answerKeyOfBackup(
  office: Office,
  envelope: Envelope,
  secrets: readonly Secret[],
): Promise<AnswerKey | null> {
  const present = presentEnvelope(office);
  const { answer_key_id: id } = envelope;
  if (present?.key_id !== envelope.key_id || id === undefined || id === present.answer_key_id) return null;
  for (const { login, secret } of secrets) {
    if (secret === undefined) continue;
    const name = login ?? office.session?.login ?? '';
    const opened = looksLikeRecoveryKey(secret)
      ? await openKeysByRecovery(envelope, readRecoveryKey(secret))
      : await openKeys(envelope, name, secret);
    opened?.databaseKey.fill(0);
    if (opened?.answerKey) return { id, key: opened.answerKey };
  }
  return fail(
    'wrong_key',
    'Bản sao lưu này giữ người cần trả lời dưới một khóa trả lời khác. Hãy dùng mật khẩu của người trả lời có từ khi tạo bản sao lưu, hoặc khóa khôi phục của nó.',
    { safe: 'Dữ liệu đang dùng không bị thay đổi.' },
  );
}

/** Who proved to be allowed to replace the present database, and its key (the caller wipes it). */
export interface Proven {
  readonly key: Buffer;
  /** Null: whoever has the recovery key. */
  readonly userUid: string | null;
}

function roleIn(office: Office, key: Buffer, userUid: string): string | undefined {
  const role = query
    .selectFrom('user')
    .select('role')
    .where('uid', '=', userUid)
    .where('removed_at', 'is', null)
    .compile();
  if (office.isOpen) return office.database.first(role)?.role;
  const connection = openReader(office.paths.database, key);
  try {
    return new Reader(connection).first(role)?.role;
  } finally {
    connection.close();
  }
}

/** What keeps a database from being opened at all; others are only busy, or locked by somebody. */
const beyondOpening: readonly string[] = ['damaged', 'vanished'];

/** Asks for a proof that is missing. */
export function requireProof(): never {
  return fail(
    'wrong_password',
    'Để thay dữ liệu đang dùng, hãy nhập mật khẩu của quản trị hoặc khóa khôi phục.',
  );
}

/**
 * Proof of the present database: an administrator's password, or its recovery key. Null where there is none that
 * can still be opened, and so nothing to prove. Fails with `wrong_password`, `wrong_key`, `forbidden`.
 */
export async function provePresent(office: Office, { login, secret }: Secret): Promise<Proven | null> {
  const envelope = presentEnvelope(office);
  if (!envelope && office.isOpen) return requireProof();
  if (!envelope || !existsSync(office.paths.database)) return null;
  if (!office.isOpen && beyondOpening.includes(office.trouble?.code ?? '')) return null;
  if (secret === undefined) return requireProof();
  if (looksLikeRecoveryKey(secret)) return { key: await keyByRecovery(office, secret), userUid: null };
  const name = login ?? office.session?.login ?? requireProof();
  const key = await keyByPassword(office, name, secret);
  const userUid = userOf(envelope, name)?.uid ?? '';
  try {
    if (roleIn(office, key, userUid) !== 'administrator')
      fail('forbidden', 'Chỉ quản trị mới được khôi phục dữ liệu. Hãy nhập mật khẩu của quản trị.');
    return { key, userUid };
  } catch (error) {
    key.fill(0);
    // A database that cannot be read has nothing to protect from being replaced; it is put aside, not lost.
    if (beyondOpening.includes(toFailure(error).code)) return null;
    throw error;
  }
}
