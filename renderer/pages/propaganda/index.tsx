import { pageOf } from '../../app/pages.ts';
import { RecordsPage } from '../../records/records-page.tsx';

/** Buổi tuyên truyền, phổ biến giáo dục pháp luật. */
export default function PropagandaPage() {
  return (
    <RecordsPage
      kind="propaganda_session"
      title={pageOf('propaganda').title}
      detail="Buổi tuyên truyền, phổ biến giáo dục pháp luật."
    />
  );
}
