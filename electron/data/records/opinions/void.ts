import { sql } from 'kysely';
import type { ParsedInput } from '../../../../shared/api.ts';
import { fail } from '../../../../shared/failure.ts';
import type { Database } from '../../database/database.ts';
import { query } from '../../database/tables.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { restoreRecord, rowOf, voidRecord, type ChangeBy } from '../record-writer.ts';
import { emptyLog, hasSpeaker, purgeSpeaker } from './speaker.ts';
import { forumOf, opinionOf, stepsOf, type StepRow } from './rows.ts';

type Reasoned = ChangeBy & { readonly reason: string };

/**
 * Voids an opinion that was entered by mistake, and with it its steps, so that no report counts them. Its speaker
 * goes at once: nothing leads to a voided opinion's name any more.
 */
export function voidOpinion(
  database: Database,
  { id, version }: ParsedInput<'opinions.void'>,
  by: Reasoned,
): number {
  const unit = new UnitOfWork();
  const after = voidRecord(unit, 'opinion', opinionOf(database, id), version, by);
  for (const step of stepsOf(database, id)) voidRecord(unit, 'opinion_step', step, step.version, by);
  const purged = hasSpeaker(database, id);
  if (purged) purgeSpeaker(unit, id, by);
  database.commit(unit);
  if (purged) emptyLog(database);
  return after.version;
}

/** Takes the void of an opinion back, with the steps that were voided with it; `invalid` where its forum has another day. */
export function restoreOpinion(
  database: Database,
  { id, version }: ParsedInput<'opinions.restore'>,
  by: Reasoned,
): number {
  const before = rowOf(database, 'opinion', id);
  const forum = forumOf(database, Number(before['forum_id']));
  if (before['raised_on'] !== forum.held_on)
    fail('invalid', 'Ngày diễn đàn đã được sửa sau khi hủy ý kiến này. Hãy nhập lại ý kiến ở diễn đàn.');
  const unit = new UnitOfWork();
  const after = restoreRecord(unit, 'opinion', before, version, by);
  const steps = sql<StepRow>`select * from opinion_step where opinion_id = ${id} and voided_at = ${before.voided_at}
    order by id`;
  for (const step of database.all(steps.compile(query)))
    restoreRecord(unit, 'opinion_step', step, step.version, by);
  database.commit(unit);
  return after.version;
}
