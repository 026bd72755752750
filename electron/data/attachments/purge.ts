import { sql } from 'kysely';
import type { KindName } from '../../../shared/records/index.ts';
import type { Database } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { query } from '../database/tables.ts';
import type { UnitOfWork } from '../database/unit-of-work.ts';
import { updateRecord, voidRecord, type ChangeBy } from '../records/record-writer.ts';

interface Owner {
  readonly kind: KindName;
  readonly id: number;
}

const ofOwner = statement((given: { kind: string; id: number }) =>
  query
    .selectFrom('attachment')
    .selectAll()
    .where('owner_kind', '=', given.kind)
    .where('owner_id', '=', given.id)
    .where('keyed_hash', 'is not', null),
);
const dropPayloads = statement(
  (given: { id: number }) => sql`delete from audit_payload where seq in (
    select seq from audit where kind = 'attachment' and record_id = ${given.id})`,
);
const forgetReason = statement((given: { id: number; reason: string }) =>
  query.updateTable('attachment').set({ void_reason: given.reason }).where('id', '=', given.id),
);

/** What stands in the place of the name of a file that went for good. */
const noName = 'tệp đã xóa';

/**
 * Adds to a unit of work that the attachments of a record go for good, voided ones too: each row stays, voided, and
 * names no file any more; its words go from the record and from the audit trail. The sweep after the next verified
 * backup takes the files, unless another record names them.
 */
export function purgeAttachments(
  database: Database,
  unit: UnitOfWork,
  { kind, id: owner }: Owner,
  by: ChangeBy & { reason: string },
): void {
  for (const row of database.all(ofOwner({ kind, id: owner }))) {
    const { id } = row;
    const from = unit.audits.length;
    const voided = row.voided_at === null ? voidRecord(unit, 'attachment', row, row.version, by) : row;
    const emptied = { file_name: noName, note: null, keyed_hash: null };
    const how = { ...by, action: 'purge_attachment' } as const;
    updateRecord(unit, 'attachment', voided, voided.version, emptied, how);
    unit.add(forgetReason({ id, reason: by.reason }));
    unit.add(dropPayloads({ id }));
    for (const [index, entry] of unit.audits.entries())
      if (index >= from) unit.audits[index] = { ...entry, payload: { about: noName, reason: by.reason } };
  }
}
