import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FailureError } from '../../../shared/failure.ts';
import { batchOf, countsOf, type BatchRow } from '../../../electron/data/records/pledges/batch.ts';
import { setClosed } from '../../../electron/data/records/pledges/campaign.ts';
import {
  markHousehold,
  markRest,
  rosterOf,
  unmarkRest,
} from '../../../electron/data/records/pledges/roster.ts';
import { insertRecord } from '../../../electron/data/records/record-writer.ts';
import { UnitOfWork } from '../../../electron/data/database/unit-of-work.ts';
import { query } from '../../../electron/data/database/tables.ts';
import { bench, type Bench } from './fixture.ts';

const heads = ['Vừ Bá Rê', 'Lầu Y Mỷ', 'Xồng Nỏ Lìa', 'Moong Phò Ón'];
let made: Bench;
let batch: BatchRow;

/** Last year's forms made the households; this year's batch marks them. */
beforeEach(() => {
  made = bench();
  const village = made.village('Huồi Tụ', 1);
  const before = made.place(made.campaign(2022), village);
  heads.forEach((head_name, index) =>
    made.save(before, { head_name, form_number: index + 1, signed_on: '2022-04-01' }),
  );
  const { commune_id } = before;
  const unit = new UnitOfWork();
  const values = {
    campaign_id: made.campaign(2023),
    village_id: village,
    commune_id,
    way: 'roster',
    cover_count: 4,
  };
  const { id } = insertRecord(
    made.database,
    unit,
    'pledge_batch',
    { ...values, opened_at: made.by.at },
    made.by,
  );
  made.database.commit(unit);
  batch = batchOf(made.database, id);
});
afterEach(() => made.close());

const roster = () => rosterOf(made.database, batch);
const signed = { signature_mode: 'signed', reason: null, signed_on: '2023-05-02', note: null } as const;
const rest = (cover_count: number, paper_total = cover_count) =>
  markRest(made.database, { batch_id: batch.id, signed_on: '2023-05-02', cover_count, paper_total }, made.by);
const first = () => roster()[0]?.household_id ?? 0;
const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof FailureError) return error.failure.code;
    throw error;
  }
  return 'no failure';
};

const voidedBecause = (reason: string) =>
  made.database.all(query.selectFrom('pledge').select('id').where('void_reason', '=', reason).compile());

describe('the roster of a village', () => {
  it('names the known households by given name, none with a form yet', () => {
    expect(roster().map((line) => [line.head_name, line.pledge_id])).toEqual([
      ['Xồng Nỏ Lìa', null],
      ['Lầu Y Mỷ', null],
      ['Moong Phò Ón', null],
      ['Vừ Bá Rê', null],
    ]);
  });

  it('gives a marked household the next number, and marks it anew without a second form', () => {
    const household_id = first();
    const id = markHousehold(made.database, { batch_id: batch.id, household_id, ...signed }, made.by);
    const away = { signature_mode: 'not_yet', reason: 'away', signed_on: null, note: null } as const;
    expect(markHousehold(made.database, { batch_id: batch.id, household_id, ...away }, made.by)).toBe(id);
    expect(roster()[0]).toMatchObject({
      form_number: 1,
      signature_mode: 'not_yet',
      reason: 'away',
      pledge_version: 2,
    });
    expect(countsOf(made.database, batch.id)).toMatchObject({ forms: 1, signed: 0, not_yet: 1 });
  });

  it('takes no household of another village, no impossible signature, nothing in a closed campaign without a reason', () => {
    const other = made.save(made.place(batch.campaign_id, made.village('Huồi Tụ', 2))).household_id;
    const mark = (household_id: number, more: object = {}) =>
      codeOf(() =>
        markHousehold(made.database, { batch_id: batch.id, household_id, ...signed, ...more }, made.by),
      );
    expect(mark(other)).toBe('invalid');
    expect(mark(first(), { signed_on: null })).toBe('invalid');
    expect(mark(first(), { signed_on: '1970-01-01' })).toBe('invalid');
    setClosed(made.database, { id: batch.campaign_id, version: 1, closed: true }, made.by);
    expect(mark(first())).toBe('campaign_closed');
    expect(mark(first(), { reason_for_change: 'bổ sung tờ nộp muộn' })).toBe('no failure');
  });
});

describe('"all signed, except…"', () => {
  it('marks the rest only when cover, paper and households agree', () => {
    expect(codeOf(() => rest(4, 3))).toBe('totals_disagree');
    expect(codeOf(() => rest(5))).toBe('totals_disagree');
    expect(roster().every((line) => line.pledge_id === null)).toBe(true);
    expect(rest(4)).toBe(4);
    expect(roster().map((line) => line.form_number)).toEqual([1, 2, 3, 4]);
  });

  it('leaves the exceptions as they were marked, and is audited as bulk', () => {
    const household_id = first();
    const notYet = {
      signature_mode: 'not_yet',
      reason: 'works_elsewhere',
      signed_on: null,
      note: null,
    } as const;
    markHousehold(made.database, { batch_id: batch.id, household_id, ...notYet }, made.by);
    expect(rest(4)).toBe(3);
    expect(countsOf(made.database, batch.id)).toMatchObject({ forms: 4, signed: 3, not_yet: 1 });
    expect(
      made.database.all(query.selectFrom('audit').select('seq').where('action', '=', 'bulk_mark').compile()),
    ).toHaveLength(3);
  });

  it('is taken back as a whole', () => {
    rest(4);
    expect(unmarkRest(made.database, batch.id, made.by)).toBe(4);
    expect(roster().every((line) => line.pledge_id === null)).toBe(true);
    expect(voidedBecause('hoàn tác')).toHaveLength(4);
    expect(rest(4)).toBe(4);
  });

  it('is taken back in a closed campaign only with a reason, which its forms keep', () => {
    rest(4);
    setClosed(made.database, { id: batch.campaign_id, version: 1, closed: true }, made.by);
    expect(codeOf(() => unmarkRest(made.database, batch.id, made.by))).toBe('campaign_closed');
    expect(roster().every((line) => line.pledge_id !== null)).toBe(true);
    expect(unmarkRest(made.database, batch.id, { ...made.by, reason: 'đánh dấu nhầm bản' })).toBe(4);
    expect(voidedBecause('hoàn tác: đánh dấu nhầm bản')).toHaveLength(4);
  });
});
