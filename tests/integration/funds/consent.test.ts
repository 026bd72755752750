import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { disclosureIn } from '../../../electron/data/records/funds/papers-disclosure.ts';
import { Reader } from '../../../electron/data/database/reader.ts';
import type { CallOutput } from '../../../shared/api.ts';
import type { AuditRow } from '../../../shared/api/records.ts';
import { ago, brokenTrail, fundKit, today, writerOf, type FundKit, type Saved } from './kit.ts';

// A donor's consent to be named is his own to give and to withdraw, whenever he likes; nothing else of what was issued
// moves with it.

let kit: FundKit;
beforeAll(async () => {
  kit = await fundKit();
});
afterAll(() => kit.page.end());

const page = ({ id }: { readonly id: number }) =>
  kit.page.value<CallOutput<'receipts.page'>>('receipts.page', { id });
const change = ({ id, version }: Pick<Saved, 'id' | 'version'>, consent: boolean, more: object = {}) =>
  kit.page.value<{ id: number; version: number }>('receipts.consent', {
    ...{ id, version, consent, reason: 'Người ủng hộ gọi điện.' },
    ...more,
  });

/** Whom a public list made now would name. */
async function named(): Promise<string[]> {
  const connection = await writerOf(kit);
  try {
    const period = { fund_id: kit.fund, from: ago(400), to: today };
    const reader = new Reader(connection);
    return disclosureIn({ reader }, period).gifts.flatMap((gift) => (gift.named ? [gift.name] : []));
  } finally {
    connection.close();
  }
}

describe('of one donor', () => {
  test('a withdrawn consent takes the name off the next public list, one given later puts it there', async () => {
    const receipt = await kit.receipt({ donor_name: 'Moong Văn Nghị' });
    expect(await named()).toContain('Moong Văn Nghị');
    const withdrawn = await change(receipt, false);
    expect(await named()).not.toContain('Moong Văn Nghị');
    await change(withdrawn, true);
    expect(await named()).toContain('Moong Văn Nghị');
  });

  test('the receipt stays as it was issued, and the trail keeps who, when and why', async () => {
    const receipt = await kit.receipt({ donor_name: 'Cụt Thị Mai', consent: false });
    const before = (await page(receipt)).receipt;
    await change(receipt, true);
    const after = (await page(receipt)).receipt;
    const { version, consent, updated_at, ...rest } = before;
    expect(after).toMatchObject(rest);
    expect([consent, after['consent'], after.version]).toEqual([false, true, version + 1]);
    expect(updated_at <= after.updated_at).toBe(true);
    const history = await kit.page.value<AuditRow[]>('records.history', { kind: 'receipt', id: receipt.id });
    expect(history.find(({ action }) => action === 'change_consent')).toMatchObject({
      reason: 'Người ủng hộ gọi điện.',
      before: { consent: 0 },
      after: { consent: true },
    });
  });

  test('whoever read it before the change is told', async () => {
    const receipt = await kit.receipt();
    await change(receipt, false);
    const { id, version } = receipt;
    const stale = { id, version, consent: false, reason: 'x' };
    expect((await kit.refused('receipts.consent', stale)).code).toBe('conflict');
    const cancel = { id, version, cancelled_on: today, reason: 'x' };
    expect((await kit.refused('receipts.cancel', cancel)).code).toBe('conflict');
  });

  test.each([
    ['nobody without a name is named', { donor_kind: 'anonymous', consent: false }, {}, true, 'ẩn danh'],
    ['a draft is edited instead', {}, { issue: false }, false, 'nháp'],
    ['nothing is written where nothing differs', {}, {}, true, 'Chưa có gì khác'],
  ] as const)('%s', async (_name, values, more, consent, text) => {
    const { id, version } = await kit.receipt(values, more);
    const refused = await kit.refused('receipts.consent', { id, version, consent, reason: 'x' });
    expect(refused.text).toContain(text);
    expect((await page({ id })).receipt.version).toBe(version);
  });

  test('a reason is asked for', async () => {
    const { id, version } = await kit.receipt();
    const refused = await kit.refused('receipts.consent', { id, version, consent: false, reason: ' ' });
    expect(refused.code).toBe('invalid');
  });

  test('a cancelled receipt names nobody, so nothing is left to say', async () => {
    const receipt = await kit.receipt({ donor_name: 'Lô Văn Nhầm' });
    const { id, version } = await kit.cancel('receipt', receipt);
    expect(await named()).not.toContain('Lô Văn Nhầm');
    const refused = await kit.refused('receipts.consent', { id, version, consent: false, reason: 'x' });
    expect(refused.code).toBe('voucher_frozen');
  });
});

describe('of a list of members', () => {
  const donations = [
    { officer_id: null, donor_name: 'Hạ Bá Công', amount: 100_000, consent: true },
    { officer_id: null, donor_name: 'Vi Thị Kín', amount: 200_000, consent: false },
  ];
  const group = { donor_kind: 'collective', donor_name: 'Đội An ninh', amount: 300_000, consent: false };

  test('each member is named by himself; the receipt takes a new version with them', async () => {
    const receipt = await kit.receipt(group, { donations });
    const [one, other] = (await page(receipt)).donations;
    const members = [
      { id: one?.id, consent: false },
      { id: other?.id, consent: true },
    ];
    const { version } = await change(receipt, false, { members });
    expect(version).toBe(receipt.version + 1);
    expect(await named()).toContain('Vi Thị Kín');
    expect(await named()).not.toContain('Hạ Bá Công');
    const after = (await page(receipt)).donations;
    expect(after.map(({ donor_name, amount }) => [donor_name, amount])).toEqual([
      ['Hạ Bá Công', 100_000],
      ['Vi Thị Kín', 200_000],
    ]);
  });

  test("a member of another receipt's list is not reached through this one", async () => {
    const other = await kit.receipt(group, { donations });
    const [stranger] = (await page(other)).donations;
    const { id, version } = await kit.receipt(group, { donations });
    const members = [{ id: stranger?.id, consent: false }];
    const refused = await kit.refused('receipts.consent', {
      ...{ id, version, consent: true, members },
      reason: 'x',
    });
    expect(refused.code).toBe('bad_input');
    expect((await page({ id })).receipt).toMatchObject({ version, consent: false });
    expect((await page(other)).donations[0]).toMatchObject({ consent: true });
  });
});

test('the trail and the books hold after all this', async () => {
  expect(await brokenTrail(kit)).toEqual([]);
});
