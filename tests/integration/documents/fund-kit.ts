import { bookOf, type Account, type VoucherKind } from '../../../shared/records/voucher.ts';
import { paperBench, type Given, type PaperBench } from './paper-kit.ts';

interface Donor {
  readonly name: string;
  readonly amount: number;
  readonly consent: boolean;
}
interface Goods {
  readonly item: number;
  /** Thousandths. */
  readonly quantity: number;
  readonly value?: number | null;
}
interface Lines {
  readonly donors?: readonly Donor[];
  readonly goods?: readonly Goods[];
  /** Left as a draft. */
  readonly draft?: boolean;
}

/** A fund with its people and goods, and vouchers as the office's calls write them. */
export interface FundBench extends PaperBench {
  readonly fund: number;
  readonly officer: number;
  readonly cement: number;
  readonly roofing: number;
  /** A receipt, issued unless it is to stay a draft; gives its key. */
  readonly receipt: (values?: Given, lines?: Lines) => number;
  readonly payment: (values?: Given, lines?: Lines) => number;
  /** A house of Vừ Bá Rê in Huồi Đun, who has not consented to be named unless said so; gives its key. */
  readonly house: (values?: Given) => number;
  readonly cancel: (kind: VoucherKind, id: number, day: string, reason: string) => void;
}

const anybody = {
  received_on: '2023-03-05',
  way: 'cash',
  account: 'cash',
  donor_kind: 'person',
  donor_name: 'Vừ Bá Rê',
  consent: true,
  content: 'Ủng hộ làm nhà cho hộ nghèo',
  standing_amount: 0,
  status: 'draft',
};
const anyPayment = {
  paid_on: '2023-04-10',
  account: 'cash',
  purpose: 'other',
  payee_name: 'Cửa hàng vật liệu Hùng Thắng',
  content: 'Mua đinh, dây thép',
  voucher: 'Hóa đơn số 0000123 ngày 09/04/2023',
  standing_amount: 0,
  status: 'draft',
};

export function fundBench(): FundBench {
  const made = paperBench();
  const { insert, update } = made;
  const fund = insert('fund_campaign', {
    title: 'Ủng hộ làm nhà cho hộ nghèo huyện Kỳ Sơn',
    purpose: 'Làm nhà cho hộ nghèo trên địa bàn huyện',
    scope: 'Cán bộ, chiến sĩ và nhà hảo tâm',
    place: 'Trụ sở Công an huyện, khối 4, thị trấn Mường Xén',
    bank_account: '3608 0000 1234, Kho bạc Kỳ Sơn',
    opens_on: '2023-02-04',
    closes_on: '2023-12-31',
  });
  const officer = insert('officer', { full_name: 'Xeo Khăm Hương' });
  const position = { officer_id: officer, position: 'Cán bộ Đội Hậu cần' };
  insert('officer_position', { ...position, valid_from: '2020-01-01', rank: 'Trung úy' });
  insert('officer_position', { ...position, valid_from: '2024-01-01', rank: 'Thượng úy' });
  const cement = insert('in_kind_item', { name: 'Xi măng', unit_name: 'bao' });
  const roofing = insert('in_kind_item', { name: 'Tôn lợp', unit_name: 'm²' });
  const last = new Map<string, number>();
  const issue = (kind: VoucherKind, id: number, values: Given, day: unknown) => {
    const year = Number(String(day).slice(0, 4));
    const key = `${bookOf(kind, values['account'] as Account)} ${year}`;
    const number = (last.get(key) ?? 0) + 1;
    const numbers = { number, number_year: year, issued_at: '2023-03-05T02:00:00.000Z' };
    update(kind, id, { ...numbers, status: 'issued', standing_amount: values['amount'] ?? 0 });
    // A voucher that the books refused has taken no number.
    last.set(key, number);
  };
  return {
    ...made,
    get by() {
      return made.by;
    },
    fund,
    officer,
    cement,
    roofing,
    receipt: (more = {}, { donors = [], goods = [], draft = false } = {}) => {
      const kind: Given =
        goods.length > 0 ? { way: 'in_kind', account: 'goods', amount: null } : { amount: 1_000_000 };
      const values: Given = { fund_id: fund, receiver_id: officer, ...anybody, ...kind, ...more };
      const id = insert('receipt', values);
      for (const [index, { name, amount, consent }] of donors.entries())
        insert('donation', { receipt_id: id, position: index + 1, donor_name: name, amount, consent });
      for (const [index, { item, quantity, value = null }] of goods.entries()) {
        const line = { receipt_id: id, position: index + 1, item_id: item, quantity, estimated_value: value };
        insert('receipt_item', line);
      }
      if (!draft) issue('receipt', id, values, values['received_on']);
      return id;
    },
    payment: (more = {}, { goods = [], draft = false } = {}) => {
      const kind: Given = goods.length > 0 ? { account: 'goods', amount: null } : { amount: 400_000 };
      const values: Given = { fund_id: fund, payer_id: officer, ...anyPayment, ...kind, ...more };
      const id = insert('payment', values);
      for (const [index, { item, quantity }] of goods.entries())
        insert('payment_item', { payment_id: id, position: index + 1, item_id: item, quantity });
      if (!draft) issue('payment', id, values, values['paid_on']);
      return id;
    },
    house: (more = {}) => {
      const village_id = made.village('Huồi Tụ', 1);
      const program_id = insert('housing_program', { title: 'Làm nhà', from_date: '2023-01-01' });
      const phase_id = insert('housing_phase', {
        ...{ program_id, name: 'Giai đoạn 1', planned_houses: 10 },
        ...{ from_date: '2023-01-01', to_date: '2023-12-31' },
      });
      const head = { head_name: 'Vừ Bá Rê', birth: '1978', sex: 'male', member_count: 5, state: 'living' };
      const household_id = insert('household', { village_id, ...head });
      const place = { phase_id, household_id, village_id, commune_id: made.commune('Huồi Tụ') };
      const days = { approved_on: '2023-02-20', due_on: '2023-12-31', step_on: '2023-02-20' };
      const kinds = { poverty_class: 'poor', build_kind: 'new', step: 'approved', consent: false };
      return insert('house', { ...place, ...days, ...kinds, beneficiary_name: 'Vừ Bá Rê', ...more });
    },
    cancel: (kind, id, cancelled_on, cancel_reason) =>
      update(kind, id, { status: 'cancelled', standing_amount: 0, cancelled_on, cancel_reason }),
  };
}
