import { fail } from '../../../../shared/failure.ts';
import type { StoredRecord } from '../../../../shared/records/index.ts';
import type { IsoDate } from '../../../../shared/vietnamese/dates.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';
import { localDay } from '../../office/wording.ts';
import { rowOf, type Row } from '../record-writer.ts';

type Stored<N extends 'house' | 'house_step' | 'housing_phase'> = {
  readonly [F in keyof StoredRecord<N>]: StoredRecord<N>[F] extends boolean | null
    ? number | null
    : StoredRecord<N>[F];
};
type Framed = 'id' | 'uid' | 'version' | 'voided_at';
export type HouseRow = Row & Omit<Stored<'house'>, Framed>;
export type HouseStepRow = Row & Omit<Stored<'house_step'>, Framed>;
export type PhaseRow = Row & Omit<Stored<'housing_phase'>, Framed>;

/** A house that is not voided. */
export function houseOf(database: Database, id: number): HouseRow {
  const row = rowOf(database, 'house', id);
  if (row.voided_at !== null) fail('not_found', 'Nhà này đã bị hủy. Hãy phục hồi trước.');
  return row as HouseRow;
}

/** A phase that is not voided. */
export function phaseOf(database: Database, id: number): PhaseRow {
  const row = rowOf(database, 'housing_phase', id);
  if (row.voided_at !== null) fail('not_found', 'Giai đoạn này đã bị hủy.');
  return row as PhaseRow;
}

const steps = statement((given: { house: number }) =>
  query
    .selectFrom('house_step')
    .selectAll()
    .where('house_id', '=', given.house)
    .where('voided_at', 'is', null)
    .orderBy('step_on')
    .orderBy('id'),
);

/** The steps of a house that stand, by their days. */
export function houseStepsOf(database: Database, house: number): HouseStepRow[] {
  return database.all(steps({ house }));
}

/** A step that nobody has taken back. */
export function standingStep(database: Database, id: number): HouseStepRow {
  const row = rowOf(database, 'house_step', id);
  if (row.voided_at !== null) fail('conflict', 'Bước này vừa được hoàn tác ở nơi khác.');
  return row as HouseStepRow;
}

/** Refuses a day that has not come yet. */
export function requirePast(day: IsoDate, field: 'approved_on' | 'step_on'): void {
  if (day > localDay(new Date()))
    fail('invalid', 'Ngày này ở tương lai. Hãy xem lại năm.', { fields: { [field]: 'Ngày ở tương lai.' } });
}
