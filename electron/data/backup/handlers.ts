import { join, resolve } from 'node:path';
import type { backupCalls, Manifest } from '../../../shared/api/backup.ts';
import { fail } from '../../../shared/failure.ts';
import { kindNames, kindOf } from '../../../shared/records/index.ts';
import { attachmentsInTurn } from '../attachments/in-turn.ts';
import { sweepUnnamed } from '../attachments/sweep.ts';
import type { CallContext, Handlers } from '../context.ts';
import { countTables } from '../database/integrity.ts';
import { readEnvelope } from '../database/key-envelope.ts';
import { newestSchema } from '../database/migrate.ts';
import { migrations } from '../database/migrations/index.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { logError } from '../log.ts';
import { officeNameOf } from '../office/settings.ts';
import { refuseWhileReplacing } from '../office/one-at-a-time.ts';
import { daysSince, localDay } from '../office/wording.ts';
import { asideIn, removeAside, tellAside } from './aside.ts';
import { bringBackFiles } from './bring-back.ts';
import { backupsIn, folderOf, manifestOf, newestBackup, type FoundBackup } from './listing.ts';
import { recordsOf } from './manifest.ts';
import { keyOfBackup } from './proof.ts';
import { attachmentsTrouble, missingAttachments } from './restore-attachments.ts';
import { rereadStick } from './reread-stick.ts';
import { canUndo, restoreBackup, undoRestore } from './restore-office.ts';
import { noteCopy, readState } from './state.ts';
import { readBackupKeys, readManifest } from './verify.ts';

function listed({ name, manifest, complete }: FoundBackup) {
  const { made_at, bytes, office_name, cause } = manifest;
  return { name, shown: name, made_at, bytes, office_name, cause, records: recordsOf(manifest), complete };
}

/** A manifest to look at, even of a newer program. */
function previewed(folder: string, name: string, programVersion: string): Manifest {
  return manifestOf(folder, name) ?? readManifest(folder, name, programVersion);
}

/** What a verified backup allows and what it lacks: files that no record names go, missing ones are told. */
async function sweepAfter({ office, emit }: CallContext, manifest: Manifest): Promise<void> {
  try {
    // A damaged database was put aside: what only it names may still be saved by somebody.
    if (asideIn(office.paths.backups).length === 0)
      await attachmentsInTurn(office, () => sweepUnnamed(office.database, office.paths.attachments));
  } catch (error) {
    // The backup is made; what could not be swept is swept after the next one.
    logError('sweep of attachments', error);
  }
  const error = attachmentsTrouble(manifest);
  if (error) emit({ type: 'trouble', error });
}

/** Handlers of backup and restore. */
export const backupHandlers: Handlers<keyof typeof backupCalls> = {
  'backup.status': (_input, { office }) => {
    const state = readState(office.paths.backupState);
    const newest = newestBackup(office.paths.backups);
    const manifest = newest && manifestOf(office.paths.backups, newest.name);
    const now = new Date();
    const { last_usb: usb, last_folder: folder } = state;
    return {
      last_usb: usb && { made_at: usb.made_at, shown: usb.shown, days: daysSince(usb.made_at, now) },
      last_local: manifest && { made_at: manifest.made_at, records: recordsOf(manifest) },
      last_folder: folder && { made_at: folder.made_at, shown: folder.shown },
      can_undo_restore: canUndo(office),
    };
  },
  'backup.list': ({ folder }, context) => {
    const chosen = folder === undefined ? undefined : context.chosen[folder];
    const found = backupsIn(folderOf(folder, context));
    if (chosen?.removable) rereadStick(context, chosen.path, found);
    return found.map(listed);
  },
  'backup.make': async ({ folder }, context) => {
    const { office, progress, signal, chosen } = context;
    refuseWhileReplacing(office);
    const { user_id, role } = office.requireSession();
    const target = chosen[folder] ?? fail('bad_input', 'Nơi đã chọn không còn hiệu lực. Hãy chọn lại.');
    if (resolve(target.path) === resolve(office.paths.folder))
      fail('invalid', 'Không sao lưu vào chính thư mục dữ liệu. Hãy chọn nơi khác, tốt nhất là USB.');
    const { backups, keys, backupState } = office.paths;
    const officeName = officeNameOf(office.database, localDay(new Date())) ?? '';
    const cause = target.removable ? 'usb' : 'folder';
    const input = { folder: target.path, work: backups, keys, cause, role, officeName } as const;
    const manifest = await context.runTask('make_backup', input, { progress, signal });
    const { file: name, made_at, chain_head } = manifest;
    noteCopy(backupState, { name, made_at, shown: target.shown }, target.removable);
    const unit = new UnitOfWork();
    unit.audit({ action: 'backup', userId: user_id, payload: { about: name, after: { cause, chain_head } } });
    office.database.commit(unit);
    context.emit({ type: 'status_changed' });
    await sweepAfter(context, manifest);
    return { name, usb: target.removable, verified: true, manifest };
  },
  'backup.verify': async ({ folder, name, secret }, context) => {
    const { office, config, progress, signal } = context;
    const place = folderOf(folder, context);
    const manifest = readManifest(place, name, config.programVersion);
    const backupKey = await keyOfBackup(office, readBackupKeys(place, manifest), { secret });
    try {
      const target = join(office.paths.backups, `.dang-kiem-${process.pid}-${Date.now()}.db`);
      const input = { folder: place, manifest, backupKey, target };
      const found = await context.runTask('verify_backup', input, { progress, signal });
      if (found.missing > 0)
        context.emit({
          type: 'trouble',
          error: missingAttachments(found.missing, 'Khi được tạo, bản sao lưu này đã'),
        });
      const { missing: _missing, ...verified } = found;
      return verified;
    } finally {
      backupKey.fill(0);
    }
  },
  'backup.preview': ({ folder, name }, context) => {
    const { office, config } = context;
    const place = folderOf(folder, context);
    const manifest = previewed(place, name, config.programVersion);
    const present = readEnvelope(office.paths.keys);
    const atDesk = office.isOpen && office.session?.locked !== true;
    const now = atDesk ? countTables(office.database.connection) : null;
    return {
      manifest,
      same_key: present?.key_id === manifest.key_id,
      newer_program: manifest.schema_version > newestSchema(migrations),
      logins: readBackupKeys(place, manifest).users.map(({ login }) => login),
      changes: kindNames.map((kind) => ({
        title: kindOf(kind).title,
        backup: manifest.counts[kind] ?? 0,
        now: now && (now[kind] ?? 0),
      })),
    };
  },
  'backup.restore': async ({ folder, name, ...secrets }, context) =>
    restoreBackup(context, folderOf(folder, context), name, secrets),
  'backup.bring_back_files': bringBackFiles,
  'backup.aside': (_input, context) => tellAside(context),
  'backup.remove_aside': removeAside,
  'backup.undo_restore': async ({ proof }, context) => {
    await undoRestore(context, proof);
    return { done: true };
  },
};
