import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ShownRecord } from '../../../shared/api/records.ts';
import { today } from '../../components/words.ts';
import { valueOf } from '../../records/value.ts';
import { PeriodForm, type Period } from '../launches/period-form.tsx';
import type { PaperAsked } from '../../paper/paper-view.tsx';

interface Props {
  readonly fund: ShownRecord;
  readonly onMake: (title: string, asked: PaperAsked) => void;
}

/** The public list and the report of a fund, for a period: from the opening day until today unless changed. */
export function FundPapers({ fund, onMake }: Props) {
  const opened = valueOf(fund, 'opens_on');
  const [period, setPeriod] = useState<Period>({
    from: typeof opened === 'string' && opened < today() ? opened : today(),
    to: today(),
  });
  const input = { fund_id: fund.id, ...period, document_date: today() };
  return (
    <Box
      component="section"
      aria-label="Văn bản của đợt"
      sx={{ display: 'flex', flexDirection: 'column', gap: 3 }}
    >
      <Typography variant="h3">Văn bản của đợt</Typography>
      <PeriodForm period={period} onChange={setPeriod} />
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
        <Button
          variant="outlined"
          onClick={() => onMake('Danh sách công khai', { job: 'disclosure.make', input })}
        >
          Danh sách công khai
        </Button>
        <Button variant="outlined" onClick={() => onMake('Báo cáo quỹ', { job: 'fund_report.make', input })}>
          Báo cáo thu, chi
        </Button>
      </Box>
    </Box>
  );
}
