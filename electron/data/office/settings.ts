import type { Database } from '../database/database.ts';
import type { UnitOfWork } from '../database/unit-of-work.ts';

/** Settings of the office that have no dates, each a row of table `setting`. */
export interface Settings {
  readonly level: 'district' | 'commune';
  readonly ethnicity_enabled: boolean;
  readonly idle_minutes: number;
}

/** What a new office starts with. */
export const usualIdleMinutes = 10;

const upsert =
  'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value';

/** One setting's text, or undefined. */
export function settingOf(database: Database, name: string): string | undefined {
  return database.first<{ value: string }>('SELECT value FROM setting WHERE name = ?', name)?.value;
}

/** Adds the writing of a setting to a unit of work. */
export function putSetting(unit: UnitOfWork, name: string, value: string): void {
  unit.add(upsert, [name, value]);
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
  const row =
    database.first<{ own_agency: string }>(
      'SELECT own_agency FROM agency WHERE voided_at IS NULL AND valid_from <= ? ORDER BY valid_from DESC LIMIT 1',
      day,
    ) ??
    database.first<{ own_agency: string }>(
      'SELECT own_agency FROM agency WHERE voided_at IS NULL ORDER BY valid_from LIMIT 1',
    );
  return row?.own_agency ?? null;
}
