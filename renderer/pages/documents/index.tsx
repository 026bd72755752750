import { pageOf } from '../../app/pages.ts';
import { RecordsPage } from '../../records/records-page.tsx';

/** Số vào sổ do chương trình cấp, liền nhau trong năm. Không nhập văn bản có độ mật. */
export default function DocumentsPage() {
  return (
    <RecordsPage
      kind="advisory_document"
      title={pageOf('documents').title}
      detail="Số vào sổ do chương trình cấp, liền nhau trong năm. Không nhập văn bản có độ mật."
    />
  );
}
