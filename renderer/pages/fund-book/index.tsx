import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { accounts, type Account } from '../../../shared/records/voucher.ts';
import { formatMoney } from '../../../shared/vietnamese/money.ts';
import { formatQuantity } from '../../../shared/vietnamese/quantity.ts';
import { useCall } from '../../app/data.ts';
import { useAsked, useNavigate } from '../../app/navigation.tsx';
import { pageOf } from '../../app/pages.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { PeriodForm, type Period } from '../../components/period-form.tsx';
import { today } from '../../components/words.ts';
import { capital } from '../../records/value.ts';
import { BookTable } from './book-table.tsx';
import { useBook } from './use-book.ts';

/** The books of a fund: cash, bank, and each kind of goods; opening + in − out = closing. */
export default function FundBookPage() {
  const navigate = useNavigate();
  const funds = useCall('funds.overview', {});
  const [chosen, setChosen] = useState<number | null>(null);
  const [account, setAccount] = useState<Account>('cash');
  const [item, setItem] = useState<number | null>(null);
  const [period, setPeriod] = useState<Period>({ from: `${today().slice(0, 4)}-01-01`, to: today() });
  // Another one where the page is asked for days: the fields show them then.
  const [turn, setTurn] = useState(0);
  useAsked(({ fund_id, account: asked, to }) => {
    if (typeof fund_id === 'number') setChosen(fund_id);
    if (typeof asked === 'string' && Object.hasOwn(accounts, asked)) setAccount(asked as Account);
    if (typeof to !== 'string') return;
    setPeriod({ from: `${to.slice(0, 4)}-01-01`, to });
    setTurn((before) => before + 1);
  });
  const fundId = chosen ?? funds.value?.[0]?.fund_id ?? null;
  const balance = useCall(
    'funds.balance',
    { fund_id: fundId ?? 1, day: period.to },
    { skip: fundId === null || account !== 'goods' },
  );
  const goods = balance.value?.goods ?? [];
  const itemId = account === 'goods' ? (item ?? goods[0]?.item_id ?? null) : null;
  const skip = fundId === null || (account === 'goods' && itemId === null);
  const question = {
    fund_id: fundId ?? 1,
    account,
    ...(itemId === null ? {} : { item_id: itemId }),
    ...period,
  };
  const { book, rows, next, loadMore, failure, loading } = useBook(question, skip);
  const unit = goods.find(({ item_id }) => item_id === itemId)?.unit_name ?? '';
  const show = (amount: number) =>
    account === 'goods' ? `${formatQuantity(amount)} ${unit}`.trim() : formatMoney(amount);
  const header = (
    <PageHeader title={pageOf('fund_book').title} detail="Tồn đầu kỳ + thu − chi = tồn cuối kỳ." />
  );
  if (funds.value?.length === 0)
    return (
      <>
        {header}
        <EmptyState
          text="Chưa có đợt vận động nào."
          hint="Sổ quỹ có khi đã mở đợt và lập phiếu thu đầu tiên."
        >
          <Button variant="contained" onClick={() => navigate('funds', { create: 1 })}>
            Mở đợt vận động
          </Button>
        </EmptyState>
      </>
    );
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      {header}
      <Box sx={{ display: 'flex', gap: 3, alignItems: 'flex-start', mb: 3, flexWrap: 'wrap', pt: 2 }}>
        <TextField
          select
          label="Đợt vận động"
          value={fundId ?? ''}
          onChange={(event) => setChosen(Number(event.target.value))}
          sx={{ width: 320 }}
        >
          {(funds.value ?? []).map(({ fund_id, title }) => (
            <MenuItem key={fund_id} value={fund_id}>
              {title}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          label="Sổ"
          value={account}
          onChange={(event) => setAccount(event.target.value as Account)}
          sx={{ width: 140 }}
        >
          {Object.entries(accounts).map(([value, word]) => (
            <MenuItem key={value} value={value}>
              {capital(word)}
            </MenuItem>
          ))}
        </TextField>
        {account === 'goods' && (
          <TextField
            select
            label="Hiện vật"
            value={itemId ?? ''}
            onChange={(event) => setItem(Number(event.target.value))}
            sx={{ width: 200 }}
          >
            {goods.map(({ item_id, name, unit_name }) => (
              <MenuItem key={item_id} value={item_id}>
                {name} ({unit_name})
              </MenuItem>
            ))}
          </TextField>
        )}
        <PeriodForm key={turn} period={period} onChange={setPeriod} />
      </Box>
      <FailureNotice failure={funds.failure ?? balance.failure ?? failure} />
      {account === 'goods' && balance.value && goods.length === 0 ? (
        <EmptyState text="Đợt này chưa nhận hiện vật nào đến hết kỳ." />
      ) : (
        book && (
          <BookTable
            book={book}
            rows={rows}
            show={show}
            busy={loading}
            onOpen={(row) =>
              navigate(row.voucher === 'receipt' ? 'receipts' : 'payments', { id: row.voucher_id })
            }
            onMore={next === null ? undefined : () => void loadMore()}
          />
        )
      )}
    </Box>
  );
}
