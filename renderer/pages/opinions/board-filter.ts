import type { CallInput } from '../../../shared/api.ts';
import type { OpinionStatus, opinionAbout } from '../../../shared/records/opinion.ts';

/** What the board is narrowed to. */
export interface BoardFilter {
  readonly due: 'owed' | 'overdue' | 'soon' | 'all';
  readonly status: OpinionStatus | undefined;
  readonly about: keyof typeof opinionAbout | undefined;
  readonly topic_id: number | undefined;
  readonly team_id: number | undefined;
}

/** What the board shows at first: all that is still owed, the oldest due date on top. */
export const everythingOwed: BoardFilter = {
  due: 'owed',
  status: undefined,
  about: undefined,
  topic_id: undefined,
  team_id: undefined,
};

/** The filter as the call takes it: what is not asked is left out. */
export function askedOf(filter: BoardFilter): NonNullable<CallInput<'opinions.board'>['filter']> {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given);
}
