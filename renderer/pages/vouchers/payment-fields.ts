import type { CallInput } from '../../../shared/api.ts';
import { paymentItem } from '../../../shared/records/payment-item.ts';
import { payment, settledPayment } from '../../../shared/records/payment.ts';
import type { StoredValue } from '../../../shared/records/schema.ts';
import { typedFields, type Fields, type TypedForm } from '../../records/typed.ts';
import { linesOf } from './receipt-fields.ts';

export const paymentItemFields: Fields = typedFields(paymentItem.fields, ['item_id', 'quantity']);

const typed = typedFields(payment.fields);
const behindAmount = ['payer_id', 'approver_id', 'note'];
/** The fields of the form, in the order of the paper; goods stand behind the amount. */
export const paymentFields: Fields = {
  ...Object.fromEntries(Object.entries(typed).filter(([name]) => !behindAmount.includes(name))),
  items: { type: 'text', label: 'Hiện vật', max: 150_000 },
  ...typedFields(payment.fields, behindAmount),
};

/** The fields that account and purpose leave open. */
export function openPayment(form: TypedForm): ReadonlySet<string> {
  const open = new Set(Object.keys(paymentFields));
  if (form['purpose'] !== 'house') for (const name of ['house_id', 'house_source']) open.delete(name);
  open.delete(form['account'] === 'goods' ? 'amount' : 'items');
  return open;
}

/** What the call saves, from what stands in the form; fails `invalid` for a line that cannot be read. */
export function paymentInput(
  form: Record<string, StoredValue>,
): Pick<CallInput<'payments.save'>, 'values' | 'items'> {
  const { items, ...values } = form;
  return { values: settledPayment(values), items: linesOf(paymentItemFields, 'items', items) };
}
