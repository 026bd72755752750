import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { CallOutput } from '../../../shared/api.ts';
import type { MadeDocument } from '../../../shared/api/documents.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { useCall, useJob } from '../../app/data.ts';
import { useKeys } from '../../app/keys.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { JobProgressBar } from '../../components/job-progress-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { today } from '../../components/words.ts';
import { Preview } from '../../paper/document-pane.tsx';
import { OutBar } from '../../paper/out-bar.tsx';
import { LaunchGrid, type LaunchVillage } from './launch-grid.tsx';
import { PeriodForm, type Period } from '../../components/period-form.tsx';

interface Props {
  /** Stands in the header: the way back to the list. */
  readonly children: ReactNode;
  readonly onOpen: (village: LaunchVillage, period: Period) => void;
}

/** Which villages have had a launch session in a period; those that have not, on screen and on paper. */
export function LaunchCoverageView({ children, onOpen }: Props) {
  const [period, setPeriod] = useState<Period>(() => ({ from: `${today().slice(0, 4)}-01-01`, to: today() }));
  const [onlyMissing, setOnlyMissing] = useState(false);
  const [made, setMade] = useState<MadeDocument | null>(null);
  const { value, failure } = useCall('launches.coverage', period);
  const list = useJob('launches.missing_list');
  const villages = value?.communes.flatMap((commune) => commune.villages) ?? [];
  const missing = villages.filter(({ sessions }) => sessions === 0).length;
  const print = async () => {
    const done = await list.run({ ...period, document_date: today() });
    setMade(done?.documents[0] ?? null);
  };
  useKeys([
    {
      key: 'F2',
      label: onlyMissing ? 'Mọi bản' : 'Chỉ bản còn thiếu',
      when: made === null,
      run: () => setOnlyMissing(!onlyMissing),
    },
    { key: 'F8', label: 'In bản còn thiếu', when: missing > 0 && !list.running, run: () => void print() },
    { key: 'Escape', label: 'Đóng bản in', when: made !== null, run: () => setMade(null) },
  ]);
  return (
    <>
      <PageHeader title="Độ phủ phát động">{children}</PageHeader>
      <Box sx={{ display: 'flex', gap: 3, alignItems: 'flex-start', mb: 3, flexWrap: 'wrap' }}>
        <PeriodForm
          period={period}
          onChange={(next) => {
            setMade(null);
            setPeriod(next);
          }}
        />
        {made ? (
          <Button variant="outlined" onClick={() => setMade(null)}>
            Đóng bản in
          </Button>
        ) : (
          <>
            <Button
              variant={onlyMissing ? 'contained' : 'outlined'}
              aria-pressed={onlyMissing}
              onClick={() => setOnlyMissing(!onlyMissing)}
            >
              Chỉ bản còn thiếu
            </Button>
            <Button variant="outlined" disabled={missing === 0 || list.running} onClick={() => void print()}>
              In bản còn thiếu
            </Button>
          </>
        )}
      </Box>
      <FailureNotice failure={failure ?? list.failure} />
      {list.running && (
        <JobProgressBar progress={list.progress} waiting="Đang lập danh sách…" onCancel={list.cancel} />
      )}
      {made ? (
        <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', gap: 2 }}>
          <Preview key={made.document_id} documentId={made.document_id} />
          <OutBar documents={[made]} shown={made} />
        </Box>
      ) : (
        <LaunchGrid
          communes={value?.communes ?? []}
          onlyMissing={onlyMissing}
          onOpen={(village) => onOpen(village, period)}
        />
      )}
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
