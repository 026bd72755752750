import { pageOf } from '../../app/pages.ts';
import { RecordsPage } from '../../records/records-page.tsx';

/** Buổi phát động phong trào, tập trung hoặc cá biệt, ở một hay nhiều bản. */
export default function LaunchesPage() {
  return (
    <RecordsPage
      kind="launch_session"
      title={pageOf('launches').title}
      detail="Buổi phát động phong trào, tập trung hoặc cá biệt, ở một hay nhiều bản."
    />
  );
}
