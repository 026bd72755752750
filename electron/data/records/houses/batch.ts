import type { CallOutput, ParsedInput } from '../../../../shared/api.ts';
import { fail } from '../../../../shared/failure.ts';
import type { CallContext } from '../../context.ts';
import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';
import { uuidv7 } from '../../database/uuid.ts';
import { changeBy, changeWithReason } from '../change-by.ts';
import { houseNames, inChunks } from './in-chunks.ts';
import { houseOf, standingStep } from './rows.ts';
import { planStep, planUndo, requireStep } from './steps.ts';

const stepsOfBatch = statement((given: { batch: string }) =>
  query
    .selectFrom('house_step')
    .select(['id', 'house_id'])
    .where('batch', '=', given.batch)
    .where('voided_at', 'is', null),
);

/** Moves many houses a step on one date; who cannot move is told and stays. */
export async function takeHouseSteps(
  { house_ids, ...step }: ParsedInput<'houses.take_steps'>,
  context: CallContext,
): Promise<CallOutput<'houses.take_steps'>> {
  const { database } = context.office;
  requireStep(step);
  const batch = uuidv7();
  const { done, refused } = await inChunks(context, house_ids, (id, unit) => {
    const house = houseOf(database, id);
    planStep(database, unit, house, house.version, { ...step, batch }, changeBy(context));
  });
  return { moved: done.length, refused: houseNames(database, refused), batch };
}

/**
 * Takes back what a batch has written, also where a house has gone further since; a house that was handed over on
 * the batch's acceptance keeps it and is told.
 */
export async function undoHouseBatch(
  { batch, reason }: ParsedInput<'houses.undo_batch'>,
  context: CallContext,
): Promise<CallOutput<'houses.undo_batch'>> {
  const { database } = context.office;
  const steps = new Map(database.all(stepsOfBatch({ batch })).map(({ id, house_id }) => [house_id, id]));
  if (steps.size === 0) fail('not_found', 'Lần ghi hàng loạt này không còn bước nào để hoàn tác.');
  const { done, refused } = await inChunks(context, [...steps.keys()], (id, unit) => {
    const house = houseOf(database, id);
    const taken = standingStep(database, steps.get(id) ?? 0);
    planUndo(database, unit, house, house.version, taken, changeWithReason(context, reason));
  });
  return { undone: done.length, refused: houseNames(database, refused) };
}
