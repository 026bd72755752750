import { bytesInWords } from '../../components/words.ts';
import type { CallOutput } from '../../../shared/api.ts';

export type Drive = CallOutput<'desktop.drives'>[number];
export type ListedBackup = CallOutput<'backup.list'>[number];

/** Where backups lie: a chosen folder or drive, or (no folder) the program's own folder on this machine. */
export interface BackupPlace {
  readonly folder?: string;
  readonly shown: string;
}

export const thisMachine: BackupPlace = { shown: 'Máy này' };

/** Why a backup was made, in words. */
export const causeWords: Record<ListedBackup['cause'], string> = {
  usb: 'chép ra USB',
  folder: 'chép ra thư mục',
  daily: 'tự động hằng ngày',
  before_restore: 'trước khi khôi phục',
  before_migration: 'trước khi nâng cấp',
  before_key_change: 'trước khi đổi khóa',
};

/** A drive in one line: its label and where it is, what is free. */
export function driveInWords(drive: Drive): string {
  return `${drive.shown} · còn trống ${bytesInWords(drive.free_bytes)} trên ${bytesInWords(drive.total_bytes)}`;
}

/** A place as the input of a call: no folder means this machine. */
export function folderOf(place: BackupPlace): { folder?: string } {
  return place.folder === undefined ? {} : { folder: place.folder };
}
