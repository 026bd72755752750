import { mainJob } from './0001-main-job.ts';
import type { Migration } from './migration.ts';

/** Every migration, in the order of its number. */
export const migrations: readonly Migration[] = [mainJob];

/** The schema that this program writes. */
export const schemaVersion = migrations.length;
