import { query } from '../database/tables.ts';
import { cancelVoucher } from '../records/funds/cancel.ts';
import { saveVoucher } from '../records/funds/vouchers.ts';
import { rowOf } from '../records/record-writer.ts';
import type { SamplePeople } from './people.ts';
import { missing, plant, type Sample } from './plant.ts';

/** Two rounds of the office's officers: more than a hundred million in all, as the source article says. */
const rounds = ['2023-03-10', '2023-06-12'] as const;
/** đồng, of every officer in each round. */
const fromEach = 1_800_000;
const toEachHouse = 8_000_000;
const housesHelped = 9;

type Voucher = Omit<Parameters<typeof saveVoucher>[2], 'donations'> & {
  readonly donations: NonNullable<Parameters<typeof saveVoucher>[2]['donations']>;
};
type Values = Voucher['values'];

const campaign = {
  title: 'Chung tay làm nhà cho hộ nghèo năm 2023',
  purpose: 'Làm nhà cho hộ nghèo, hộ khó khăn về nhà ở trên địa bàn huyện.',
  scope: 'Cán bộ, chiến sĩ, doanh nghiệp, nhà hảo tâm trong và ngoài huyện.',
  place: 'Đội Hậu cần, Công an huyện Kỳ Sơn',
  bank_account: 'Tài khoản mẫu 0000 0000 0000',
  opens_on: '2023-02-20',
  closes_on: '2023-12-20',
  target_amount: 500_000_000,
};
const content = 'Ủng hộ làm nhà cho hộ nghèo';

const issued = (values: Values, lines: Partial<Pick<Voucher, 'donations' | 'items'>> = {}): Voucher => ({
  values,
  donations: [],
  items: [],
  issue: true,
  ...lines,
});

/** A team's list of its officers, taken off their salaries. */
function ofTeams({ database }: Sample, { teams, officers }: SamplePeople, common: Values): Voucher[] {
  return rounds.flatMap((received_on) =>
    teams.map((team) => {
      const own = officers
        .map((id) => rowOf(database, 'officer', id))
        .filter((one) => one['team_id'] === team);
      return issued(
        {
          ...{
            ...common,
            received_on,
            way: 'salary',
            account: 'cash',
            donor_kind: 'collective',
            consent: true,
          },
          ...{ donor_name: String(rowOf(database, 'team', team)['name']), donor_team_id: team },
          amount: own.length * fromEach,
        },
        {
          donations: own.map(({ id, full_name }) => {
            return { officer_id: id, donor_name: String(full_name), amount: fromEach, consent: true };
          }),
        },
      );
    }),
  );
}

const givers = [
  ['2023-03-02', 'transfer', 'collective', 'Công ty TNHH Xây dựng Mẫu', 50_000_000, true],
  ['2023-03-15', 'cash', 'person', 'Nguyễn Thị Thu Mai', 2_000_000, true],
  ['2023-04-04', 'cash', 'anonymous', 'Nhà hảo tâm', 5_000_000, false],
  ['2023-04-20', 'transfer', 'collective', 'Hội Đồng hương Mẫu', 35_000_000, true],
  ['2023-05-05', 'cash', 'person', 'Trần Đình Long', 1_000_000, false],
  ['2023-05-19', 'transfer', 'collective', 'Ngân hàng Mẫu, chi nhánh Kỳ Sơn', 60_000_000, true],
  ['2023-07-11', 'cash', 'person', 'Lê Xuân Hải', 3_500_000, true],
  ['2023-09-05', 'transfer', 'person', 'Phạm Thị Ngọc Yến', 10_000_000, true],
] as const;

const goods = [
  ['2023-03-25', 'Công ty Xi măng Mẫu', 0, 400_000, 36_000_000],
  ['2023-04-12', 'Cửa hàng Tôn thép Mẫu', 1, 300_000, 33_000_000],
  ['2023-08-08', 'Công ty Xi măng Mẫu', 0, 200_000, 18_000_000],
] as const;

