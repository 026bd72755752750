import Box from '@mui/material/Box';
import { useState, type KeyboardEvent } from 'react';
import type { ShownRecord } from '../../../shared/api/records.ts';
import { kindOf } from '../../../shared/records/index.ts';
import { showField } from '../../records/value.ts';
import { DueMark } from './due-mark.tsx';

const kind = kindOf('opinion');
const columns = '236px minmax(0, 5fr) minmax(0, 2fr) minmax(0, 2fr) 120px';
/** Beside an open panel there is room for the due date and the words alone. */
const narrowColumns = '236px minmax(0, 1fr)';

const titles = ['Hạn trả lời', 'Nội dung', 'Chủ đề', 'Phụ trách', 'Trạng thái'];

interface Props {
  readonly rows: readonly ShownRecord[];
  readonly today: string;
  readonly openId: number | null;
  /** Something is open beside the board. */
  readonly narrow: boolean;
  readonly onOpen: (opinion: ShownRecord) => void;
  /** One key to the usual next step. */
  readonly onNext: (opinion: ShownRecord) => void;
}

/** Who answers: the team, the agency, or nobody yet. */
function responsibleOf(opinion: ShownRecord): string {
  const names = [opinion.names['responsible_team_id'], showField(kind, 'responsible_agency', opinion)];
  return names.filter(Boolean).join(', ') || '—';
}

function move(event: KeyboardEvent<HTMLElement>, by: number): void {
  event.preventDefault();
  const row = event.currentTarget;
  const next = by > 0 ? row.nextElementSibling : row.previousElementSibling;
  if (next instanceof HTMLElement && next.getAttribute('role') === 'row') next.focus();
}

/** The opinions in the order of their due dates; ↑ ↓ move, Enter opens, F2 takes the next step. */
export function BoardTable({ rows, today, openId, narrow, onOpen, onNext }: Props) {
  const [last, setLast] = useState<number | null>(null);
  // Where Tab comes to, and where the focus goes back to: the opinion that is open, or was looked at last.
  const stop = rows.find(({ id }) => id === (openId ?? last)) ?? rows[0];
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, opinion: ShownRecord) => {
    if (event.key === 'ArrowDown') move(event, 1);
    if (event.key === 'ArrowUp') move(event, -1);
    if (event.key === 'Enter') {
      event.preventDefault();
      onOpen(opinion);
    }
    if (event.key === 'F2') {
      event.preventDefault();
      onNext(opinion);
    }
  };
  const line = {
    display: 'grid',
    gridTemplateColumns: narrow ? narrowColumns : columns,
    gap: 3,
    px: 4,
    alignItems: 'center',
  };
  return (
    <Box role="grid" aria-label="Ý kiến theo hạn trả lời" sx={{ flex: 1, minHeight: 0, overflowY: 'auto' }}>
      <Box
        role="row"
        sx={{ ...line, height: 36, fontWeight: 600, fontSize: 14, borderBottom: 1, borderColor: 'divider' }}
      >
        {titles.slice(0, narrow ? 2 : titles.length).map((title) => (
          <span key={title} role="columnheader">
            {title}
          </span>
        ))}
      </Box>
      {rows.map((opinion) => (
        <Box
          key={opinion.id}
          role="row"
          aria-selected={opinion.id === openId}
          tabIndex={opinion === stop ? 0 : -1}
          onFocus={() => setLast(opinion.id)}
          onClick={() => onOpen(opinion)}
          onKeyDown={(event) => onKeyDown(event, opinion)}
          sx={{
            ...line,
            minHeight: 36,
            py: 1,
            cursor: 'pointer',
            outlineOffset: '-3px !important',
            borderBottom: 1,
            borderColor: 'divider',
            bgcolor: opinion.id === openId ? 'soft' : 'transparent',
            '& > span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
          }}
        >
          <span role="gridcell">
            <DueMark opinion={opinion} today={today} />
          </span>
          <span role="gridcell">{showField(kind, 'content', opinion) || 'Đã chuyển quy trình khác'}</span>
          {!narrow && (
            <>
              <span role="gridcell">{opinion.names['topic_id']}</span>
              <span role="gridcell">{responsibleOf(opinion)}</span>
              <span role="gridcell">{showField(kind, 'status', opinion)}</span>
            </>
          )}
        </Box>
      ))}
    </Box>
  );
}
