import type { settingCalls } from '../../../shared/api/office.ts';
import type { Handlers } from '../context.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { putSetting, settingsOf } from './settings.ts';

/** Handlers of the office's settings that have no dates. */
export const settingHandlers: Handlers<keyof typeof settingCalls> = {
  'settings.get': (_input, { office }) => ({ ...settingsOf(office.database), folder: office.paths.folder }),
  'settings.set': (input, { office }) => {
    const { user_id } = office.requireSession();
    const { ethnicity_enabled, idle_minutes } = settingsOf(office.database);
    const unit = new UnitOfWork();
    putSetting(unit, 'ethnicity_enabled', input.ethnicity_enabled ? '1' : '0');
    putSetting(unit, 'idle_minutes', String(input.idle_minutes));
    unit.audit({
      action: 'change_settings',
      userId: user_id,
      payload: { about: 'Cài đặt', before: { ethnicity_enabled, idle_minutes }, after: { ...input } },
    });
    office.database.commit(unit);
    return { done: true };
  },
};
