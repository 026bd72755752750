import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';
import type { ShownRecord } from '../../../shared/api/records.ts';
import { lastDayOf } from '../../../shared/records/fund-campaign.ts';
import { pageOf } from '../../app/pages.ts';
import { useMay } from '../../app/session.tsx';
import { today } from '../../components/words.ts';
import { useKindTabs } from '../../records/kind-tabs.tsx';
import { RecordsPage } from '../../records/records-page.tsx';
import { valueOf } from '../../records/value.ts';
import { PaperView, type PaperAsked } from '../../paper/paper-view.tsx';
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

const tabs = [
  { kind: 'fund_campaign', label: 'Đợt vận động' },
  { kind: 'in_kind_item', label: 'Danh mục hiện vật' },
] as const;

/** Fund campaigns, and the kinds of goods that vouchers name. */
export default function FundsPage() {
  const { shown, buttons } = useKindTabs<(typeof tabs)[number]['kind']>(tabs);
  if (shown === 'fund_campaign') return <Campaigns buttons={buttons} />;
  return (
    <RecordsPage
      kind="in_kind_item"
      title={pageOf('funds').title}
      detail="Tên và đơn vị tính của hiện vật nhận vào, xuất ra."
      buttons={buttons}
    />
  );
}

/** Campaigns with what they hold, and their papers. */
function Campaigns({ buttons }: { readonly buttons: ReactNode }) {
  const [paper, setPaper] = useState<{ title: string; asked: PaperAsked } | null>(null);
  const [reopening, setReopening] = useState<number | null>(null);
  const mayReopen = useMay('fund.reopen');
  const mayPrint = useMay('documents.make');
  if (paper) return <PaperView {...paper} onBack={() => setPaper(null)} />;
  return (
    <RecordsPage
      kind="fund_campaign"
      title={pageOf('funds').title}
      buttons={buttons}
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
