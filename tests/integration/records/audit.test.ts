import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UnitOfWork } from '../../../electron/data/database/unit-of-work.ts';
import { verifyAudit } from '../../../electron/data/people/verify-audit.ts';
import { addHousehold } from '../../../electron/data/records/households/add.ts';
import { moveHousehold } from '../../../electron/data/records/households/life.ts';
import { mergeHouseholds } from '../../../electron/data/records/households/merge.ts';
import { setClosed } from '../../../electron/data/records/pledges/campaign.ts';
import { voidForm, restoreForm } from '../../../electron/data/records/pledges/correct.ts';
import { conflictsOf, resolveConflict } from '../../../electron/data/records/pledges/conflicts.ts';
import { insertRecord, updateRecord } from '../../../electron/data/records/record-writer.ts';
import type { FormPlace } from '../../../electron/data/records/pledges/save-form.ts';
import { bench, type Bench } from './fixture.ts';

let made: Bench;
let place: FormPlace;
beforeEach(() => {
  made = bench();
  place = made.place(made.campaign(2023), made.village('Huồi Tụ', 1));
});
afterEach(() => made.close());

function check() {
  const connection = made.reader();
  const found = verifyAudit(connection, { progress: () => undefined, cancelled: () => false });
  connection.close();
  return found;
}

/** An edit behind the program's back, as any SQLite tool with the key could make it. */
const meddle = (sql: string) => made.database.connection.exec(sql);

describe('the audit trail', () => {
  it('covers the lines of a record: one that is changed behind its back is found', () => {
    const villages = JSON.stringify([
      [made.village('Huồi Tụ', 1), 60],
      [made.village('Huồi Tụ', 2), 40],
    ]);
    const unit = new UnitOfWork();
    const session = {
      held_on: '2023-05-01',
      launch_form: 'mass_form',
      attendance_count: 100,
      content: 'Phát động',
      villages,
    };
    insertRecord(made.database, unit, 'launch_session', session, made.by);
    made.database.commit(unit);
    expect(check().broken).toEqual([]);
    meddle('UPDATE launch_session_villages SET count = 400 WHERE position = 1');
    expect(check().broken).toEqual([expect.stringContaining('buổi phát động')]);
  });

  it('agrees with every record after each kind of change', () => {
    const { pledge_id, household_id } = made.save(place);
    expect(check()).toEqual({ rows: 3, records: 3, broken: [] });
    made.save(place, { form_number: 2, signed_on: '2023-05-01' });
    const [conflict] = conflictsOf(made.database, { resolved: false });
    const how = {
      repeat_id: conflict?.repeat_id ?? 0,
      version: 1,
      resolution: 'take_repeat',
      note: 'xem lại',
    } as const;
    resolveConflict(made.database, how, made.by);
    const other = made.save(place, { form_number: 3, birth: '1950' });
    const reason = { ...made.by, reason: 'thử' };
    voidForm(made.database, other.pledge_id, 1, reason);
    restoreForm(made.database, other.pledge_id, 2, reason);
    const move = { id: household_id, version: 1, event_on: '2024-01-01', note: null };
    moveHousehold(made.database, { ...move, to_village_id: made.village('Na Loi', 1) }, made.by);
    const merge = { id: household_id, version: 2, merged_id: other.household_id, merged_version: 3 };
    mergeHouseholds(made.database, { ...merge, event_on: '2024-01-02', note: null }, made.by);
    const head = {
      head_name: 'Lầu Chù',
      birth: '1980',
      sex: 'male',
      ethnicity: null,
      member_count: 2,
    } as const;
    const { village_id } = place;
    addHousehold(made.database, { ...head, village_id, note: null, moved_in_on: '2024-01-01' }, made.by);
    setClosed(made.database, { id: place.campaign_id, version: 1, closed: true }, made.by);
    const unit = new UnitOfWork();
    const team = insertRecord(made.database, unit, 'team', { name: 'Đội 1' }, made.by);
    updateRecord(unit, 'team', team, 1, { name: 'Đội Một' }, made.by);
    const decision = { pledge_id, decision_number: '12/QĐ', decision_on: '2023-09-01' };
    insertRecord(made.database, unit, 'pledge_breach', decision, made.by);
    made.database.commit(unit);
    const found = check();
    expect(found.broken).toEqual([]);
    expect(found.records).toBeGreaterThan(10);
  });

  it('shows a record changed behind its back', () => {
    const { pledge_id } = made.save(place);
    meddle(`UPDATE pledge SET member_count = 9 WHERE id = ${pledge_id}`);
    expect(check().broken).toEqual([
      `Dữ liệu của cam kết số ${pledge_id} khác với lần ghi cuối trong nhật ký.`,
    ]);
  });

  it('shows a record that vanished and one that came from nowhere', () => {
    const { pledge_id } = made.save(place);
    meddle(`UPDATE pledge SET id = 77 WHERE id = ${pledge_id}`);
    expect(check().broken).toEqual([
      'Có cam kết số 77 mà nhật ký không ghi.',
      `Thiếu cam kết số ${pledge_id} mà nhật ký có ghi.`,
    ]);
  });

  it.each([
    ['who', 'UPDATE audit SET user_id = 2 WHERE seq = 2', 'Dòng nhật ký số 2 không khớp'],
    [
      'when',
      "UPDATE audit SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 2",
      'Dòng nhật ký số 2 không khớp',
    ],
    ['what', "UPDATE audit SET action = 'x' WHERE seq = 2", 'Dòng nhật ký số 2 không khớp'],
    [
      'the payload',
      "UPDATE audit_payload SET payload = '{}' WHERE seq = 2",
      'Nội dung của dòng nhật ký số 2',
    ],
    [
      'a missing row',
      'DELETE FROM audit_payload WHERE seq = 2; DELETE FROM audit WHERE seq = 2',
      'Nhật ký thiếu dòng',
    ],
  ])('shows a change of %s', (_what, sql, text) => {
    made.save(place);
    meddle(sql);
    expect(check().broken.join('\n')).toContain(text);
  });

  it('still holds where a payload was purged by rule', () => {
    made.save(place);
    meddle('DELETE FROM audit_payload WHERE seq = 2');
    expect(check().broken).toEqual([]);
  });
});
