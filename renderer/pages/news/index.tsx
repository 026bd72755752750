import { pageOf } from '../../app/pages.ts';
import { RecordsPage } from '../../records/records-page.tsx';

/** Phóng sự, tin, bài đã đăng, phát và tài liệu đã phát. */
export default function NewsPage() {
  return (
    <RecordsPage
      kind="news_item"
      title={pageOf('news').title}
      detail="Phóng sự, tin, bài đã đăng, phát và tài liệu đã phát."
    />
  );
}
