import { join } from 'node:path';
import { z } from 'zod';
import { readIfThere, writeWhole } from '../database/atomic-file.ts';
import type { DataConfig } from '../messages.ts';

const attemptSchema = z.object({ at: z.string(), login: z.string() });
const locationSchema = z.object({
  folder: z.string(),
  /** For the log-in page, while the database is closed. */
  office_name: z.string().nullable(),
  /** Wrong passwords since the last log-in; they go to the audit trail with the next one. */
  failed: z.array(attemptSchema).max(1000),
});

/** What this Windows user's own folder remembers: where the office lies, and no more. */
export type Location = z.infer<typeof locationSchema>;
export type FailedAttempt = z.infer<typeof attemptSchema>;

const fileOf = (config: DataConfig) => join(config.userData, 'location.json');

/** Where the office was last; the default folder where nothing usable is remembered. */
export function readLocation(config: DataConfig): Location {
  const fresh: Location = { folder: config.defaultFolder, office_name: null, failed: [] };
  try {
    const text = readIfThere(fileOf(config));
    return text === null ? fresh : locationSchema.parse(JSON.parse(text));
  } catch {
    return fresh;
  }
}

/** Remembers where the office is. */
export function writeLocation(config: DataConfig, location: Location): void {
  writeWhole(fileOf(config), JSON.stringify(location, null, 1));
}
