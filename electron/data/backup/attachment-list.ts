import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Manifest } from '../../../shared/api/backup.ts';
import { backupsIn } from './listing.ts';
import { sumOf } from './manifest.ts';

/** The list of a backup's attachments lies beside it under this name. */
export const attachmentListName = (name: string) => `${name}.attachments`;
/** The attachments of all backups in a folder lie here, each file once. */
export const attachmentStore = (folder: string) => join(folder, 'attachments');

const name = z.string().regex(/^[0-9a-f]{64}$/);
/** A file of a backup: its name, its size in bytes, its SHA-256 in lowercase hex. */
const entry = z.tuple([name, z.int().positive(), z.string().regex(/^[0-9a-f]{64}$/)]);
const listSchema = z.object({
  format: z.literal(1),
  files: z.array(entry),
  /** Named by a record, but whole neither here nor in the data folder when the backup was made. */
  missing: z.array(name),
  /** In this backup, but gone, damaged or not to be read in the data folder when it was made. */
  lost: z.array(name).default([]),
  /** When the reading of the data folder began: what was changed there later is read anew. */
  begun_at: z.iso.datetime({ precision: 3 }).optional(),
});
/** What a backup says about its attachments. */
export type AttachmentList = z.infer<typeof listSchema>;
export type ListedFile = AttachmentList['files'][number];

/** A hundred thousand files need 15 MB. */
const longestList = 64_000_000;

/** The list as written beside the backup, a line a file. */
export function listText(list: AttachmentList): string {
  const { files, ...rest } = listSchema.parse(list);
  const lines = files.map((file) => `  ${JSON.stringify(file)}`).join(',\n');
  return `${JSON.stringify(rest).slice(0, -1)},"files":[\n${lines}\n]}\n`;
}

/** The list of a backup, checked against its manifest; empty where it has no attachments, null where it is damaged. */
export function readList(folder: string, manifest: Manifest): AttachmentList | null {
  if (!manifest.attachments) return { format: 1, files: [], missing: [], lost: [] };
  const listName = attachmentListName(manifest.file);
  try {
    const file = join(folder, listName);
    if (statSync(file).size > longestList) return null;
    const text = readFileSync(file, 'utf8');
    return sumOf(text) === manifest.files[listName] ? listSchema.parse(JSON.parse(text)) : null;
  } catch {
    return null;
  }
}

/** A file that backups list, and when the newest of them began to read it, in ms. */
export interface KnownFile {
  readonly file: ListedFile;
  readonly readAt: number;
}

/** What the backups in a folder list, by name; null where a list cannot be read. */
export function listedIn(folder: string): Map<string, KnownFile> | null {
  const listed = new Map<string, KnownFile>();
  if (!existsSync(folder)) return listed;
  for (const { manifest } of backupsIn(folder)) {
    const list = readList(folder, manifest);
    if (!list) return null;
    const readAt = list.begun_at === undefined ? 0 : Date.parse(list.begun_at);
    for (const file of list.files) if (!listed.has(file[0])) listed.set(file[0], { file, readAt });
  }
  return listed;
}
