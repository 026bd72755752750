import { fail } from '../../../../shared/failure.ts';
import { formatDate, type IsoDate } from '../../../../shared/vietnamese/dates.ts';
import type { Database } from '../../database/database.ts';
import { VillageRollUp } from '../../register/village-roll-up.ts';
import { householdAsOf } from '../households/as-of.ts';
import type { HouseholdRow } from '../households/events.ts';
import { housesOf } from '../households/houses-of.ts';
import { unitsOf } from '../units/directory.ts';
import { requirePast, type PhaseRow } from './rows.ts';

/** Refuses days of an approval that cannot be: to come, before its phase, or behind the day it is due. */
export function requireDays(
  phase: PhaseRow,
  { approved_on, due_on }: { approved_on: IsoDate; due_on: IsoDate },
): void {
  requirePast(approved_on, 'approved_on');
  if (approved_on < phase.from_date) {
    const text = `${phase.name} bắt đầu ngày ${formatDate(phase.from_date)}; không thể phê duyệt trước ngày đó.`;
    fail('invalid', text, { fields: { approved_on: text } });
  }
  if (due_on < approved_on) {
    const text = `Hạn bàn giao ${formatDate(due_on)} ở trước ngày phê duyệt. Hãy ghi hạn của riêng nhà này.`;
    fail('invalid', text, { fields: { due_on: text } });
  }
}

/** What a house keeps of its household as of the day of approval: the head, the village and its commune then. */
export function beneficiaryOn(database: Database, household: HouseholdRow, day: IsoDate) {
  const then = householdAsOf(database, household, day);
  if (then === null) {
    const text = `Ngày ${formatDate(day)} hộ ${household.head_name} không cư trú ở đây (chưa đến, chưa tách hoặc đã chuyển đi).`;
    fail('invalid', text, { fields: { approved_on: 'Ngày này hộ không cư trú ở đây.' } });
  }
  const village_id = new VillageRollUp(database, day).of(then.village_id);
  const commune_id = unitsOf(database).communeOf(village_id, day);
  return { beneficiary_name: then.head_name, village_id, commune_id };
}

/** Refuses (`duplicate`) a second house of a household, or of one that went into it, in a phase. */
export function requireNoHouse(database: Database, phase: PhaseRow, householdId: number, except = 0): void {
  const there = housesOf(database, householdId).find(
    ({ id, phase_id }) => phase_id === phase.id && id !== except,
  );
  if (!there) return;
  const { beneficiary_name, approved_on } = there;
  const text = `Hộ này đã có nhà ở ${phase.name}: nhà của ${beneficiary_name}, phê duyệt ngày ${formatDate(approved_on)}.`;
  fail('duplicate', text, {
    fields: { household_id: 'Hộ đã có nhà ở giai đoạn này.' },
    safe: 'Nhà đã ghi vẫn còn nguyên; không có gì bị ghi hai lần.',
  });
}
