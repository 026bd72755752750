import Typography from '@mui/material/Typography';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import type { CallOutput } from '../../../shared/api.ts';
import { accounts, type Account } from '../../../shared/records/voucher.ts';
import { formatDate, parseDate } from '../../../shared/vietnamese/dates.ts';
import { formatMoney, parseMoney } from '../../../shared/vietnamese/money.ts';
import { formatQuantity } from '../../../shared/vietnamese/quantity.ts';
import { useCall } from '../../app/data.ts';
import type { TypedForm } from '../../records/typed.ts';

type Available = CallOutput<'funds.available'>[number];

/** "400 bao Xi măng", or with what is left later where that is less. */
function inWords({ item, balance, available, least_on }: Available, day: string): string {
  const written = (amount: number) =>
    item === null ? formatMoney(amount) : `${formatQuantity(amount)} ${item.unit_name}`;
  const name = item === null ? '' : ` ${item.name}`;
  if (least_on === day) return `${written(balance)}${name}`;
  return `${written(balance)}${name}, nhưng đến ngày ${formatDate(least_on)} chỉ còn ${written(available)}`;
}

/** What is in the chosen account of the campaign on the typed day, and by how much the typed amount goes beyond it. */
export function AvailableHint({ form }: { readonly form: UseFormReturn<TypedForm> }) {
  const [fund, account, typedDay, typedAmount] = useWatch({
    control: form.control,
    name: ['fund_id', 'account', 'paid_on', 'amount'],
  });
  const read = parseDate(typeof typedDay === 'string' ? typedDay : '');
  const day = read.ok ? read.date : '';
  const known = typeof fund === 'number' && typeof account === 'string' && Object.hasOwn(accounts, account);
  const skip = !known || !read.ok;
  const asked = { fund_id: Number(fund), account: account as Account, day };
  const { value, loading } = useCall('funds.available', asked, { skip });
  if (skip || loading || !value) return null;
  const amount = account === 'goods' ? null : parseMoney(String(typedAmount ?? ''));
  const lack = amount?.ok ? amount.amount - (value[0]?.available ?? 0) : 0;
  const what =
    value.length === 0 ? 'không có hiện vật nào' : value.map((one) => inWords(one, day)).join('; ');
  return (
    <Typography
      variant="body2"
      role="status"
      aria-label="Số còn lại"
      color={lack > 0 ? 'error' : 'textSecondary'}
      sx={{ mt: 1, fontWeight: 500 }}
    >
      Ngày {formatDate(day)}: {value.length === 0 ? what : `còn ${what}`}.
      {lack > 0 && ` Thiếu ${formatMoney(lack)}.`}
    </Typography>
  );
}
