import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { ShownRecord } from '../../../shared/api/records.ts';
import { useKeys } from '../../app/keys.tsx';
import { useAsked } from '../../app/navigation.tsx';
import { pageOf } from '../../app/pages.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { PeriodForm, type Period } from '../../components/period-form.tsx';
import { today } from '../../components/words.ts';
import { ChildRecords } from '../../records/child-records.tsx';
import { SidePanel } from '../../records/side-panel.tsx';
import { PaperView } from '../../paper/paper-view.tsx';
import { useTopics } from '../forums/use-topics.ts';
import { everythingOwed, type BoardFilter } from './board-filter.ts';
import { BoardTable } from './board-table.tsx';
import { CountsLine } from './counts-line.tsx';
import { EmptyBoard } from './empty-board.tsx';
import { FiltersLine } from './filters-line.tsx';
import { OpinionPanel } from './opinion-panel.tsx';
import { useBoard } from './use-board.ts';

type Beside = { readonly id: number; readonly stepping: boolean } | 'topics' | null;

const isDue = (text: unknown): text is BoardFilter['due'] =>
  text === 'owed' || text === 'overdue' || text === 'soon' || text === 'all';

/** The board: every opinion that is owed an answer, by due date, and the way to the next step. */
export default function OpinionsPage() {
  const [filter, setFilter] = useState<BoardFilter>(everythingOwed);
  const [beside, setBeside] = useState<Beside>(null);
  const [round, setRound] = useState(0);
  const [printing, setPrinting] = useState<Period | null>(null);
  const { topics } = useTopics();
  const board = useBoard(filter, round);
  useAsked(({ id, due }) => {
    setPrinting(null);
    if (typeof id === 'number') setBeside({ id, stepping: false });
    if (isDue(due)) setFilter({ ...everythingOwed, due });
  });
  const summary = () => setPrinting({ from: `${today().slice(0, 4)}-01-01`, to: today() });
  useKeys([{ key: 'F8', label: 'Bảng tổng hợp', when: printing === null, run: summary }]);
  if (printing) return <Summary period={printing} onPeriod={setPrinting} />;
  const open = (stepping: boolean) => (opinion: ShownRecord) => setBeside({ id: opinion.id, stepping });
  const beside_id = beside !== null && beside !== 'topics' ? beside.id : null;
  const empty = board.first !== undefined && board.rows.length === 0;
  return (
    <>
      <PageHeader title={pageOf('opinions').title} detail="Theo hạn trả lời; F2 sang bước tiếp theo.">
        <Button variant="outlined" onClick={() => setBeside('topics')}>
          Chủ đề
        </Button>
        <Button variant="outlined" onClick={summary}>
          Bảng tổng hợp
        </Button>
      </PageHeader>
      <CountsLine counts={board.first?.counts} filter={filter} onFilter={setFilter} />
      <FiltersLine filter={filter} onFilter={setFilter} topics={topics} />
      <FailureNotice failure={board.failure} />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex', gap: 4 }}>
        <Box
          sx={{
            flex: 1,
            minWidth: 0,
            display: 'flex',
            flexDirection: 'column',
            border: 1,
            borderColor: 'divider',
            borderRadius: 2,
            bgcolor: 'background.paper',
            overflow: 'hidden',
          }}
        >
          {empty ? (
            <EmptyBoard counts={board.first?.counts} filter={filter} onFilter={setFilter} />
          ) : (
            <BoardTable
              rows={board.rows}
              today={board.first?.today ?? today()}
              openId={beside_id}
              narrow={beside !== null}
              onOpen={open(false)}
              onNext={open(true)}
            />
          )}
          {board.more && (
            <Box sx={{ p: 2, borderTop: 1, borderColor: 'divider' }}>
              <Button variant="outlined" size="small" onClick={() => void board.more?.()}>
                Xem thêm
              </Button>
            </Box>
          )}
        </Box>
        {beside === 'topics' && (
          <SidePanel title="Chủ đề ý kiến" onClose={() => setBeside(null)}>
            <ChildRecords kind="opinion_topic" parent={{}} />
          </SidePanel>
        )}
        {beside !== null && beside !== 'topics' && (
          <OpinionPanel
            key={`${beside.id}${beside.stepping}`}
            id={beside.id}
            stepping={beside.stepping}
            onClose={() => setBeside(null)}
            onChanged={() => setRound((before) => before + 1)}
          />
        )}
      </Box>
    </>
  );
}

interface SummaryProps {
  readonly period: Period;
  readonly onPeriod: (period: Period | null) => void;
}

function Summary({ period, onPeriod }: SummaryProps) {
  return (
    <PaperView
      title="Bảng tổng hợp ý kiến, kiến nghị"
      asked={{ job: 'opinion_summary.make', input: { of: period, document_date: today() } }}
      onBack={() => onPeriod(null)}
    >
      <PeriodForm period={period} onChange={onPeriod} />
    </PaperView>
  );
}
