import { RecordsPage } from '../../records/records-page.tsx';
import { pageOf } from '../../app/pages.ts';

/** The teams of the office. */
export default function TeamsPage() {
  return <RecordsPage kind="team" title={pageOf('teams').title} />;
}
