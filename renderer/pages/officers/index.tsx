import { pageOf } from '../../app/pages.ts';
import { ChildRecords } from '../../records/child-records.tsx';
import { RecordsPage } from '../../records/records-page.tsx';

/** The officers of the office, each with the ranks and positions held over time. */
export default function OfficersPage() {
  return (
    <RecordsPage
      kind="officer"
      title={pageOf('officers').title}
      detail="Cán bộ chiến sĩ là hồ sơ riêng, không phải tài khoản đăng nhập."
      more={(record) => <ChildRecords kind="officer_position" parent={{ officer_id: record.id }} />}
    />
  );
}
