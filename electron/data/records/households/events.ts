import { fail } from '../../../../shared/failure.ts';
import { bornAfter } from '../../../../shared/vietnamese/birth.ts';
import { formatDate } from '../../../../shared/vietnamese/dates.ts';
import type { HouseholdEventType } from '../../../../shared/records/household-event.ts';
import type { StoredRecord } from '../../../../shared/records/index.ts';
import type { Database } from '../../database/database.ts';
import { query } from '../../database/tables.ts';
import type { UnitOfWork } from '../../database/unit-of-work.ts';
import { insertRecord, rowOf, type ChangeBy, type Row } from '../record-writer.ts';
import { localDay } from '../../office/wording.ts';

export type HouseholdRow = Row &
  Pick<
    StoredRecord<'household'>,
    | 'village_id'
    | 'head_name'
    | 'birth'
    | 'sex'
    | 'ethnicity'
    | 'member_count'
    | 'note'
    | 'state'
    | 'moved_in_on'
    | 'moved_out_on'
    | 'merged_into'
  >;

/** The day and the note of what happened. */
export interface Happening {
  readonly event_on: string;
  readonly note: string | null;
}

const notSaved = 'Chưa có gì được lưu; những gì bạn vừa nhập vẫn còn trên màn hình.';

/** A household that is not voided. */
export function householdOf(database: Database, id: number): HouseholdRow {
  const row = rowOf(database, 'household', id);
  if (row.voided_at !== null) fail('not_found', 'Hộ này đã bị hủy.');
  return row as HouseholdRow;
}

/** A household that lives where it is written; only such a one moves, splits or gets a new head. */
export function livingHousehold(database: Database, id: number): HouseholdRow {
  const household = householdOf(database, id);
  if (household.state === 'moved_out') fail('invalid', 'Hộ này đã chuyển đi. Hãy ghi "trở về" trước.');
  if (household.state === 'merged') fail('invalid', 'Hộ này đã gộp vào hộ khác. Hãy bỏ gộp trước.');
  return household;
}

/** Refuses a day that has not come yet. */
export function requirePast(day: string, field = 'event_on'): void {
  const today = localDay(new Date());
  if (day > today)
    fail('invalid', 'Ngày này ở tương lai.', { fields: { [field]: 'Ngày ở tương lai.' }, safe: notSaved });
}

/** Refuses an event before the head's birth or before what happened to the household last. */
export function requireOrder(database: Database, household: HouseholdRow, day: string): void {
  requirePast(day);
  if (bornAfter(household.birth, day))
    fail('invalid', 'Ngày này ở trước khi chủ hộ sinh ra.', {
      fields: { event_on: 'Trước khi chủ hộ sinh ra.' },
      safe: notSaved,
    });
  const events = query
    .selectFrom('household_event')
    .select(({ fn }) => fn.max<string | null>('event_on').as('last'))
    .where('household_id', '=', household.id)
    .where('voided_at', 'is', null);
  const last = database.first(events.compile())?.last;
  if (last && day < last)
    fail(
      'invalid',
      `Hộ này có biến động ngày ${formatDate(last)}; biến động mới không thể ở trước ngày đó.`,
      {
        fields: { event_on: `Trước ngày ${formatDate(last)}.` },
        safe: notSaved,
      },
    );
}

/** Adds an event; what was before it is kept whole, so that every past day can be read back. */
export function addEvent(
  database: Database,
  unit: UnitOfWork,
  household: { readonly id: number },
  event: Happening & {
    readonly event_type: HouseholdEventType;
    readonly other_household_id?: number;
    readonly to_village_id?: number;
    /** The household before the event; null where it did not exist here before. */
    readonly before: HouseholdRow | null;
  },
  by: ChangeBy,
): void {
  const { before, ...values } = event;
  insertRecord(
    database,
    unit,
    'household_event',
    {
      ...values,
      household_id: household.id,
      from_village_id: before?.village_id ?? null,
      head_name_before: before?.head_name ?? null,
      birth_before: before?.birth ?? null,
      sex_before: before?.sex ?? null,
      member_count_before: before?.member_count ?? null,
    },
    by,
  );
}
