import { pageOf } from '../../app/pages.ts';
import { today } from '../../components/words.ts';
import { RecordsPage } from '../../records/records-page.tsx';
import { BookToday, OutdatedNotice } from './outdated-notice.tsx';

/** Counted money against the book of its day, as it was then and as it is today. */
export default function ReconciliationsPage() {
  return (
    <RecordsPage
      kind="reconciliation"
      title={pageOf('reconciliations').title}
      detail="Chương trình tự lấy số dư theo sổ của ngày kiểm đếm; chênh lệch phải có giải trình."
      propose={() => ({ counted_on: today(), account: 'cash' })}
      notice={(round) => <OutdatedNotice round={round} />}
      more={({ id, version }) => <BookToday id={id} round={version} />}
    />
  );
}
