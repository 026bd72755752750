import { pageOf } from '../../app/pages.ts';
import { ChildRecords } from '../../records/child-records.tsx';
import { RecordsPage } from '../../records/records-page.tsx';

/** Steering committees by their decisions, with the members as they came and went. */
export default function CommitteesPage() {
  return (
    <RecordsPage
      kind="steering_committee"
      title={pageOf('committees').title}
      detail="Quyết định thành lập, thành viên và vai trò theo ngày."
      more={(committee) => <ChildRecords kind="committee_member" parent={{ committee_id: committee.id }} />}
    />
  );
}
