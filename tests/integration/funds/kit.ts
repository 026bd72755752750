import { join } from 'node:path';
import { openWithPassword, readEnvelope } from '../../../electron/data/database/key-envelope.ts';
import { openReader, openWriter } from '../../../electron/data/database/open.ts';
import { localDay } from '../../../electron/data/office/wording.ts';
import { verifyAudit } from '../../../electron/data/people/verify-audit.ts';
import type { CallOutput } from '../../../shared/api.ts';
import type { ShownRecord } from '../../../shared/api/records.ts';
import type { StoredValue } from '../../../shared/records/schema.ts';
import type { VoucherKind } from '../../../shared/records/voucher.ts';
import type { Failure } from '../../../shared/failure.ts';
import { addDays } from '../../../shared/vietnamese/dates.ts';
import { passwordOf, takenPage, type TakenPage } from '../taken-page.ts';

export const today = localDay(new Date());
/** That many days before today. */
export const ago = (days: number) => addDays(today, -days);

export type Values = Readonly<Record<string, StoredValue>>;
export type Saved = CallOutput<'receipts.save'>;

/** What a voucher is saved with besides its usual values. */
interface More {
  readonly donations?: readonly Values[];
  readonly items?: readonly Values[];
  readonly issue?: boolean;
  readonly id?: number;
  readonly version?: number;
}

/** An office with a fund, people and goods, and the calls that its clerk makes; what is saved is issued at once. */
export interface FundKit {
  readonly page: TakenPage;
  readonly fund: number;
  readonly team: number;
  readonly officer: number;
  readonly cement: number;
  readonly roofing: number;
  readonly create: (kind: string, values: Values) => Promise<number>;
  readonly receipt: (values?: Values, more?: More) => Promise<Saved>;
  readonly payment: (values?: Values, more?: More) => Promise<Saved>;
  /** What `receipt` and `payment` send. */
  readonly input: (kind: VoucherKind, values?: Values, more?: More) => object;
  readonly cancel: (kind: VoucherKind, voucher: Saved, cancelled_on?: string) => Promise<Saved>;
  readonly balance: (day?: string, fund_id?: number) => Promise<CallOutput<'funds.balance'>>;
  readonly book: (input?: object) => Promise<CallOutput<'funds.book'>>;
  readonly refused: (name: string, input: unknown) => Promise<Failure>;
  /** The fields to blame where saving such a voucher is refused. */
  readonly faults: (kind: VoucherKind, values: Values, more?: object) => Promise<Record<string, string>>;
  readonly get: (kind: string, id: number) => Promise<ShownRecord>;
  /** What `records.update` is sent to save a record with these values. */
  readonly update: (kind: string, id: number, values: Values) => Promise<object>;
  /** What `records.void` is sent to void a record. */
  readonly voiding: (kind: string, id: number) => Promise<object>;
}

/** The values of a campaign that has been open for three hundred days. */
export const fundValues: Values = {
  title: 'Ủng hộ làm nhà cho hộ nghèo',
  purpose: 'Làm nhà cho hộ nghèo trên địa bàn huyện.',
  scope: 'Cán bộ chiến sĩ, doanh nghiệp, nhà hảo tâm.',
  place: 'Đội Xây dựng phong trào',
  bank_account: null,
  basis: null,
  opens_on: ago(300),
  closes_on: null,
  target_amount: 1_000_000_000,
  note: null,
};

const receiptValues = {
  way: 'cash',
  account: 'cash',
  donor_kind: 'person',
  donor_name: 'Nguyễn Văn Hảo',
  donor_address: 'Thị trấn Mường Xén',
  donor_officer_id: null,
  donor_team_id: null,
  consent: true,
  content: 'Ủng hộ làm nhà cho hộ nghèo',
  amount: 1_000_000,
  reference: null,
  note: null,
};
const paymentValues = {
  account: 'cash',
  purpose: 'other',
  house_id: null,
  house_source: null,
  payee_name: 'Lầu Bá Chò',
  payee_address: 'Bản Huồi Tụ',
  content: 'Chi mua vật liệu',
  voucher: 'Hóa đơn số 12 ngày 05/05',
  amount: 1_000_000,
  approver_id: null,
  note: null,
};

