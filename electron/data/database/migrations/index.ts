import { mainJob } from './0001-main-job.ts';
import { outreach } from './0002-outreach.ts';
import { attachments } from './0003-attachments.ts';
import { forums } from './0004-forum.ts';
import { attachmentPurge } from './0005-attachment-purge.ts';
import { housing } from './0006-housing.ts';
import { fund } from './0007-fund.ts';
import type { Migration } from './migration.ts';

/** Every migration, in the order of its number. */
export const migrations: readonly Migration[] = [
  mainJob,
  outreach,
  attachments,
  forums,
  attachmentPurge,
  housing,
  fund,
];

/** The schema that this program writes. */
export const schemaVersion = migrations.length;
