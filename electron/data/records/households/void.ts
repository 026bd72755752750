import { fail } from '../../../../shared/failure.ts';
import type { Database } from '../../database/database.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { restoreRecord, rowOf, voidRecord, type ChangeBy } from '../record-writer.ts';

type Reasoned = ChangeBy & { readonly reason: string };
type Versioned = { readonly id: number; readonly version: number };

/** Voids a household that was entered by mistake; refused while a form or another household names it. */
export function voidHousehold(database: Database, { id, version }: Versioned, by: Reasoned): number {
  const household = rowOf(database, 'household', id);
  const form = database.first<{ form_number: number }>(
    'SELECT form_number FROM pledge WHERE household_id = ? AND voided_at IS NULL LIMIT 1',
    id,
  );
  if (form)
    fail(
      'invalid',
      `Hộ này có tờ cam kết số ${form.form_number}. Hãy hủy tờ đó; hộ chỉ có một tờ sẽ hủy theo.`,
    );
  const merged = database.first('SELECT 1 FROM household WHERE merged_into = ? AND voided_at IS NULL', id);
  if (merged) fail('invalid', 'Có hộ khác đã gộp vào hộ này. Hãy bỏ gộp trước.');
  const unit = new UnitOfWork();
  const after = voidRecord(unit, 'household', household, version, by);
  database.commit(unit);
  return after.version;
}

/** Takes the void of a household back. */
export function restoreHousehold(database: Database, { id, version }: Versioned, by: Reasoned): number {
  const unit = new UnitOfWork();
  const after = restoreRecord(unit, 'household', rowOf(database, 'household', id), version, by);
  database.commit(unit);
  return after.version;
}
