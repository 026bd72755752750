import { pageOf } from '../../app/pages.ts';
import { RecordsPage } from '../../records/records-page.tsx';

/** Working groups and the communes that they look after. */
export default function WorkingGroupsPage() {
  return (
    <RecordsPage
      kind="working_group"
      title={pageOf('working_groups').title}
      detail="Mỗi xã do một tổ phụ trách trong cùng một thời gian."
    />
  );
}
