import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ShownRecord } from '../../../shared/api/records.ts';
import { PeriodForm, type Period } from '../../components/period-form.tsx';
import { today } from '../../components/words.ts';
import { valueOf } from '../../records/value.ts';
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
  const paper = (title: string, job: 'disclosure.make' | 'fund_report.make') => ({
    label: title,
    run: (asked: Period) =>
      onMake(title, { job, input: { fund_id: fund.id, ...asked, document_date: today() } }),
  });
  return (
    <Box
      component="section"
      aria-label="Văn bản của đợt"
      sx={{ display: 'flex', flexDirection: 'column', gap: 3 }}
    >
      <Typography variant="h3">Văn bản của đợt</Typography>
      <PeriodForm
        period={period}
        onChange={setPeriod}
        actions={[
          paper('Danh sách công khai', 'disclosure.make'),
          paper('Báo cáo thu, chi quỹ', 'fund_report.make'),
        ]}
      />
    </Box>
  );
}
