import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import type { CallOutput } from '../../../shared/api.ts';
import { opinionStatuses, type OpinionStatus } from '../../../shared/records/opinion.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import type { BoardFilter } from './board-filter.ts';

interface Props {
  readonly counts: CallOutput<'opinions.board'>['counts'] | undefined;
  readonly filter: BoardFilter;
  readonly onFilter: (filter: BoardFilter) => void;
}

const statuses = Object.keys(opinionStatuses) as OpinionStatus[];

/** The figures above the board; each opens the opinions behind it. */
export function CountsLine({ counts, filter, onFilter }: Props) {
  const figures = [
    { label: 'còn phải trả lời', count: counts?.owed, to: { due: 'owed' } },
    { label: 'quá hạn', count: counts?.overdue, to: { due: 'overdue' }, colour: 'error.main' },
    { label: 'sắp đến hạn', count: counts?.soon, to: { due: 'soon' }, colour: 'warning.main' },
    ...statuses.map((status) => ({
      label: opinionStatuses[status],
      count: counts?.by_status[status],
      to: { due: 'all', status } as const,
      colour: 'text.primary',
    })),
  ] as const;
  return (
    <Box role="group" aria-label="Số ý kiến" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mb: 3 }}>
      {figures.map(({ label, count, to, ...figure }) => {
        const status = 'status' in to ? to.status : undefined;
        const here = filter.due === to.due && filter.status === status;
        return (
          <ButtonBase
            key={label}
            aria-pressed={here}
            onClick={() => onFilter({ ...filter, due: to.due, status })}
            sx={{
              px: 2,
              height: 36,
              gap: 1,
              font: 'inherit',
              fontSize: 14,
              border: 1,
              borderColor: here ? 'primary.main' : 'divider',
              borderRadius: 1,
              bgcolor: here ? 'soft' : 'background.paper',
            }}
          >
            <Box
              component="b"
              sx={{
                color: 'colour' in figure ? figure.colour : 'text.primary',
                fontVariantNumeric: 'tabular-nums',
              }}
            >
              {count === undefined ? '…' : formatNumber(count)}
            </Box>
            {label}
          </ButtonBase>
        );
      })}
    </Box>
  );
}
