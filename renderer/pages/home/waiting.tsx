import ChevronRightOutlined from '@mui/icons-material/ChevronRightOutlined';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import type { CallOutput } from '../../../shared/api.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { useCall } from '../../app/data.ts';
import { useNavigate, type PageParams } from '../../app/navigation.tsx';
import type { PageKey } from '../../app/pages.ts';
import { useMay } from '../../app/session.tsx';
import { useUsbAge } from '../../app/usb-age.ts';
import { CardRow } from './card-row.tsx';

interface Line {
  readonly count: string;
  readonly text: string;
  readonly page: PageKey;
  readonly params?: PageParams;
  readonly tone?: 'late' | 'wrong';
}

const colours = { late: 'warning.main', wrong: 'error.main' } as const;

const usbLook = { fresh: { count: '✓' }, late: { tone: 'late' }, wrong: { tone: 'wrong' } } as const;

/** What is not finished yet; each line opens the records behind it. */
export function Waiting({ summary }: { readonly summary: CallOutput<'home.summary'> }) {
  const navigate = useNavigate();
  const age = useUsbAge();
  const opinions = useCall('opinions.waiting', {}).value;
  const mayWrite = useMay('records.write');
  const mayCopy = useMay('backup.make');
  const lines: Line[] = [];
  const add = (count: number, text: string, page: PageKey, more: Partial<Line> = {}) => {
    if (count > 0) lines.push({ count: formatNumber(count), text, page, ...more });
  };
  if (mayWrite) {
    add(summary.unfinished_batches, 'tập tờ đang nhập dở — nhập tiếp', 'stack');
    add(summary.conflicts, 'tờ trùng khác nhau — cần đối chiếu', 'conflicts', { tone: 'late' });
  }
  add(opinions?.overdue ?? 0, 'ý kiến quá hạn trả lời', 'opinions', {
    params: { due: 'overdue' },
    tone: 'wrong',
  });
  add(opinions?.soon ?? 0, 'ý kiến sắp đến hạn trả lời', 'opinions', {
    params: { due: 'soon' },
    tone: 'late',
  });
  const campaign: PageParams = summary.campaign ? { campaign_id: summary.campaign.id } : {};
  add(summary.villages_without_forms, 'bản, khối chưa có tờ nào', 'coverage', { params: campaign });
  add(summary.villages_without_launch ?? 0, 'bản, khối chưa được phát động năm nay', 'launches', {
    params: { coverage: 1 },
  });
  add(summary.late_houses, 'nhà quá hạn chưa bàn giao', 'house_board', { tone: 'late' });
  if (mayWrite) {
    const draft: PageParams = { status: 'draft' };
    add(summary.draft_vouchers.receipts, 'phiếu thu còn nháp, chưa có số', 'receipts', { params: draft });
    add(summary.draft_vouchers.payments, 'phiếu chi còn nháp, chưa có số', 'payments', { params: draft });
  }
  add(summary.sample_villages, 'bản còn mang tên mẫu — sửa cho đúng tên', 'units', { tone: 'late' });
  const undone = lines.length > 0 || age.state !== 'fresh';
  if (mayCopy && age.text !== '') {
    const tone = age.state === 'red' ? 'wrong' : 'late';
    lines.push({
      count: '!',
      text: age.text,
      page: 'backup',
      ...usbLook[age.state === 'fresh' ? 'fresh' : tone],
    });
  }
  return (
    <Card component="section" aria-label="Việc còn lại" sx={{ py: 4 }}>
      <Typography variant="h2" sx={{ px: 5, mb: 2 }}>
        Việc còn lại
      </Typography>
      {!undone && <Typography sx={{ px: 5 }}>Không còn việc gì dở dang.</Typography>}
      {lines.map(({ count, text, page, params, tone }) => (
        <CardRow key={text} onOpen={() => navigate(page, params)}>
          <Box
            component="span"
            sx={{
              minWidth: 40,
              textAlign: 'right',
              fontWeight: 600,
              fontVariantNumeric: 'tabular-nums',
              color: tone ? colours[tone] : 'primary.main',
            }}
          >
            {count}
          </Box>
          <Box component="span" sx={{ flex: 1, minWidth: 0 }}>
            {text}
          </Box>
          <ChevronRightOutlined fontSize="small" />
        </CardRow>
      ))}
    </Card>
  );
}
