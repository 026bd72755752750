import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Skeleton from '@mui/material/Skeleton';
import type { ShownRecord } from '../../shared/api/records.ts';
import { COLUMN_GAP, type ListColumn } from './columns.ts';

/** How a list is sorted; null elsewhere means the kind's own order. */
export interface Sort {
  readonly field: string;
  readonly descending: boolean;
}

/** Room on both sides of a row's cells, in px. */
export const ROW_PADDING = 16;

/** A row as a grid of its columns. */
export const rowStyle = (template: string) => ({
  display: 'grid',
  gridTemplateColumns: template,
  alignItems: 'center',
  columnGap: `${COLUMN_GAP}px`,
  px: `${ROW_PADDING}px`,
});

/** A column's heading; pressing it sorts: up, down, the list's own order. */
export function HeaderCell({
  column,
  sort,
  onSort,
}: {
  column: ListColumn;
  sort: Sort | null;
  onSort: () => void;
}) {
  const sorted = sort?.field === column.field ? (sort.descending ? 'descending' : 'ascending') : 'none';
  return (
    <Box
      role="columnheader"
      aria-sort={sorted}
      sx={{ minWidth: 0, textAlign: column.numeric ? 'right' : 'left', pr: column.numeric ? 2 : 0 }}
    >
      <Box
        component="button"
        type="button"
        onClick={onSort}
        title={`${column.label}: bấm để sắp xếp`}
        sx={{
          all: 'unset',
          cursor: 'pointer',
          fontSize: 14,
          fontWeight: 600,
          // A long heading takes two lines of the row; it is never cut.
          lineHeight: 1.15,
          display: 'inline-block',
          verticalAlign: 'middle',
          '&:hover': { textDecoration: 'underline' },
        }}
      >
        {column.label}
        {sorted !== 'none' && <span aria-hidden> {sorted === 'ascending' ? '▲' : '▼'}</span>}
      </Box>
    </Box>
  );
}

interface BodyCellProps {
  readonly text: string;
  readonly numeric: boolean;
  readonly name: boolean;
  readonly record: ShownRecord | undefined;
}

/** One value in words, cut where it is too long. */
export function BodyCell({ text, numeric, name, record }: BodyCellProps) {
  const voided = Boolean(record?.voided_at);
  return (
    <Box
      role="gridcell"
      sx={{
        minWidth: 0,
        display: 'flex',
        gap: 2,
        alignItems: 'center',
        justifyContent: numeric ? 'flex-end' : 'flex-start',
        pr: numeric ? 2 : 0,
      }}
    >
      {record ? (
        <Box
          component="span"
          title={text}
          sx={{
            overflow: 'hidden',
            textOverflow: 'ellipsis',
            whiteSpace: 'nowrap',
            fontWeight: name ? 500 : 400,
            fontVariantNumeric: 'tabular-nums',
            textDecoration: voided ? 'line-through' : 'none',
          }}
        >
          {text}
        </Box>
      ) : (
        <Skeleton width="60%" animation={false} />
      )}
      {name && voided && <Chip size="small" variant="outlined" label="đã hủy" />}
    </Box>
  );
}
