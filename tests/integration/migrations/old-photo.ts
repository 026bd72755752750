import type { Database } from '../../../electron/data/database/database.ts';
import { UnitOfWork } from '../../../electron/data/database/unit-of-work.ts';

/** A photo's columns as programs stored and hashed them before a photo could say before or after. */
export const oldPhoto = {
  owner_kind: 'team',
  owner_id: 1,
  added_on: '2024-03-02',
  file_name: 'anh.jpg',
  media_type: 'image/jpeg',
  byte_count: 1000,
  width: 10,
  height: 20,
  original_kept: 1,
  keyed_hash: 'ab'.repeat(32),
  note: null as string | null,
};

/** Puts a photo there, and into the audit trail, as such a program did; with a reason it is voided. */
export function addOldPhoto(
  database: Database,
  id: number,
  values: Partial<typeof oldPhoto> = {},
  voidReason: string | null = null,
): void {
  const photo = { ...oldPhoto, ...values };
  const version = voidReason === null ? 1 : 2;
  const frame = {
    ...{ id, uid: `photo${String(id)}`, origin: 1, version, created_at: '2024', created_by: 1 },
    ...{ updated_at: '2024', updated_by: 1, voided_at: voidReason && '2024', void_reason: voidReason },
  };
  const row = { ...frame, ...photo };
  const names = Object.keys(row);
  const places = names.map((name) => `@${name}`);
  database.connection
    .prepare(`INSERT INTO attachment (${names.join(', ')}) VALUES (${places.join(', ')})`)
    .run(row);
  const record = JSON.stringify([frame.uid, version, voidReason !== null, ...Object.values(photo)]);
  const about = { kind: 'attachment', recordId: id, record, payload: { about: photo.file_name } } as const;
  database.commit(new UnitOfWork().audit({ action: 'create', userId: 1, ...about }));
}
