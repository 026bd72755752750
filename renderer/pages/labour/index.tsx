import Button from '@mui/material/Button';
import { useState } from 'react';
import { pageOf } from '../../app/pages.ts';
import { useMay } from '../../app/session.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { PeriodForm, type Period } from '../../components/period-form.tsx';
import { today } from '../../components/words.ts';
import { RecordsPage } from '../../records/records-page.tsx';
import { PaperView } from '../../paper/paper-view.tsx';

/** Labour turns of teams and others, and their table on paper. */
export default function LabourPage() {
  const [period, setPeriod] = useState<Period>({ from: `${today().slice(0, 4)}-01-01`, to: today() });
  const [view, setView] = useState<'list' | 'asking' | 'paper'>('list');
  const mayPrint = useMay('documents.make');
  if (view === 'paper')
    return (
      <PaperView
        title="Bảng ngày công"
        asked={{ job: 'labour_table.make', input: { ...period, document_date: today() } }}
        onBack={() => setView('list')}
      />
    );
  if (view === 'asking')
    return (
      <>
        <PageHeader title="Bảng ngày công" detail="Chọn kỳ rồi bấm Xem.">
          <Button variant="outlined" onClick={() => setView('list')}>
            Về danh sách
          </Button>
        </PageHeader>
        <PeriodForm
          period={period}
          onChange={(next) => {
            setPeriod(next);
            setView('paper');
          }}
        />
      </>
    );
  return (
    <RecordsPage
      kind="labour_turn"
      title={pageOf('labour').title}
      detail="Lượt người = số người × số ngày có mặt; ngày công = số người × số ngày làm."
      propose={() => ({ worked_on: today() })}
      buttons={
        mayPrint && (
          <Button variant="outlined" onClick={() => setView('asking')}>
            In bảng ngày công
          </Button>
        )
      }
    />
  );
}
