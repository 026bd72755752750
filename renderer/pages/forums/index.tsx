import Button from '@mui/material/Button';
import { useState } from 'react';
import type { ShownRecord } from '../../../shared/api/records.ts';
import { useMay } from '../../app/session.tsx';
import { useAsked } from '../../app/navigation.tsx';
import { useKeys } from '../../app/keys.tsx';
import { pageOf } from '../../app/pages.ts';
import { today } from '../../components/words.ts';
import { RecordsPage } from '../../records/records-page.tsx';
import { OpinionEntry } from './opinion-entry.tsx';
import { PaperView } from '../../paper/paper-view.tsx';

type View = {
  readonly what: 'entry' | 'minutes' | 'summary';
  readonly forum: ShownRecord;
} | null;

/** Forums with their opinions, minutes and summaries. */
export default function ForumsPage() {
  const [view, setView] = useState<View>(null);
  const back = () => setView(null);
  useAsked(back);
  if (view?.what === 'entry') {
    const onMinutes = () => setView({ ...view, what: 'minutes' });
    return <OpinionEntry forum={view.forum} onBack={back} onMinutes={onMinutes} />;
  }
  if (view) {
    const forum_id = view.forum.id;
    return view.what === 'minutes' ? (
      <PaperView
        title="Biên bản diễn đàn"
        asked={{ job: 'minutes.make', input: { forum_id } }}
        onBack={back}
      />
    ) : (
      <PaperView
        title="Bảng tổng hợp ý kiến, kiến nghị"
        asked={{ job: 'opinion_summary.make', input: { of: { forum_id }, document_date: today() } }}
        onBack={back}
      />
    );
  }
  return (
    <RecordsPage
      kind="forum"
      title={pageOf('forums').title}
      detail="Diễn đàn “Công an lắng nghe ý kiến nhân dân”."
      actions={(forum) =>
        forum.voided_at === null && <ForumActions onView={(what) => setView({ what, forum })} />
      }
    />
  );
}

/** What is done with a forum that stands in the book. */
function ForumActions({ onView }: { readonly onView: (what: NonNullable<View>['what']) => void }) {
  const mayWrite = useMay('records.write');
  useKeys([
    { key: 'F7', label: 'Nhập ý kiến', run: () => onView('entry'), when: mayWrite },
    { key: 'F8', label: 'Biên bản', run: () => onView('minutes') },
  ]);
  return (
    <>
      {mayWrite && (
        <Button variant="contained" onClick={() => onView('entry')}>
          Nhập ý kiến
        </Button>
      )}
      <Button variant="outlined" onClick={() => onView('minutes')}>
        Biên bản
      </Button>
      <Button variant="outlined" onClick={() => onView('summary')}>
        Bảng tổng hợp
      </Button>
    </>
  );
}