function receipts(sample: Sample, people: SamplePeople, common: Values, items: readonly number[]): Voucher[] {
  const money = givers.map(([received_on, way, donor_kind, donor_name, amount, consent]) =>
    issued({
      ...{ ...common, received_on, way, donor_kind, donor_name, amount, consent },
      account: way === 'cash' ? 'cash' : 'bank',
    }),
  );
  const inKind = goods.map(([received_on, donor_name, item, quantity, estimated_value]) =>
    issued(
      {
        ...{ ...common, received_on, way: 'in_kind', account: 'goods', donor_kind: 'collective', donor_name },
        ...{ amount: null, consent: true },
      },
      { items: [{ item_id: items[item] ?? 0, quantity, estimated_value, expires_on: null }] },
    ),
  );
  const day = ({ values }: Voucher) => String(values['received_on']);
  // A book is written in the order of its days.
  return [...ofTeams(sample, people, common), ...money, ...inKind].sort((a, b) => (day(a) < day(b) ? -1 : 1));
}

function payments({ database }: Sample, common: Values, items: readonly number[]): Voucher[] {
  const first = query
    .selectFrom('house')
    .select(['id', 'beneficiary_name'])
    .orderBy('id')
    .limit(housesHelped);
  const toHouses = database.all(first.compile()).map(({ id, beneficiary_name }, index) =>
    issued({
      ...{
        ...common,
        paid_on: `2023-07-${String(index + 10)}`,
        account: 'cash',
        purpose: 'house',
        house_id: id,
      },
      ...{ house_source: 'officers', payee_name: beneficiary_name, amount: toEachHouse },
      ...{ content: 'Hỗ trợ làm móng, nền nhà', voucher: `Giấy đề nghị số ${String(index + 1)}` },
    }),
  );
  const transport = issued({
    ...{
      ...common,
      paid_on: '2023-07-25',
      account: 'bank',
      purpose: 'other',
      payee_name: 'Hợp tác xã Vận tải Mẫu',
    },
    ...{ amount: 24_000_000, content: 'Vận chuyển vật liệu', voucher: 'Hóa đơn 0000123' },
  });
  const cement = issued(
    {
      ...{
        ...common,
        paid_on: '2023-07-28',
        account: 'goods',
        purpose: 'other',
        payee_name: 'UBND xã Huồi Tụ',
      },
      ...{ amount: null, content: 'Xi măng làm nền nhà', voucher: 'Biên bản giao nhận số 1' },
    },
    { items: [{ item_id: items[0] ?? 0, quantity: 350_000 }] },
  );
  return [...toHouses, transport, cement];
}

/** One receipt that was written twice is cancelled, so that the book shows how that looks. */
function cancelOne({ database, by }: Sample): void {
  const twice = query.selectFrom('receipt').selectAll().where('donor_name', '=', 'Trần Đình Long');
  const row = database.first(twice.compile());
  if (row?.status !== 'issued') return;
  const { id, version } = row;
  const cancelled = { cancelled_on: '2023-05-22', reason: 'Ghi trùng phiếu.' };
  cancelVoucher(database, 'receipt', { id, version, ...cancelled }, by());
}

/** Writes the fund with its receipts, payments and a count of its cash that are not there yet; houses come before. */
export function fillFunds(sample: Sample, people: SamplePeople): void {
  const { database, by } = sample;
  const [fund_id = 0] = plant(sample, 'fund_campaign', [campaign]);
  const items = plant(sample, 'in_kind_item', [
    { name: 'Xi măng', unit_name: 'bao' },
    { name: 'Tôn lợp', unit_name: 'tấm' },
  ]);
  const keeper = people.officers[25] ?? people.officers[0] ?? 0;
  const received = receipts(sample, people, { fund_id, content, receiver_id: keeper }, items);
  for (const voucher of missing(database, 'receipt', received))
    saveVoucher(database, 'receipt', voucher, by());
  const paid = payments(sample, { fund_id, payer_id: keeper }, items);
  for (const voucher of missing(database, 'payment', paid)) saveVoucher(database, 'payment', voucher, by());
  cancelOne(sample);
  const cash = query
    .selectFrom('receipt')
    .select(({ fn }) => fn.sum<number>('standing_amount').as('sum'))
    .where('account', '=', 'cash')
    .where('fund_id', '=', fund_id);
  const counted = Number(database.first(cash.compile())?.sum ?? 0) - housesHelped * toEachHouse;
  const count = { fund_id, account: 'cash', counted_on: '2023-12-25', counted_amount: counted };
  plant(sample, 'reconciliation', [{ ...count, counted_by_id: keeper, witness: 'Lô Văn Mẫu' }]);
}
