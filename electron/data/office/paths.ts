import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What lies in an office's folder. */
export interface OfficePaths {
  readonly folder: string;
  readonly database: string;
  readonly keys: string;
  /** Encrypted files of attachments. */
  readonly attachments: string;
  /** Backups that the program makes on this machine by itself. */
  readonly backups: string;
  /** What is known of copies made: kept outside the database, so that a restore does not set it back. */
  readonly backupState: string;
}

/** The files of the office in a folder. */
export function officePaths(folder: string): OfficePaths {
  return {
    folder,
    database: join(folder, 'ba-yen.db'),
    keys: join(folder, 'keys.json'),
    attachments: join(folder, 'attachments'),
    backups: join(folder, 'sao-luu'),
    backupState: join(folder, 'sao-luu.json'),
  };
}

/** Whether a folder holds an office, or what is left of one. */
export function hasOffice(folder: string): boolean {
  const paths = officePaths(folder);
  return existsSync(paths.database) || existsSync(paths.keys);
}
