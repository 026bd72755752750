import { RecordsPage } from '../../records/records-page.tsx';
import { pageOf } from '../../app/pages.ts';

/** The office's header lines, place and signer, each from its day on. */
export default function AgencyPage() {
  return (
    <RecordsPage
      kind="agency"
      title={pageOf('agency').title}
      detail="Mỗi văn bản lấy thông tin có hiệu lực vào ngày của văn bản; khi thay đổi, hãy thêm dòng mới."
    />
  );
}