/** Sets the office up; the clerk is logged in. */
export async function fundKit(): Promise<FundKit> {
  const page = await takenPage();
  const { value } = page;
  await page.logIn('lan');
  const create = async (kind: string, values: Values) =>
    (await value<{ id: number }>('records.create', { kind, values })).id;
  const team = await create('team', { name: 'Đội An ninh' });
  const officer = await create('officer', { full_name: 'Xeo Khăm Hương', team_id: team });
  const fund = await create('fund_campaign', fundValues);
  const cement = await create('in_kind_item', { name: 'Xi măng', unit_name: 'bao' });
  const roofing = await create('in_kind_item', { name: 'Tôn lợp', unit_name: 'm²' });
  const people = {
    receipt: { ...receiptValues, fund_id: fund, received_on: ago(100), receiver_id: officer },
    payment: { ...paymentValues, fund_id: fund, paid_on: ago(50), payer_id: officer },
  };
  const get = (kind: string, id: number) => value<ShownRecord>('records.get', { kind, id });
  const present = async (kind: string, id: number) => ({ kind, id, version: (await get(kind, id)).version });
  const input = (kind: VoucherKind, values: Values = {}, more: More = {}) => ({
    values: { ...people[kind], ...values },
    items: [],
    issue: true,
    ...(kind === 'receipt' && { donations: [] }),
    ...more,
  });
  const refused = async (name: string, given: unknown) => {
    const answer = await page.call(name, given);
    if (answer.ok) throw new Error(`${name} should have failed`);
    return answer.error;
  };
  return {
    page,
    ...{ fund, team, officer, cement, roofing, create, input },
    receipt: (values, more) => value<Saved>('receipts.save', input('receipt', values, more)),
    payment: (values, more) => value<Saved>('payments.save', input('payment', values, more)),
    cancel: (kind, { id, version }, cancelled_on = today) =>
      value(`${kind}s.cancel`, { id, version, cancelled_on, reason: 'Ghi nhầm.' }),
    balance: (day = today, fund_id = fund) => value('funds.balance', { fund_id, day }),
    book: (more = {}) =>
      value('funds.book', { fund_id: fund, account: 'cash', from: ago(400), to: today, ...more }),
    refused,
    faults: async (kind, values, more) =>
      (await refused(`${kind}s.save`, input(kind, values, more))).fields ?? {},
    get,
    update: async (kind, id, values) => ({ ...(await present(kind, id)), values }),
    voiding: async (kind, id) => ({ ...(await present(kind, id)), reason: 'Thử hủy.' }),
  };
}

/** The office's database file and its key, as another tool would open it. */
export async function fileOf({ page }: Pick<FundKit, 'page'>): Promise<{ file: string; key: Buffer }> {
  const { folder } = await page.value<{ folder: string }>('office.status');
  const envelope = readEnvelope(join(folder, 'keys.json'));
  const key = envelope && (await openWithPassword(envelope, 'quantri', passwordOf('quantri')));
  if (!key) throw new Error('The password opens nothing.');
  return { file: join(folder, 'ba-yen.db'), key };
}

/** A connection of one's own that may write. */
export async function writerOf(kit: Pick<FundKit, 'page'>) {
  const { file, key } = await fileOf(kit);
  return openWriter(file, key);
}

/** What a whole check of the audit trail and of the books finds. */
export async function brokenTrail(kit: Pick<FundKit, 'page'>): Promise<string[]> {
  const { file, key } = await fileOf(kit);
  const reader = openReader(file, key);
  try {
    return verifyAudit(reader, { progress: () => undefined, cancelled: () => false }).broken;
  } finally {
    reader.close();
  }
}
