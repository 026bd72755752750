import { sql } from 'kysely';
import type { CallOutput, ParsedInput } from '../../../../shared/api.ts';
import { fail } from '../../../../shared/failure.ts';
import { opinionAbout } from '../../../../shared/records/opinion.ts';
import { purgeAttachments } from '../../attachments/purge.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { insertRecord, updateRecord, type ChangeBy } from '../record-writer.ts';
import type { OpinionRow, StepRow } from './rows.ts';
import { emptyLog, hasSpeaker, purgeSpeaker } from './speaker.ts';

const dropPayloads = statement(
  (given: { opinion: number }) => sql`delete from audit_payload where seq in (
    select seq from audit where kind = 'opinion' and record_id = ${given.opinion}
    union all
    select a.seq from opinion_step s join audit a on a.kind = 'opinion_step' and a.record_id = s.id
      where s.opinion_id = ${given.opinion})`,
);
const everyStep = statement((given: { opinion: number }) =>
  query.selectFrom('opinion_step').selectAll().where('opinion_id', '=', given.opinion),
);

/** The words that lie in audit rows of this unit of work, taken out: their hashes still prove the change. */
function withoutWords(unit: UnitOfWork): void {
  for (const [index, entry] of unit.audits.entries()) {
    const { status, transfer_kind, transfer_to, transfer_number } = entry.payload.after ?? {};
    const kept = { status, transfer_kind, transfer_to, transfer_number };
    const after = Object.fromEntries(
      Object.entries(kept).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
    unit.audits[index] = { ...entry, payload: { about: '', after } };
  }
}

const forgetReasons = statement((given: { opinion: number; reason: string }) =>
  query
    .updateTable('opinion_step')
    .set({ void_reason: given.reason })
    .where('opinion_id', '=', given.opinion)
    .where('voided_at', 'is not', null),
);

/** Why what belonged to the opinion is gone. */
const reason = 'chuyển quy trình khác';

/**
 * Khiếu nại, tố cáo, tố giác tội phạm leave this flow: where to, when and under which number stays, and under which
 * topic and kind it was counted; the text, the answer, the village of who spoke, the steps' notes and reasons, the
 * attachments, the speaker and what the audit trail kept of them go, and no step brings them back. Backups made
 * before keep them.
 */
export function transferOpinion(
  database: Database,
  opinion: OpinionRow,
  input: ParsedInput<'opinions.take_step'>,
  by: ChangeBy,
): CallOutput<'opinions.take_step'> {
  const { transfer_kind, transfer_to, transfer_number, step_on } = input;
  const faults: Record<string, string> = {};
  if (!transfer_kind) faults['transfer_kind'] = 'Hãy chọn quy trình.';
  if (!transfer_to) faults['transfer_to'] = 'Cần ghi nơi chuyển đến.';
  if (Object.keys(faults).length > 0)
    fail('invalid', 'Cần ghi quy trình và nơi chuyển đến.', { fields: faults });
  const unit = new UnitOfWork();
  const emptied = {
    ...{ content: null, answer: null, village_id: null, awaiting: false, status: 'transferred' },
    about_other: opinion.about === 'other_agency' ? opinionAbout.other_agency : null,
  };
  const reference = {
    transfer_kind: transfer_kind ?? null,
    transfer_to,
    transfer_on: step_on,
    transfer_number,
  };
  const how = { ...by, action: 'transfer_opinion' } as const;
  const after = updateRecord(unit, 'opinion', opinion, input.version, { ...emptied, ...reference }, how);
  const steps = database.all(everyStep({ opinion: opinion.id })) as unknown as StepRow[];
  for (const step of steps)
    updateRecord(unit, 'opinion_step', step, step.version, { note: null, answer_before: null }, by);
  unit.add(forgetReasons({ opinion: opinion.id, reason }));
  insertRecord(
    database,
    unit,
    'opinion_step',
    {
      opinion_id: opinion.id,
      step: 'transfer',
      step_on,
      status_after: 'transferred',
      status_before: opinion.status,
      responsible: transfer_to,
    },
    by,
  );
  unit.add(dropPayloads({ opinion: opinion.id }));
  withoutWords(unit);
  purgeAttachments(database, unit, { kind: 'opinion', id: opinion.id }, { ...by, reason });
  for (const { id } of steps)
    purgeAttachments(database, unit, { kind: 'opinion_step', id }, { ...by, reason });
  if (hasSpeaker(database, opinion.id)) purgeSpeaker(unit, opinion.id, by);
  database.commit(unit);
  emptyLog(database);
  return { version: after.version, status: 'transferred' };
}
