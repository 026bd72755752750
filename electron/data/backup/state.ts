import { z } from 'zod';
import { readIfThere, writeWhole } from '../database/atomic-file.ts';

const copySchema = z.object({ name: z.string(), made_at: z.string(), shown: z.string() });
const stateSchema = z.object({
  format: z.literal(1),
  last_usb: copySchema.nullable(),
  last_folder: copySchema.nullable(),
  /** Copies on sticks, newest first, and whether they were read again at a later insertion. */
  sticks: z.array(copySchema.extend({ read_again_at: z.string().nullable() })).max(50),
  /** The save made before the last restore, and the length of the audit chain right after it. */
  undo: z.object({ name: z.string(), chain_length: z.int() }).nullable(),
});

/** What is known of copies made; lies beside the database, so that a restore does not set it back. */
export type BackupState = z.infer<typeof stateSchema>;

const empty: BackupState = { format: 1, last_usb: null, last_folder: null, sticks: [], undo: null };
const mostSticks = 50;

/** What is known; nothing where the file is gone or not ours: it is only about showing and reminding. */
export function readState(file: string): BackupState {
  try {
    const text = readIfThere(file);
    return text === null ? empty : stateSchema.parse(JSON.parse(text));
  } catch {
    return empty;
  }
}

/** Changes part of what is known. */
export function changeState(file: string, change: (state: BackupState) => Partial<BackupState>): void {
  const state = readState(file);
  writeWhole(file, JSON.stringify({ ...state, ...change(state) }, null, 1));
}

/** Notes a verified copy; only one on a removable drive counts as a USB copy. */
export function noteCopy(file: string, copy: z.infer<typeof copySchema>, removable: boolean): void {
  changeState(file, (state) => {
    if (!removable) return { last_folder: copy };
    const sticks = [{ ...copy, read_again_at: null }, ...state.sticks].slice(0, mostSticks);
    return { last_usb: copy, sticks };
  });
}

/** Notes how a stick's copy read at a later insertion; a bad one no longer counts as the last USB copy. */
export function noteRereading(file: string, name: string, same: boolean, now: Date): void {
  changeState(file, (state) => {
    if (same) {
      const readAgain = (stick: BackupState['sticks'][number]) =>
        stick.name === name ? { ...stick, read_again_at: now.toISOString() } : stick;
      return { sticks: state.sticks.map(readAgain) };
    }
    const sticks = state.sticks.filter((stick) => stick.name !== name);
    const next = sticks[0]
      ? { name: sticks[0].name, made_at: sticks[0].made_at, shown: sticks[0].shown }
      : null;
    return { sticks, last_usb: state.last_usb?.name === name ? next : state.last_usb };
  });
}
