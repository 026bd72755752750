import type { KindRule } from './rule.ts';
import { notThen } from './units-then.ts';

/** A session is held in a commune that there is on its day. */
export const propagandaSessionRule: KindRule = {
  check: (database, values): Record<string, string> => {
    const fault = notThen(database, [Number(values['commune_id'])], String(values['held_on']));
    return fault ? { commune_id: fault } : {};
  },
};
