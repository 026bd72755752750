import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { CallOutput } from '../../../shared/api.ts';
import { countedAccounts } from '../../../shared/records/reconciliation.ts';
import { formatDate } from '../../../shared/vietnamese/dates.ts';
import { formatMoney } from '../../../shared/vietnamese/money.ts';
import { useCall } from '../../app/data.ts';
import { useNavigate } from '../../app/navigation.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';

type Outdated = CallOutput<'reconciliations.outdated'>[number];

/** More of them than this are opened from the list. */
const mostNamed = 3;

function useOutdated(round: number) {
  return useCall('reconciliations.outdated', {}, { deps: [round] });
}

/** Says above the list which reconciliations no longer agree with the book of their day; nothing where all do. */
export function OutdatedNotice({ round }: { readonly round: number }) {
  const navigate = useNavigate();
  const { value = [], failure } = useOutdated(round);
  if (failure) return <FailureNotice failure={failure} />;
  if (value.length === 0) return null;
  const more = value.length - mostNamed;
  return (
    <Alert severity="warning" sx={{ mb: 3 }}>
      <Typography>
        Sổ đã khác so với lúc ký đối chiếu, vì có phiếu lập hoặc hủy lùi ngày:
        {value.slice(0, mostNamed).map(({ id, account, counted_on, title }) => (
          <Box component="span" key={id} sx={{ display: 'block' }}>
            <Link component="button" type="button" onClick={() => navigate('reconciliations', { id })}>
              {formatDate(counted_on)}, {countedAccounts[account]}
            </Link>{' '}
            – {title}
          </Box>
        ))}
        {more > 0 && ` và ${String(more)} lần khác.`}
      </Typography>
    </Alert>
  );
}

/** Beside what was signed: what the book says of that day today, and how far the count is from it now. */
export function BookToday({ id, round }: { readonly id: number; readonly round: number }) {
  const navigate = useNavigate();
  const { value = [], failure } = useOutdated(round);
  const one = value.find((each) => each.id === id);
  if (!one) return <FailureNotice failure={failure} />;
  const { fund_id, account, counted_on } = one;
  return (
    <Alert severity="warning" role="status" aria-label="Sổ hôm nay">
      <Typography>{toldOf(one)}</Typography>
      <Typography variant="body2" sx={{ mt: 1 }}>
        Số đã ký giữ nguyên. Xem phiếu nào lập sau rồi đối chiếu lại nếu cần.
      </Typography>
      <Button
        size="small"
        variant="outlined"
        sx={{ mt: 2 }}
        onClick={() => navigate('fund_book', { fund_id, account, to: counted_on })}
      >
        Xem sổ đến ngày này
      </Button>
    </Alert>
  );
}

/** "Lúc ký sổ là 550.000 đ; nay sổ của ngày 31/12/2023 là 850.000 đ (thêm 300.000 đ): thực tế thiếu 305.000 đ." */
function toldOf({ counted_on, counted_amount, book_amount, book_today }: Outdated): string {
  const moved = book_today - book_amount;
  const difference = counted_amount - book_today;
  const money = (amount: number) => formatMoney(Math.abs(amount));
  const now =
    difference === 0
      ? 'khớp với thực tế'
      : `thực tế ${difference > 0 ? 'thừa' : 'thiếu'} ${money(difference)}`;
  return `Lúc ký sổ là ${formatMoney(book_amount)}; nay sổ của ngày ${formatDate(counted_on)} là ${formatMoney(book_today)} (${moved > 0 ? 'thêm' : 'bớt'} ${money(moved)}): ${now}.`;
}
