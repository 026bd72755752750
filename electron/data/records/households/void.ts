import { fail } from '../../../../shared/failure.ts';
import type { Database } from '../../database/database.ts';
import { query } from '../../database/tables.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { restoreRecord, rowOf, voidRecord, type ChangeBy } from '../record-writer.ts';
import { housesOf } from './houses-of.ts';

type Reasoned = ChangeBy & { readonly reason: string };
type Versioned = { readonly id: number; readonly version: number };

/** Voids a household that was entered by mistake; refused while a form or another household names it. */
export function voidHousehold(database: Database, { id, version }: Versioned, by: Reasoned): number {
  const household = rowOf(database, 'household', id);
  const forms = query
    .selectFrom('pledge')
    .select('form_number')
    .where('household_id', '=', id)
    .where('voided_at', 'is', null);
  const form = database.first(forms.compile());
  if (form)
    fail(
      'invalid',
      `Hộ này có tờ cam kết số ${form.form_number}. Hãy hủy tờ đó; hộ chỉ có một tờ sẽ hủy theo.`,
    );
  const mergedIntoIt = query
    .selectFrom('household')
    .select('id')
    .where('merged_into', '=', id)
    .where('voided_at', 'is', null);
  const merged = database.first(mergedIntoIt.compile());
  if (merged) fail('invalid', 'Có hộ khác đã gộp vào hộ này. Hãy bỏ gộp trước.');
  if (housesOf(database, id).length > 0)
    fail('invalid', 'Hộ này có nhà trong chương trình làm nhà. Hãy hủy nhà đó trước.');
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
