import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { formatMoney } from '../../../shared/vietnamese/money.ts';
import { percent } from '../../../shared/vietnamese/numbers.ts';
import { formatQuantity } from '../../../shared/vietnamese/quantity.ts';
import { useCall } from '../../app/data.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { today } from '../../components/words.ts';

interface Props {
  readonly fundId: number;
  /** Change it to have the figures read again. */
  readonly round: number;
}

/** What a fund took in, spent and holds today: cash, bank, and each kind of goods. */
export function FundStanding({ fundId, round }: Props) {
  const overview = useCall('funds.overview', {}, { deps: [round] });
  const balance = useCall('funds.balance', { fund_id: fundId, day: today() }, { deps: [round] });
  const fund = overview.value?.find((one) => one.fund_id === fundId);
  if (!fund || !balance.value) return <FailureNotice failure={overview.failure ?? balance.failure} />;
  const { received, paid, target_amount } = fund;
  const { cash, bank, goods } = balance.value;
  return (
    <Box component="section" aria-label="Số dư hôm nay">
      <Typography variant="h3" sx={{ mb: 2 }}>
        Số dư hôm nay
      </Typography>
      <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: '1fr max-content', rowGap: 1 }}>
        <Figure label="Đã thu">{formatMoney(received)}</Figure>
        <Figure label="Đã chi">{formatMoney(paid)}</Figure>
        <Figure label="Còn tiền mặt">{formatMoney(cash)}</Figure>
        <Figure label="Còn ở tài khoản">{formatMoney(bank)}</Figure>
        {goods.map(({ item_id, name, unit_name, quantity }) => (
          <Figure key={item_id} label={`Còn ${name}`}>
            {formatQuantity(quantity)} {unit_name}
          </Figure>
        ))}
      </Box>
      {target_amount !== null && (
        <Box sx={{ mt: 3 }}>
          <Typography variant="body2" id={`target-${String(fundId)}`}>
            Đạt {percent(received, target_amount)} chỉ tiêu {formatMoney(target_amount)}
          </Typography>
          <LinearProgress
            variant="determinate"
            aria-labelledby={`target-${String(fundId)}`}
            value={Math.min(100, (received / target_amount) * 100)}
            sx={{ height: 8, borderRadius: 1, mt: 1 }}
          />
        </Box>
      )}
    </Box>
  );
}

function Figure({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Box sx={{ display: 'contents' }}>
      <Box component="dt" sx={{ color: 'text.secondary' }}>
        {label}
      </Box>
      <Box
        component="dd"
        sx={{ m: 0, textAlign: 'right', fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}
      >
        {children}
      </Box>
    </Box>
  );
}
