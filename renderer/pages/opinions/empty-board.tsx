import Button from '@mui/material/Button';
import type { CallOutput } from '../../../shared/api.ts';
import { kindOf } from '../../../shared/records/index.ts';
import { useNavigate } from '../../app/navigation.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { everythingOwed, type BoardFilter } from './board-filter.ts';

interface Props {
  readonly counts: CallOutput<'opinions.board'>['counts'] | undefined;
  readonly filter: BoardFilter;
  readonly onFilter: (filter: BoardFilter) => void;
}

/** Why the board shows nothing, and the way on: no opinion at all, nothing owed, or nothing that fits the filter. */
export function EmptyBoard({ counts, filter, onFilter }: Props) {
  const navigate = useNavigate();
  const { about, topic_id, team_id } = filter;
  if (about !== undefined || topic_id !== undefined || team_id !== undefined)
    return (
      <EmptyState text="Không có ý kiến nào khớp với điều kiện lọc.">
        <Button
          variant="outlined"
          onClick={() => onFilter({ ...everythingOwed, due: filter.due, status: filter.status })}
        >
          Bỏ lọc
        </Button>
      </EmptyState>
    );
  const any = Object.values(counts?.by_status ?? {}).some((count) => count > 0);
  if (!any)
    return (
      <EmptyState text={kindOf('opinion').empty}>
        <Button variant="outlined" onClick={() => navigate('forums')}>
          Đến trang Diễn đàn
        </Button>
      </EmptyState>
    );
  return (
    <EmptyState
      text={filter.due === 'owed' ? 'Không còn ý kiến nào phải trả lời.' : 'Không có ý kiến nào ở mục này.'}
    >
      <Button variant="outlined" onClick={() => onFilter({ ...everythingOwed, due: 'all' })}>
        Xem mọi ý kiến
      </Button>
    </EmptyState>
  );
}
