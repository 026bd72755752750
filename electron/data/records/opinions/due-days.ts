import type { CallOutput } from '../../../../shared/api.ts';
import { daysFor, usualDueDays, type DueDays } from '../../../../shared/records/opinion-flow.ts';
import type { Handling } from '../../../../shared/records/opinion.ts';
import { addDays, type IsoDate } from '../../../../shared/vietnamese/dates.ts';
import type { Database } from '../../database/database.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { putSetting, settingOf } from '../../office/settings.ts';

const names = Object.keys(usualDueDays) as (keyof DueDays)[];
const setting = (name: keyof DueDays) => `opinion_days_${name}`;

/** The days that the office gives itself, by handling. */
export function dueDaysOf(database: Database): CallOutput<'opinions.due_days'> {
  const read = (name: keyof DueDays) => {
    const days = Number(settingOf(database, setting(name)));
    return Number.isInteger(days) && days > 0 ? days : usualDueDays[name];
  };
  return { accepted: read('accepted'), assigned: read('assigned'), escalated: read('escalated') };
}

/** Sets the days; opinions that are there keep their due dates. */
export function setDueDays(database: Database, days: DueDays, userId: number): void {
  const unit = new UnitOfWork();
  for (const name of names) putSetting(unit, setting(name), String(days[name]));
  unit.audit({
    action: 'change_settings',
    userId,
    payload: { about: 'Hạn trả lời ý kiến', before: { ...dueDaysOf(database) }, after: { ...days } },
  });
  database.commit(unit);
}

/** The due date of an opinion that gets this handling on that day; null for what was explained on the spot. */
export function dueDateFor(database: Database, handling: Handling, day: IsoDate): IsoDate | null {
  const days = daysFor(dueDaysOf(database), handling);
  return days === null ? null : addDays(day, days);
}

/** The due date of an answer that is owed from that day on: explained on the spot, it has the days of what is accepted. */
export function answerDueDate(database: Database, handling: Handling, day: IsoDate): IsoDate {
  const days = dueDaysOf(database);
  return addDays(day, daysFor(days, handling) ?? days.accepted);
}
