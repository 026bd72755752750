import type { Database } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { query } from '../database/tables.ts';
import type { UnitOfWork } from '../database/unit-of-work.ts';
import { agencyOf } from './agency.ts';

/** Settings of the office that have no dates, each a row of table `setting`. */
export interface Settings {
  readonly level: 'district' | 'commune';
  readonly ethnicity_enabled: boolean;
  readonly idle_minutes: number;
}

/** What a new office starts with. */
export const usualIdleMinutes = 10;

const valueOf = statement((given: { name: string }) =>
  query.selectFrom('setting').select('value').where('name', '=', given.name),
);
const put = statement((given: { name: string; value: string }) =>
  query
    .insertInto('setting')
    .values({ name: given.name, value: given.value })
    .onConflict((there) => there.column('name').doUpdateSet({ value: given.value })),
);

/** One setting's text, or undefined. */
export function settingOf(database: Database, name: string): string | undefined {
  return database.first(valueOf({ name }))?.value;
}

/** Adds the writing of a setting to a unit of work. */
export function putSetting(unit: UnitOfWork, name: string, value: string): void {
  unit.add(put({ name, value }));
}

/** The office's settings. */
export function settingsOf(database: Database): Settings {
  const idle = Number(settingOf(database, 'idle_minutes'));
  return {
    level: settingOf(database, 'level') === 'commune' ? 'commune' : 'district',
    ethnicity_enabled: settingOf(database, 'ethnicity_enabled') === '1',
    idle_minutes: Number.isInteger(idle) && idle > 0 ? idle : usualIdleMinutes,
  };
}

/** The office's name as of today: the newest agency lines that apply, or the first there are. */
export function officeNameOf(database: Database, day: string): string | null {
  return agencyOf(database, day)?.own_agency ?? null;
}
