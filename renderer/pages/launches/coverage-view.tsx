import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { CallOutput } from '../../../shared/api.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { useCall } from '../../app/data.ts';
import { useKeys } from '../../app/keys.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { PeriodForm, type Period } from '../../components/period-form.tsx';
import { today } from '../../components/words.ts';
import { PaperView } from '../../paper/paper-view.tsx';
import { LaunchGrid, type LaunchVillage } from './launch-grid.tsx';

interface Props {
  /** Stands in the header: the way back to the list. */
  readonly children: ReactNode;
  readonly onOpen: (village: LaunchVillage, period: Period) => void;
}

/** Which villages have had a launch session in a period; those that have not, on screen and on paper. */
export function LaunchCoverageView({ children, onOpen }: Props) {
  const [period, setPeriod] = useState<Period>(() => ({ from: `${today().slice(0, 4)}-01-01`, to: today() }));
  const [onlyMissing, setOnlyMissing] = useState(false);
  const [printing, setPrinting] = useState(false);
  const { value, failure } = useCall('launches.coverage', period);
  const villages = value?.communes.flatMap((commune) => commune.villages) ?? [];
  const missing = villages.filter(({ sessions }) => sessions === 0).length;
  const print = () => setPrinting(true);
  useKeys([
    {
      key: 'F2',
      label: onlyMissing ? 'Mọi bản' : 'Chỉ bản còn thiếu',
      when: !printing,
      run: () => setOnlyMissing(!onlyMissing),
    },
    { key: 'F8', label: 'In bản còn thiếu', when: missing > 0 && !printing, run: print },
  ]);
  if (printing)
    return (
      <PaperView
        title="Bản, khối chưa được phát động"
        asked={{ job: 'launches.missing_list', input: { ...period, document_date: today() } }}
        onBack={() => setPrinting(false)}
      >
        <PeriodForm period={period} onChange={setPeriod} />
      </PaperView>
    );
  return (
    <>
      <PageHeader title="Độ phủ phát động">{children}</PageHeader>
      <Box sx={{ display: 'flex', gap: 3, alignItems: 'flex-start', mb: 3, flexWrap: 'wrap' }}>
        <PeriodForm period={period} onChange={setPeriod} />
        <Button
          variant={onlyMissing ? 'contained' : 'outlined'}
          aria-pressed={onlyMissing}
          onClick={() => setOnlyMissing(!onlyMissing)}
        >
          Chỉ bản còn thiếu
        </Button>
        <Button variant="outlined" disabled={missing === 0} onClick={print}>
          In bản còn thiếu
        </Button>
      </Box>
      <FailureNotice failure={failure} />
      <LaunchGrid
        communes={value?.communes ?? []}
        onlyMissing={onlyMissing}
        onOpen={(village) => onOpen(village, period)}
      />
      {value && <Totals value={value} villages={villages.length} missing={missing} />}
    </>
  );
}

interface TotalsProps {
  readonly value: CallOutput<'launches.coverage'>;
  readonly villages: number;
  readonly missing: number;
}

function Totals({ value, villages, missing }: TotalsProps) {
  const reached = value.communes.filter((commune) => commune.villages.some(({ sessions }) => sessions > 0));
  return (
    <Typography component="footer" data-testid="launch-totals" sx={{ pt: 3, fontWeight: 600 }}>
      Cộng: {formatNumber(value.sessions)} buổi; {formatNumber(villages - missing)}/{formatNumber(villages)}{' '}
      bản, khối; {formatNumber(reached.length)}/{formatNumber(value.communes.length)} xã, thị trấn;{' '}
      {formatNumber(value.attendance)} lượt người. Còn thiếu {formatNumber(missing)} bản, khối.
    </Typography>
  );
}
