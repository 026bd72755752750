import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { fail } from '../../../shared/failure.ts';
import type { officeCalls } from '../../../shared/api/office.ts';
import type { Handlers } from '../context.ts';
import { communesAt, readCatalogue } from '../records/units/load.ts';
import { changePassword, lock, logIn, logOut, recover, renewRecoveryKey, unlock } from './access.ts';
import { confirmRecoveryKey } from './confirm-key.ts';
import { refuseWhileReplacing } from './one-at-a-time.ts';
import { refuseLocation } from './place.ts';
import { hasOffice } from './paths.ts';
import { openSample } from './sample.ts';
import { recoveryKeySheet } from './recovery-key-sheet.ts';

const done = { done: true } as const;

/** Free bytes where a folder is, or will be. */
function freeBytes(folder: string): number {
  for (let place = folder; ; place = dirname(place)) {
    try {
      const { bavail, bsize } = statfsSync(place);
      return bavail * bsize;
    } catch (error) {
      if (dirname(place) === place) throw error;
    }
  }
}

/** Handlers of set-up, log-in and lock. */
export const officeHandlers: Handlers<keyof typeof officeCalls> = {
  'office.status': (_input, { office }) => office.status(),
  'office.check_folder': async (input, { chosen, config }) => {
    const token = input.folder === undefined ? undefined : chosen[input.folder];
    const folder = token?.path ?? config.defaultFolder;
    await refuseLocation(folder);
    return { shown: token?.shown ?? folder, free_bytes: freeBytes(folder), has_office: hasOffice(folder) };
  },
  'office.catalogue': ({ date }, { config }) => ({
    communes: communesAt(readCatalogue(config.resources), date).map(
      ({ code, name, type, village_count }) => ({
        code,
        name,
        type,
        village_count,
      }),
    ),
  }),
  'office.create': async ({ folder, ...input }, { office, chosen }) => {
    refuseWhileReplacing(office);
    if (office.isOpen) fail('office_exists', 'Đang có cơ sở dữ liệu mở. Hãy đăng xuất trước.');
    const path = folder === undefined ? undefined : chosen[folder]?.path;
    return { recovery_key: await office.create(path, input) };
  },
  'office.confirm_recovery_key': async ({ position, group }, { office }) => {
    await confirmRecoveryKey(office, position, group);
    return done;
  },
  'office.recovery_key_sheet': (_input, context) => recoveryKeySheet(context),
  'office.log_in': ({ login, password }, { office }) => logIn(office, login, password),
  'office.log_out': async (_input, { office }) => {
    await logOut(office);
    return done;
  },
  'office.lock': (_input, { office }) => {
    lock(office);
    return done;
  },
  'office.unlock': ({ password }, { office }) => unlock(office, password),
  'office.recover': (input, { office }) =>
    recover(office, input.recovery_key, input.login, input.new_password),
  'office.change_password': async ({ password, new_password }, { office }) => {
    await changePassword(office, password, new_password);
    return done;
  },
  'office.new_recovery_key': async ({ password }, { office }) => ({
    recovery_key: await renewRecoveryKey(office, password),
  }),
  'office.open_folder': async ({ folder }, { office, chosen }) => {
    const path = chosen[folder]?.path ?? fail('bad_input', 'Thiếu thư mục.');
    await refuseLocation(path);
    if (!hasOffice(path)) fail('no_office', 'Thư mục này không có cơ sở dữ liệu của Ba Yên.');
    refuseWhileReplacing(office);
    await office.useSample(false);
    office.pointTo(path, null);
    return done;
  },
  'office.open_sample': (_input, context) => openSample(context),
  'office.leave_sample': async (_input, { office }) => {
    refuseWhileReplacing(office);
    await office.useSample(false);
    return done;
  },
};
