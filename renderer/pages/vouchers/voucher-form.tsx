import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useRef, type InputHTMLAttributes } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { CallOutput } from '../../../shared/api.ts';
import { kindOf } from '../../../shared/records/index.ts';
import type { VoucherKind } from '../../../shared/records/voucher.ts';
import type { StoredValue } from '../../../shared/records/schema.ts';
import { call } from '../../client.ts';
import { today } from '../../components/words.ts';
import { DeclaredForm, type FieldInput } from '../../records/declared-form.tsx';
import { rememberSticky, stickyOf } from '../../records/sticky.ts';
import { shownLines } from '../../records/typed-lines.ts';
import type { TypedForm } from '../../records/typed.ts';
import { valuesOf } from '../../records/value.ts';
import { AvailableHint } from './available-hint.tsx';
import { DonationsInput, ItemsInput } from './line-inputs.tsx';
import { openPayment, paymentFields, paymentInput, paymentItemFields } from './payment-fields.ts';
import {
  donationFields,
  openReceipt,
  receiptFields,
  receiptInput,
  receiptItemFields,
  receiptRules,
} from './receipt-fields.ts';

export type SavedVoucher = CallOutput<'receipts.save'>;

/** A draft that is to be changed, as its page gives it. */
export type Draft =
  | { readonly kind: 'receipt'; readonly page: CallOutput<'receipts.page'> }
  | { readonly kind: 'payment'; readonly page: CallOutput<'payments.page'> };

interface Props {
  readonly kind: VoucherKind;
  readonly draft?: Draft | undefined;
  /** The campaign that is proposed: the only one there is, or the only one that is open. */
  readonly fundId: number | null;
  readonly onSaved: (saved: SavedVoucher) => void;
  readonly onCancel: () => void;
}

const forms = {
  receipt: { fields: receiptFields, open: openReceipt, check: receiptRules },
  payment: { fields: paymentFields, open: openPayment, check: kindOf('payment').check },
} as const;

const inputs: Record<VoucherKind, Readonly<Record<string, FieldInput>>> = {
  receipt: {
    donations: (props) => <DonationsInput {...props} />,
    items: (props) => <ItemsInput {...props} fields={receiptItemFields} />,
  },
  payment: { items: (props) => <ItemsInput {...props} fields={paymentItemFields} /> },
};

function draftValues(draft: Draft): Record<string, StoredValue> {
  if (draft.kind === 'payment')
    return {
      ...valuesOf(paymentFields, draft.page.payment),
      items: shownLines(
        paymentItemFields,
        draft.page.items.map((one) => valuesOf(paymentItemFields, one)),
      ),
    };
  const { receipt, donations, items } = draft.page;
  const donationLines = donations.map((one) => valuesOf({ ...donationFields, officer_id: officer }, one));
  return {
    ...valuesOf(receiptFields, receipt),
    donations: shownLines({ ...donationFields, officer_id: officer }, donationLines),
    items: shownLines(
      receiptItemFields,
      items.map((one) => valuesOf(receiptItemFields, one)),
    ),
  };
}

/** Enter passes by it. */
const aside = { 'data-aside': '' } as InputHTMLAttributes<HTMLInputElement>;
const officer = { type: 'reference', kind: 'officer', label: 'Cán bộ' } as const;

const left = (form: UseFormReturn<TypedForm>) => <AvailableHint form={form} />;
/** Only one of the two fields is there. */
const whatIsLeft = { amount: left, items: left } as const;

function proposal(kind: VoucherKind, fundId: number | null): Record<string, StoredValue> {
  const usual: Record<string, StoredValue> =
    kind === 'receipt'
      ? { received_on: today(), way: 'cash', account: 'cash', donor_kind: 'person', consent: false }
      : { paid_on: today(), account: 'cash', purpose: 'house' };
  return { fund_id: fundId, ...usual, ...stickyOf(kindOf(kind)) };
}

/** The form of a receipt or a payment: issued at once, or kept as a draft without a number. */
export function VoucherForm({ kind, draft, fundId, onSaved, onCancel }: Props) {
  const asDraft = useRef<HTMLInputElement>(null);
  const { fields, open, check } = forms[kind];
  const record = draft && (draft.kind === 'receipt' ? draft.page.receipt : draft.page.payment);
  const save = async (values: Record<string, StoredValue>, version: number) => {
    const which = record ? { id: record.id, version } : {};
    const issue = asDraft.current?.checked !== true;
    const saved =
      kind === 'receipt'
        ? await call('receipts.save', { ...which, ...receiptInput(values), issue })
        : await call('payments.save', { ...which, ...paymentInput(values), issue });
    if (!record) rememberSticky(kindOf(kind), values);
    onSaved(saved);
  };
  return (
    <DeclaredForm
      fields={fields}
      open={open}
      inputs={inputs[kind]}
      hints={kind === 'payment' ? whatIsLeft : undefined}
      record={draft && record && { values: draftValues(draft), version: record.version }}
      initial={proposal(kind, fundId)}
      check={check}
      day={kindOf(kind).day}
      submitLabel={kind === 'receipt' ? 'Lập phiếu thu' : 'Lập phiếu chi'}
      onSubmit={save}
      onCancel={onCancel}
      draft={`${kind}:${String(record?.id ?? 'new')}`}
    >
      <FormControlLabel
        label="Chỉ lưu nháp, chưa lấy số"
        control={<Checkbox slotProps={{ input: { ref: asDraft, ...aside } }} />}
      />
    </DeclaredForm>
  );
}
