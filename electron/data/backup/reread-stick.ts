import type { CallContext } from '../context.ts';
import { logError } from '../log.ts';
import type { FoundBackup } from './listing.ts';
import { noteRereading, readState } from './state.ts';

/** A copy this old, in ms, has left the cache of the machine that wrote it, or the stick was out in between. */
const oldEnough = 10 * 60_000;

/**
 * Reads the newest copy on an inserted stick once more in the background, where that is still to be done. A copy
 * that no longer reads right does not count any more, and the page is told.
 */
export function rereadStick(context: CallContext, folder: string, found: readonly FoundBackup[]): void {
  const { office } = context;
  const { backupState } = office.paths;
  if (!office.isOpen || office.worker.busy) return;
  const { sticks } = readState(backupState);
  const waiting = found.find(({ name, manifest }) => {
    const stick = sticks.find((known) => known.name === name);
    return stick?.read_again_at === null && Date.now() - Date.parse(manifest.made_at) > oldEnough;
  });
  if (!waiting) return;
  context
    .runTask('reread_backup', { folder, manifest: waiting.manifest })
    .then(({ same }) => {
      noteRereading(backupState, waiting.name, same, new Date());
      if (!same)
        context.emit({
          type: 'trouble',
          error: {
            code: 'damaged',
            text: 'Bản sao trên thiết bị vừa cắm đọc lại không đúng. Hãy sao lưu lại, tốt nhất ra thiết bị khác.',
            safe: 'Dữ liệu trên máy không bị ảnh hưởng.',
          },
        });
      context.emit({ type: 'status_changed' });
    })
    .catch((error: unknown) => logError('read a stick again', error));
}
