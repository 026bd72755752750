import { pageOf } from '../../app/pages.ts';
import { RecordsPage } from '../../records/records-page.tsx';

/** The kinds of goods that receipts and payments name. */
export default function InKindItemsPage() {
  return (
    <RecordsPage
      kind="in_kind_item"
      title={pageOf('in_kind_items').title}
      detail="Tên và đơn vị tính của hiện vật nhận vào, xuất ra."
    />
  );
}
