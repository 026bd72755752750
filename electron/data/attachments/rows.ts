import type { NotNull } from 'kysely';
import { mayReadAttachments } from '../../../shared/attachments/kinds.ts';
import type { Attachment } from '../../../shared/api/attachments.ts';
import { fail } from '../../../shared/failure.ts';
import type { Role } from '../../../shared/rights.ts';
import type { Database } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { query } from '../database/tables.ts';
import { allUsers } from '../people/users.ts';
import { isThere } from './files.ts';

/** An attachment that names no file any more has gone for good: nobody sees it. */
const ofOwner = statement((given: { kind: string; id: number }) =>
  query
    .selectFrom('attachment')
    .selectAll()
    .where('owner_kind', '=', given.kind)
    .where('owner_id', '=', given.id)
    .where('keyed_hash', 'is not', null)
    .$narrowType<{ keyed_hash: NotNull }>()
    .orderBy((row) => row('voided_at', 'is not', null))
    .orderBy('id'),
);
const same = statement((given: { kind: string; id: number; hash: string }) =>
  query
    .selectFrom('attachment')
    .select('id')
    .where('owner_kind', '=', given.kind)
    .where('owner_id', '=', given.id)
    .where('keyed_hash', '=', given.hash)
    .where('voided_at', 'is', null),
);
const byId = statement((given: { id: number }) =>
  query
    .selectFrom('attachment')
    .select(['id', 'owner_kind', 'owner_id', 'file_name', 'media_type', 'byte_count', 'keyed_hash'])
    .where('id', '=', given.id)
    .where('keyed_hash', 'is not', null)
    .$narrowType<{ keyed_hash: NotNull }>(),
);

/** Refuses (`forbidden`) whoever may not see the attachments of records of a kind. */
export function requireMayRead(kind: string, role: Role): void {
  if (!mayReadAttachments(kind, role))
    fail('forbidden', 'Tệp đính kèm ở đây chỉ dành cho người trả lời ý kiến.');
}

/** Whether a record has an attachment with that content. */
export function alreadyThere(database: Database, kind: string, id: number, hash: string): boolean {
  return database.first(same({ kind, id, hash })) !== undefined;
}

/** What is needed of an attachment to open or change it; `not_found` (also once purged), or `forbidden` for the role. */
export function attachmentRow(database: Database, id: number, role: Role) {
  const row = database.first(byId({ id })) ?? fail('not_found', 'Không tìm thấy tệp đính kèm này.');
  requireMayRead(row.owner_kind, role);
  return row;
}

/** The attachments of a record as its page shows them. */
export function attachmentsOf(database: Database, folder: string, kind: string, id: number): Attachment[] {
  const users = new Map(allUsers(database).map((user) => [user.id, user.full_name]));
  return database.all(ofOwner({ kind, id })).map((row) => ({
    id: row.id,
    version: row.version,
    file_name: row.file_name,
    media_type: row.media_type,
    byte_count: row.byte_count,
    width: row.width,
    height: row.height,
    original_kept: row.original_kept === 1,
    note: row.note,
    photo_stage: row.photo_stage,
    created_at: row.created_at,
    created_by: users.get(row.created_by) ?? '',
    voided_at: row.voided_at,
    void_reason: row.void_reason,
    missing: !isThere(folder, row.keyed_hash, row.byte_count),
  }));
}
