import type { houseCalls } from '../../../../shared/api/houses.ts';
import type { Handlers } from '../../context.ts';
import { changeBy, changeWithReason } from '../change-by.ts';
import { addHouse, addHouses } from './add.ts';
import { takeHouseSteps, undoHouseBatch } from './batch.ts';
import { newestBatches } from './batches.ts';
import { houseBoard } from './board.ts';
import { correctHouse } from './correct.ts';
import { housePage } from './page.ts';
import { houseProgress } from './progress.ts';
import { takeHouseStep, undoHouseStep } from './steps.ts';
import { restoreHouse, undoAddedHouses, voidHouse } from './void.ts';
import { houseCandidates, housesOfCommune } from './work-lists.ts';

/** Houses for poor households and what happens to them. */
export const houseHandlers: Handlers<keyof typeof houseCalls> = {
  'houses.add': (input, context) => addHouse(context.office.database, input, changeBy(context)),
  'houses.add_many': addHouses,
  'houses.undo_add_many': undoAddedHouses,
  'houses.candidates': (input, { office }) => houseCandidates(office.database, input),
  'houses.correct': (input, context) => correctHouse(context.office.database, input, changeBy(context)),
  'houses.void': (input, context) =>
    voidHouse(context.office.database, input, changeWithReason(context, input.reason)),
  'houses.restore': (input, context) =>
    restoreHouse(context.office.database, input, changeWithReason(context, input.reason)),
  'houses.take_step': (input, context) => takeHouseStep(context.office.database, input, changeBy(context)),
  'houses.take_steps': takeHouseSteps,
  'houses.undo_step': (input, context) =>
    undoHouseStep(context.office.database, input, changeWithReason(context, input.reason)),
  'houses.undo_batch': undoHouseBatch,
  'houses.batches': (_input, { office }) => newestBatches(office.database),
  'houses.page': ({ id }, { office }) => housePage(office.database, id, office.requireSession().role),
  'houses.of_commune': (input, { office }) => housesOfCommune(office.database, input),
  'houses.board': (input, { office }) => houseBoard(office.database, input),
  'houses.progress': (input, { office }) => houseProgress(office.database, input),
};
