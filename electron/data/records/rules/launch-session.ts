import { readLines } from '../../../../shared/records/lines.ts';
import { unitsOf } from '../units/directory.ts';
import type { KindRule } from './rule.ts';
import { notThen } from './units-then.ts';

/**
 * The villages must have existed on the session's day; where they lie in more than one commune and are not counted
 * one by one, the whole is split among exactly these communes, so that every commune's figure can be told.
 */
export const launchSessionRule: KindRule = {
  check: (database, values): Record<string, string> => {
    const day = String(values['held_on']);
    const villages = readLines(values['villages']);
    const split = readLines(values['attendance_by_commune']);
    const gone = notThen(
      database,
      villages.map(({ id }) => id),
      day,
    );
    if (gone) return { villages: gone };
    const units = unitsOf(database);
    const communes = new Set(villages.map(({ id }) => units.communeOf(id, day)));
    const others = split.filter(({ id }) => !communes.has(id));
    if (others.length > 0) {
      const names = others.map(({ id }) => units.nameAt(id, day)).join(', ');
      return { attendance_by_commune: `Không có bản nào của ${names} trong buổi này.` };
    }
    const counted = villages.every(({ count }) => count !== null);
    if (counted || communes.size < 2) return {};
    if (split.length === communes.size && split.every(({ count }) => count !== null)) return {};
    return {
      attendance_by_commune: `Buổi gồm bản của ${communes.size} xã: hãy chia số người cho từng xã, hoặc ghi số người của từng bản.`,
    };
  },
};
