import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { speakerSchema, type Speaker } from '../../../../shared/api/opinions.ts';
import { fail } from '../../../../shared/failure.ts';
import { owesReply } from '../../../../shared/records/opinion-flow.ts';
import type { Database } from '../../database/database.ts';
import type { AnswerKey } from '../../database/key-envelope.ts';
import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { logError } from '../../log.ts';
import { localDay } from '../../office/wording.ts';
import { updateRecord, type ChangeBy } from '../record-writer.ts';
import { answerDueDate } from './due-days.ts';
import { stateOf, type OpinionRow } from './rows.ts';

/** The second key of whoever is logged in, with its name; null for who may not answer. */
export type SpeakerKey = AnswerKey | null;

/** A speaker as the table keeps it. */
export interface Sealed {
  readonly key_id: string;
  readonly nonce: Buffer;
  readonly ciphertext: Buffer;
}

const tagLength = 16;
/** Bound to its opinion: a sealed name moved to another one opens nothing. */
const aboutOf = (uid: string) => Buffer.from(`speaker\n${uid}`);

/** Seals a speaker for one opinion. */
export function sealSpeaker(speaker: Speaker, opinionUid: string, { id, key }: AnswerKey): Sealed {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(aboutOf(opinionUid));
  const plain = Buffer.from(JSON.stringify(speaker));
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  plain.fill(0);
  return { key_id: id, nonce, ciphertext };
}

/** Opens a sealed speaker; `wrong_key` where it lies under another key. */
export function openSpeaker(sealed: Sealed, opinionUid: string, { key }: AnswerKey): Speaker {
  try {
    const at = sealed.ciphertext.length - tagLength;
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.nonce, { authTagLength: tagLength });
    decipher.setAAD(aboutOf(opinionUid));
    decipher.setAuthTag(sealed.ciphertext.subarray(at));
    const plain = Buffer.concat([decipher.update(sealed.ciphertext.subarray(0, at)), decipher.final()]);
    const speaker = speakerSchema.parse(JSON.parse(plain.toString()));
    plain.fill(0);
    return speaker;
  } catch {
    return fail('wrong_key', 'Không mở được họ tên này bằng khóa trả lời hiện nay.', {
      safe: 'Nội dung ý kiến không bị ảnh hưởng.',
    });
  }
}

const put = statement((given: Sealed & { opinion: number } & Record<string, string | number | Buffer>) =>
  query
    .insertInto('opinion_speaker')
    .values({
      opinion_id: given.opinion,
      key_id: given.key_id,
      nonce: given.nonce,
      ciphertext: given.ciphertext,
    })
    .onConflict((there) =>
      there
        .column('opinion_id')
        .doUpdateSet({ key_id: given.key_id, nonce: given.nonce, ciphertext: given.ciphertext }),
    ),
);
const drop = statement((given: { opinion: number }) =>
  query.deleteFrom('opinion_speaker').where('opinion_id', '=', given.opinion),
);
const sealedOf = statement((given: { opinion: number }) =>
  query
    .selectFrom('opinion_speaker')
    .select(['key_id', 'nonce', 'ciphertext'])
    .where('opinion_id', '=', given.opinion),
);

function requireKey(key: SpeakerKey): AnswerKey {
  return (
    key ??
    fail(
      'forbidden',
      'Tài khoản của bạn chưa có khóa trả lời. Hãy để quản trị đăng nhập một lần rồi thử lại.',
    )
  );
}

/** Whether the name of who wants a written answer is kept. */
export function hasSpeaker(database: Database, opinion: number): boolean {
  return database.first(sealedOf({ opinion })) !== undefined;
}

/** Adds the sealing of a speaker to a unit of work; the trail says that it was kept, not whom. */
export function keepSpeaker(
  unit: UnitOfWork,
  opinion: { readonly id: number; readonly uid: string },
  speaker: Speaker,
  key: SpeakerKey,
  by: ChangeBy,
): void {
  const sealed = sealSpeaker(speaker, opinion.uid, requireKey(key));
  unit.add(put({ ...sealed, opinion: opinion.id }), {
    rows: 1,
    otherwise: { code: 'internal', text: 'Không ghi được người cần trả lời.' },
  });
  unit.audit({
    action: 'keep_speaker',
    userId: by.userId,
    kind: 'opinion',
    recordId: opinion.id,
    payload: { about: '' },
  });
}

/** Writes down later who wants a written answer, or corrects it; gives the opinion's version. */
export function keepSpeakerLater(
  database: Database,
  opinion: OpinionRow,
  version: number,
  speaker: Speaker,
  key: SpeakerKey,
  by: ChangeBy,
): number {
  const wanted = { ...stateOf(opinion), reply_wanted: true };
  if (opinion.status === 'closed' || opinion.status === 'transferred' || !owesReply(wanted))
    fail('invalid', 'Ý kiến này không còn chờ trả lời bằng văn bản.');
  const unit = new UnitOfWork();
  // What nobody owed until now is owed from today on; a due date that is still to come stands.
  const today = localDay(new Date());
  const stands = opinion.due_date !== null && (opinion.awaiting === 1 || opinion.due_date >= today);
  const due_date = stands ? opinion.due_date : answerDueDate(database, opinion.handling, today);
  const values = { reply_wanted: true, awaiting: true, due_date };
  const after = updateRecord(unit, 'opinion', opinion, version, values, by);
  keepSpeaker(unit, opinion, speaker, key, by);
  database.commit(unit);
  return after.version;
}

/** Name and address of who wants a written answer; written into the trail before they are given. */
export function revealSpeaker(
  database: Database,
  opinion: OpinionRow,
  key: SpeakerKey,
  userId: number,
): Speaker {
  const sealed = database.first(sealedOf({ opinion: opinion.id }));
  if (!sealed) fail('not_found', 'Ý kiến này không giữ họ tên người nêu.');
  const speaker = openSpeaker(sealed, opinion.uid, requireKey(key));
  database.commit(
    new UnitOfWork().audit({
      action: 'reveal_speaker',
      userId,
      kind: 'opinion',
      recordId: opinion.id,
      payload: { about: '' },
    }),
  );
  return speaker;
}

/** Adds the purge of a speaker to a unit of work: the row goes, its page is overwritten (secure_delete). */
export function purgeSpeaker(unit: UnitOfWork, opinion: number, by: ChangeBy): void {
  unit.add(drop({ opinion }));
  unit.audit({
    action: 'purge_speaker',
    userId: by.userId,
    kind: 'opinion',
    recordId: opinion,
    payload: { about: '' },
  });
}

/** Leaves no older page of what was purged in the write-ahead log; a reader at work makes it wait for the next. */
export function emptyLog({ connection }: Database): void {
  connection.pragma('busy_timeout = 0');
  try {
    connection.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    // What was saved is saved; the next checkpoint takes the old pages.
    logError('emptying the write-ahead log', error);
  } finally {
    connection.pragma('busy_timeout = 5000');
  }
}
