import { UnitOfWork } from '../../../electron/data/database/unit-of-work.ts';
import { cancelVoucher } from '../../../electron/data/records/funds/cancel.ts';
import { saveVoucher } from '../../../electron/data/records/funds/vouchers.ts';
import type { VoucherKind } from '../../../shared/records/voucher.ts';
import { insertRecord } from '../../../electron/data/records/record-writer.ts';
import type { KindName } from '../../../shared/records/index.ts';
import type { StoredValue } from '../../../shared/records/schema.ts';
import { bench, type Bench } from '../records/fixture.ts';
import type { Saved, Values } from './kit.ts';

/** A database with people and goods, on which vouchers are saved by the program's own functions. */
export interface LedgerBench extends Bench {
  readonly cement: number;
  readonly roofing: number;
  readonly fund: (opens_on?: string) => number;
  readonly receipt: (values: Values, more?: Lines) => Saved;
  readonly payment: (values: Values, more?: Lines) => Saved;
  readonly cancel: (kind: VoucherKind, voucher: Pick<Saved, 'id' | 'version'>, cancelled_on: string) => void;
}
interface Lines {
  readonly items?: Record<string, StoredValue>[];
  readonly donations?: Record<string, StoredValue>[];
  readonly issue?: boolean;
}

/** Makes one; close it after the test. */
export function ledgerBench(): LedgerBench {
  const made = bench();
  const { database } = made;
  const insert = (kind: KindName, values: Values) => {
    const unit = new UnitOfWork();
    const { id } = insertRecord(database, unit, kind, values, made.by);
    database.commit(unit);
    return id;
  };
  const officer = insert('officer', { full_name: 'Xeo Khăm Hương' });
  const words = { content: 'Làm nhà', consent: true };
  const donor = { donor_kind: 'person', donor_name: 'Nguyễn Văn Hảo', receiver_id: officer };
  const payee = { payee_name: 'Lầu Bá Chò', payer_id: officer, purpose: 'other', voucher: 'Hóa đơn 12' };
  const save = (
    kind: VoucherKind,
    values: Values,
    { items = [], donations = [], issue = true }: Lines = {},
  ) => saveVoucher(database, kind, { values, items, donations, issue }, made.by);
  return {
    ...made,
    cement: insert('in_kind_item', { name: 'Xi măng', unit_name: 'bao' }),
    roofing: insert('in_kind_item', { name: 'Tôn lợp', unit_name: 'm²' }),
    fund: (opens_on = '2022-01-01') =>
      insert('fund_campaign', { title: 'Làm nhà', purpose: 'Làm nhà cho hộ nghèo', opens_on }),
    receipt: (values, more) => save('receipt', { way: 'cash', ...words, ...donor, ...values }, more),
    payment: (values, more) =>
      save('payment', { account: 'cash', content: 'Làm nhà', ...payee, ...values }, more),
    cancel: (kind, { id, version }, cancelled_on) =>
      void cancelVoucher(database, kind, { id, version, cancelled_on, reason: 'Ghi nhầm.' }, made.by),
  };
}
