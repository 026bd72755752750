import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../../electron/data/database/tables.ts';
import { verifyAudit } from '../../../electron/data/people/verify-audit.ts';
import { balanceOn } from '../../../electron/data/records/funds/balance.ts';
import { fundBalance } from '../../../electron/data/records/funds/overview.ts';
import { houseBoard } from '../../../electron/data/records/houses/board.ts';
import { houseProgress } from '../../../electron/data/records/houses/progress.ts';
import { totalOf } from '../../../electron/data/records/list.ts';
import { fillSample } from '../../../electron/data/sample/fill-sample.ts';
import type { KindName } from '../../../shared/records/index.ts';
import { bench, type Bench } from './fixture.ts';

// What the sample year holds beside its pledges: the figures that the source article reports, counted from records.

let made: Bench;
beforeAll(async () => {
  made = bench();
  await fillSample(made.database, { progress: () => undefined, userId: 1 });
}, 60_000);
afterAll(() => made.close());

const total = (kind: KindName, equal: Record<string, string> = {}) =>
  totalOf(made.database, { kind, filter: { text: '', equal, period: {}, voided: 'without' } });

describe('outreach and forums', () => {
  it('reaches every village and 158,000 people', () => {
    const reached = sql<{ villages: number; last: string }>`
      select count(distinct v.target_id) as villages, max(l.held_on) as last
      from launch_session l join launch_session_villages v on v.record_id = l.id`;
    const row = made.database.first(reached.compile(query));
    expect(row?.villages).toBe(191);
    expect(row?.last.startsWith('2023-')).toBe(true);
    expect(total('launch_session').sums['attendance_count']).toBe(158_000);
  });

  it('has 25 sessions of propaganda, 3 reportages and 39 forums', () => {
    expect(total('propaganda_session').total).toBe(25);
    expect(total('propaganda_session').sums['attendance_count']).toBeGreaterThan(4_600);
    expect(total('news_item', { medium: 'reportage' }).total).toBe(3);
    expect(total('forum').total).toBe(39);
    expect(total('opinion').total).toBe(78);
    expect(total('advisory_document').total).toBeGreaterThan(1);
  });
});

describe('houses', () => {
  it('were handed over in 20 communes ahead of plan: 1,491 and 309', () => {
    const [first, second, next] = houseProgress(made.database, {});
    for (const [phase, planned] of [
      [first, 1_491],
      [second, 309],
    ] as const) {
      expect(phase).toMatchObject({ planned, approved: planned, handed_over: planned, late: 0 });
      expect(String(phase?.completed_on) < String(phase?.to)).toBe(true);
      const { communes } = houseBoard(made.database, { phase_id: phase?.phase_id });
      expect(communes.filter(({ total: own }) => own > 0)).toHaveLength(20);
    }
    expect(next).toMatchObject({ planned: 40, approved: 40, handed_over: 0, late: 40 });
  });

  it('stand where their steps have brought them, one a household and phase', () => {
    const wrong = sql<{ id: number }>`
      select h.id from house h
      where h.step <> (select s.step from house_step s where s.house_id = h.id and s.voided_at is null order by s.step_on desc, s.id desc limit 1)
        or h.approved_on <> (select min(s.step_on) from house_step s where s.house_id = h.id and s.voided_at is null)`;
    expect(made.database.all(wrong.compile(query))).toEqual([]);
    expect(total('house').total).toBe(1_840);
  });

  it('have one committee, nine groups, and more than a thousand turns of labour', () => {
    expect(total('steering_committee').total).toBe(1);
    expect(total('working_group').total).toBe(9);
    expect(houseBoard(made.database, { phase_id: 1 }).communes.length).toBe(21);
    expect(total('labour_turn').sums['turns']).toBeGreaterThan(1_000);
  });
});

describe('the fund', () => {
  it('has more than a hundred million of officers, goods, payments, and one receipt that was cancelled', () => {
    expect(total('donation').total).toBe(60);
    const salary = total('receipt', { way: 'salary' }).sums['standing_amount'] ?? 0;
    expect(salary).toBeGreaterThan(100_000_000);
    expect(total('receipt', { status: 'cancelled' }).total).toBe(1);
    expect(total('payment').total).toBe(11);
    expect(total('receipt_item').total).toBe(3);
  });

  it('agrees with the count of its cash, and no book is below nothing', () => {
    const counted = query.selectFrom('reconciliation').selectAll();
    const row = made.database.first(counted.compile());
    expect(row).toMatchObject({ difference: 0 });
    const cash = balanceOn(made.database, { fund_id: 1, account: 'cash', item_id: 0 }, '2023-12-31');
    expect(row?.counted_amount).toBe(cash);
    expect(JSON.stringify(fundBalance(made.database, 1, '2023-12-31'))).not.toContain('-');
  });
});

it('is not written twice, and its trail holds', async () => {
  await fillSample(made.database, { progress: () => undefined, userId: 1 });
  expect(total('house').total).toBe(1_840);
  const connection = made.reader();
  const checked = verifyAudit(connection, { progress: () => undefined, cancelled: () => false });
  connection.close();
  expect(checked.broken).toEqual([]);
});

it('goes on where a filling broke off', async () => {
  const broken = bench();
  const stop = new Error('Power cut');
  const progress = (step: string, done: number) => {
    if (step.includes('nhà') && done > 500) throw stop;
  };
  await expect(fillSample(broken.database, { progress, userId: 1 })).rejects.toBe(stop);
  await fillSample(broken.database, { progress: () => undefined, userId: 1 });
  const counts = (of: Bench) =>
    (
      [
        'team',
        'officer',
        'launch_session',
        'opinion',
        'house',
        'house_step',
        'labour_turn',
        'receipt',
      ] as const
    ).map((kind) =>
      totalOf(of.database, { kind, filter: { text: '', equal: {}, period: {}, voided: 'with' } }),
    );
  expect(counts(broken)).toEqual(counts(made));
  broken.close();
}, 60_000);
