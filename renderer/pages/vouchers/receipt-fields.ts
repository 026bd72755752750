import type { CallInput } from '../../../shared/api.ts';
import { FailureError } from '../../../shared/failure.ts';
import { donation } from '../../../shared/records/donation.ts';
import { receiptItem } from '../../../shared/records/receipt-item.ts';
import { receipt, settledReceipt } from '../../../shared/records/receipt.ts';
import type { StoredValue } from '../../../shared/records/schema.ts';
import { readTypedLines } from '../../records/typed-lines.ts';
import { typedFields, type Fields, type TypedForm } from '../../records/typed.ts';

type Values = Record<string, StoredValue>;

/** What is typed of a line of a group's list; the officer comes with the team's list. */
export const donationFields: Fields = typedFields(donation.fields, ['donor_name', 'amount', 'consent']);
const donationRead: Fields = typedFields(donation.fields);
export const receiptItemFields: Fields = typedFields(receiptItem.fields, [
  'item_id',
  'quantity',
  'estimated_value',
]);

/** A field of the form that holds lines as text; see typed-lines.ts. */
const linesField = (label: string) => ({ type: 'text', label, max: 150_000 }) as const;

const typed = typedFields(receipt.fields);
const behindAmount = ['reference', 'receiver_id', 'note'];
/** The fields of the form, in the order of the paper; lines stand behind the amount. */
export const receiptFields: Fields = {
  ...Object.fromEntries(Object.entries(typed).filter(([name]) => !behindAmount.includes(name))),
  donations: linesField('Danh sách ủng hộ'),
  items: linesField('Hiện vật'),
  ...typedFields(receipt.fields, behindAmount),
};

/** The fields that way and donor leave open. */
export function openReceipt(form: TypedForm): ReadonlySet<string> {
  const open = new Set(Object.keys(receiptFields));
  const salary = form['way'] === 'salary';
  const goods = form['way'] === 'in_kind';
  if (!salary) open.delete('account');
  if (!salary) open.delete('donor_officer_id');
  if (!salary && form['donor_kind'] !== 'collective') open.delete('donor_team_id');
  if (form['donor_kind'] === 'anonymous')
    for (const name of ['donor_name', 'donor_address', 'donor_officer_id', 'donor_team_id', 'consent'])
      open.delete(name);
  open.delete(goods ? 'amount' : 'items');
  if (goods || form['donor_kind'] !== 'collective') open.delete('donations');
  return open;
}

/** Rules over several fields; a list that is there may stand for the amount. */
export function receiptRules(values: Readonly<Record<string, unknown>>): Record<string, string> {
  const faults = receipt.check?.(settledReceipt(values)) ?? {};
  if (typeof values['donations'] === 'string' && values['donations'] !== '') delete faults['amount'];
  return faults;
}

/** Reads the lines of a field; a wrong one is told under the field by its number. */
export function linesOf(fields: Fields, field: string, text: StoredValue | undefined): Values[] {
  const read = readTypedLines(fields, text ?? null);
  if (read.ok) return read.lines;
  const reason = `Dòng ${String(read.line)}: ${read.reason}`;
  throw new FailureError({ code: 'invalid', text: reason, fields: { [field]: reason } });
}

/** What the call saves, from what stands in the form; fails `invalid` for a line that cannot be read. */
export function receiptInput(
  form: Values,
): Pick<CallInput<'receipts.save'>, 'values' | 'donations' | 'items'> {
  const { donations, items, ...values } = form;
  return {
    values: settledReceipt(values),
    donations: linesOf(donationRead, 'donations', donations),
    items: linesOf(receiptItemFields, 'items', items).map((line) => ({ expires_on: null, ...line })),
  };
}
