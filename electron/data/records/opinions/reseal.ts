import type BetterSqlite3 from 'better-sqlite3';
import type { AnswerKey } from '../../database/key-envelope.ts';
import { openSpeaker, sealSpeaker, type Sealed } from './speaker.ts';

interface Row extends Sealed {
  readonly opinion_id: number;
  readonly uid: string;
}

/** Seals every speaker of a database anew under another second key; those of a third key stay as they are. */
export function resealSpeakers(connection: BetterSqlite3.Database, old: AnswerKey, fresh: AnswerKey): void {
  const rows = connection.prepare<[string], Row>(
    `SELECT s.opinion_id, s.key_id, s.nonce, s.ciphertext, o.uid FROM opinion_speaker s
      JOIN opinion o ON o.id = s.opinion_id WHERE s.key_id = ?`,
  );
  const change = connection.prepare(
    'UPDATE opinion_speaker SET key_id = ?, nonce = ?, ciphertext = ? WHERE opinion_id = ?',
  );
  connection.pragma('secure_delete = ON');
  connection.transaction(() => {
    for (const row of rows.all(old.id)) {
      const { key_id, nonce, ciphertext } = sealSpeaker(openSpeaker(row, row.uid, old), row.uid, fresh);
      change.run(key_id, nonce, ciphertext, row.opinion_id);
    }
  })();
}
