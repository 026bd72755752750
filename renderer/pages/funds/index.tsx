import Button from '@mui/material/Button';
import { useState } from 'react';
import type { ShownRecord } from '../../../shared/api/records.ts';
import { lastDayOf } from '../../../shared/records/fund-campaign.ts';
import { pageOf } from '../../app/pages.ts';
import { useMay } from '../../app/session.tsx';
import { today } from '../../components/words.ts';
import { RecordsPage } from '../../records/records-page.tsx';
import { valueOf } from '../../records/value.ts';
import { PaperView, type PaperAsked } from '../print/paper-view.tsx';
import { FundStanding } from './fund-standing.tsx';
import { FundPapers } from './paper-form.tsx';
import { ReopenForm } from './reopen-form.tsx';

const dayOf = (fund: ShownRecord, name: string): string | null => {
  const day = valueOf(fund, name);
  return typeof day === 'string' ? day : null;
};

function isClosed(fund: ShownRecord): boolean {
  const last = lastDayOf({
    closes_on: dayOf(fund, 'closes_on'),
    reopened_until: dayOf(fund, 'reopened_until'),
  });
  return last !== null && last < today();
}

/** Fund campaigns with what they hold, and their papers. */
export default function FundsPage() {
  const [paper, setPaper] = useState<{ title: string; asked: PaperAsked } | null>(null);
  const [reopening, setReopening] = useState<number | null>(null);
  const mayReopen = useMay('fund.reopen');
  const mayPrint = useMay('documents.make');
  if (paper) return <PaperView {...paper} onBack={() => setPaper(null)} />;
  return (
    <RecordsPage
      kind="fund_campaign"
      title={pageOf('funds').title}
      detail="Mục đích, phạm vi, nơi nhận và thời hạn được công khai; sau ngày đóng không nhận thêm."
      propose={() => ({ opens_on: today() })}
      actions={(fund) =>
        mayReopen &&
        fund.voided_at === null &&
        isClosed(fund) && (
          <Button variant="contained" onClick={() => setReopening(fund.id)}>
            Mở lại
          </Button>
        )
      }
      more={(fund, changed) => (
        <>
          {reopening === fund.id && (
            <ReopenForm
              fund={fund}
              onDone={() => {
                setReopening(null);
                changed();
              }}
              onCancel={() => setReopening(null)}
            />
          )}
          <FundStanding fundId={fund.id} round={fund.version} />
          {mayPrint && <FundPapers fund={fund} onMake={(title, asked) => setPaper({ title, asked })} />}
        </>
      )}
    />
  );
}
