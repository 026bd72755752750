import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ago, brokenTrail, fundKit, today, type FundKit } from './kit.ts';

// Who may write a voucher, and what it names stays.

let kit: FundKit;
beforeAll(async () => {
  kit = await fundKit();
  await kit.receipt({ amount: 50_000_000 });
});
afterAll(() => kit.page.end());

describe('who may write', () => {
  const calls = async () => {
    const receipt = await kit.receipt({ amount: 1 }, { issue: false });
    const { id, version } = receipt;
    const cancelled_on = today;
    return [
      ['receipts.save', kit.input('receipt')],
      ['receipts.issue', { id, version }],
      ['receipts.void', { id, version, reason: 'x' }],
      ['receipts.consent', { id: 1, version: 2, consent: false, reason: 'x' }],
      ['receipts.cancel', { id: 1, version: 2, cancelled_on, reason: 'x' }],
      ['payments.save', kit.input('payment')],
      ['payments.issue', { id: 1, version: 1 }],
      ['payments.void', { id: 1, version: 1, reason: 'x' }],
      ['payments.cancel', { id: 1, version: 2, cancelled_on, reason: 'x' }],
    ] as const;
  };

  test('a viewer and a commander read the books and write no voucher', async () => {
    const all = await calls();
    for (const login of ['xem', 'chihuy'] as const) {
      await kit.page.logIn(login);
      for (const [name, input] of all) expect(await kit.page.ask(name, input), name).toBe('forbidden');
      expect(
        await kit.page.ask('funds.book', { fund_id: kit.fund, account: 'cash', from: ago(9), to: today }),
      ).toBe('ok');
      expect(await kit.page.ask('funds.overview')).toBe('ok');
      expect(await kit.page.ask('receipts.page', { id: 1 })).toBe('ok');
    }
    await kit.page.logIn('xem');
    expect(await kit.page.ask('funds.reopen', { id: 1, version: 1, until: today, reason: 'x' })).toBe(
      'forbidden',
    );
    await kit.page.logIn('lan');
  });

  test.each(['receipt', 'donation', 'receipt_item', 'payment', 'payment_item'])(
    'there is no general way to write a %s',
    async (kind) => {
      for (const [name, input] of [
        ['records.create', { kind, values: {} }],
        ['records.update', { kind, id: 1, version: 1, values: {} }],
        ['records.void', { kind, id: 1, version: 1, reason: 'x' }],
        ['records.restore', { kind, id: 1, version: 1, reason: 'x' }],
      ] as const)
        expect(await kit.page.ask(name, input), name).toBe('bad_input');
    },
  );
});

describe('what vouchers name', () => {
  test('stays: a fund, goods, an officer or a team in use is not voided', async () => {
    const item = await kit.create('in_kind_item', { name: 'Gạo', unit_name: 'kg' });
    const payer = await kit.create('officer', { full_name: 'Lô Văn Chi' });
    const giver = await kit.create('team', { name: 'Đội Cảnh sát giao thông' });
    const receiver = await kit.create('officer', { full_name: 'Kha Văn Thu' });
    await kit.receipt({ way: 'in_kind', amount: null }, { items: [{ item_id: item, quantity: 1000 }] });
    await kit.receipt({ donor_team_id: giver, receiver_id: receiver }, { issue: false });
    await kit.payment({ payer_id: payer, amount: 5 });
    for (const [kind, id] of [
      ['fund_campaign', kit.fund],
      ['in_kind_item', item],
      ['officer', payer],
      ['officer', receiver],
      ['team', giver],
    ] as const) {
      const refused = await kit.refused('records.void', await kit.voiding(kind, id));
      expect(refused.text, kind).toContain('Không hủy được');
    }
    const free = await kit.create('in_kind_item', { name: 'Ngói', unit_name: 'viên' });
    await kit.page.value('records.void', await kit.voiding('in_kind_item', free));
    expect(
      await kit.faults(
        'receipt',
        { way: 'in_kind', amount: null },
        { items: [{ item_id: free, quantity: 1 }] },
      ),
    ).toEqual({
      'items.0.item_id': 'Hiện vật: Ngói đã bị hủy.',
    });
  });

  test('an officer named in a list of many is in use as well', async () => {
    const officer = await kit.create('officer', { full_name: 'Hạ Bá Trình' });
    const units = await kit.page.value<{ id: number; level: string }[]>('units.list', { date: today });
    const commune_id = units.find(({ level }) => level === 'commune')?.id ?? 0;
    await kit.page.value('records.create', {
      kind: 'propaganda_session',
      values: {
        held_on: ago(5),
        place: 'Bản Huồi Tụ',
        commune_id,
        attendance_count: 50,
        topic: 'Phòng, chống ma túy',
        audience: 'Nhân dân bản Huồi Tụ',
        presenters: JSON.stringify([[officer, null]]),
      },
    });
    expect((await kit.refused('records.void', await kit.voiding('officer', officer))).text).toContain(
      'Không hủy được',
    );
  });

  test('one name and unit of goods is there once; what was issued keeps both', async () => {
    const twice = { kind: 'in_kind_item', values: { name: 'xi măng', unit_name: 'Bao' } };
    expect((await kit.refused('records.create', twice)).fields?.['name']).toContain(
      'Đã có hiện vật "Xi măng"',
    );
    const loose = await kit.create('in_kind_item', { name: 'Xi măng', unit_name: 'kg' });
    const by = (unit_name: string, more: object = {}) =>
      kit.update('in_kind_item', loose, { name: 'Xi măng', unit_name, ...more });
    await kit.page.value('records.update', await by('tấn'));
    await kit.receipt({ way: 'in_kind', amount: null }, { items: [{ item_id: loose, quantity: 1000 }] });
    expect((await kit.refused('records.update', await by('tạ'))).fields).toHaveProperty('unit_name');
    const note = await by('tấn', { note: 'loại rời' });
    expect(await kit.page.ask('records.update', note)).toBe('ok');
  });
});

test('the trail and the books hold after all this', async () => {
  expect(await brokenTrail(kit)).toEqual([]);
});
