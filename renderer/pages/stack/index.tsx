import { PageHeader } from '../../components/page-header.tsx';
import { pageOf } from '../../app/pages.ts';

/** Holds the place of its page. */
export default function Placeholder() {
  return <PageHeader title={pageOf('stack').title} />;
}
