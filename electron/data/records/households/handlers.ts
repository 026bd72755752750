import type { householdCalls } from '../../../../shared/api/households.ts';
import type { Handlers } from '../../context.ts';
import { changeBy, changeWithReason } from '../change-by.ts';
import { addHousehold, correctHousehold } from './add.ts';
import { moveHousehold, moveOut, newHead, returnHousehold, splitHousehold } from './life.ts';
import { mergeHouseholds, unmergeHousehold } from './merge.ts';
import { householdPage } from './page.ts';
import { restoreHousehold, voidHousehold } from './void.ts';

/** Households and what happens to them. */
export const householdHandlers: Handlers<keyof typeof householdCalls> = {
  'households.page': ({ id }, { office }) => householdPage(office.database, id, office.requireSession().role),
  'households.add': (input, context) => addHousehold(context.office.database, input, changeBy(context)),
  'households.correct': (input, context) => ({
    version: correctHousehold(context.office.database, input, changeBy(context)),
  }),
  'households.new_head': (input, context) => ({
    version: newHead(context.office.database, input, changeBy(context)),
  }),
  'households.split': (input, context) => ({
    new_id: splitHousehold(context.office.database, input, changeBy(context)),
  }),
  'households.move': (input, context) => {
    moveHousehold(context.office.database, input, changeBy(context));
    return { done: true };
  },
  'households.move_out': (input, context) => {
    moveOut(context.office.database, input, changeBy(context));
    return { done: true };
  },
  'households.return': (input, context) => {
    returnHousehold(context.office.database, input, changeBy(context));
    return { done: true };
  },
  'households.merge': (input, context) => {
    mergeHouseholds(context.office.database, input, changeBy(context));
    return { done: true };
  },
  'households.void': ({ id, version, reason }, context) => ({
    version: voidHousehold(context.office.database, { id, version }, changeWithReason(context, reason)),
  }),
  'households.restore': ({ id, version, reason }, context) => ({
    version: restoreHousehold(context.office.database, { id, version }, changeWithReason(context, reason)),
  }),
  'households.unmerge': (input, context) => {
    unmergeHousehold(context.office.database, input, changeBy(context));
    return { done: true };
  },
};
