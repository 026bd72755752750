import Box from '@mui/material/Box';
import { useEffect, useRef } from 'react';
import { notYetReasons, signatureModes } from '../../../shared/records/pledge.ts';
import { formatBirth } from '../../../shared/vietnamese/birth.ts';
import { formatDate } from '../../../shared/vietnamese/dates.ts';
import { useRows } from '../../components/use-rows.ts';
import type { RosterMark, RosterRow } from './use-marks.ts';

const LINE = 36;
const CURRENT_LINE = 64;

interface Props {
  readonly rows: readonly RosterRow[];
  readonly marks: ReadonlyMap<number, RosterMark>;
  readonly current: number;
  readonly listId: string;
  readonly onPick: (index: number) => void;
}

export const lineId = (listId: string, householdId: number): string => `${listId}-${householdId}`;

function markText(mark: RosterMark | undefined): string {
  if (!mark?.mode) return '';
  const reason = mark.reason ? ` (${notYetReasons[mark.reason]})` : '';
  const date = mark.signedOn ? ` · ${formatDate(mark.signedOn)}` : '';
  const number = mark.formNumber === null ? '' : ` · tờ ${mark.formNumber}`;
  return signatureModes[mark.mode] + reason + date + number;
}

const colourOf = (mark: RosterMark | undefined): string => {
  if (mark?.state === 'failed') return 'error.main';
  if (!mark?.mode) return 'text.secondary';
  return mark.mode === 'not_yet' ? 'warning.main' : 'primary.main';
};

/** A sign besides the colour: ✓ signed, – not yet, ✕ not saved, ○ open. */
const signOf = (mark: RosterMark | undefined): string => {
  if (mark?.state === 'failed') return '✕';
  if (!mark?.mode) return '○';
  return mark.mode === 'not_yet' ? '–' : '✓';
};

/** One line a household, the current one large; only the lines in view are drawn. */
export function RosterLines({ rows, marks, current, listId, onPick }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useRows({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (index === current ? CURRENT_LINE : LINE),
    overscan: 12,
  });
  useEffect(() => {
    virtual.measure();
    virtual.scrollToIndex(current, { align: 'auto' });
  }, [virtual, current]);
  return (
    <Box
      ref={scroller}
      sx={{
        flex: 1,
        minHeight: 0,
        overflow: 'auto',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'background.paper',
      }}
    >
      <Box
        role="listbox"
        id={listId}
        aria-label="Các hộ của bản"
        sx={{ position: 'relative', height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map(({ index, start, size }) => {
          const row = rows[index];
          if (!row) return null;
          const mark = marks.get(row.household_id);
          const here = index === current;
          return (
            <Box
              key={row.household_id}
              id={lineId(listId, row.household_id)}
              role="option"
              aria-selected={here}
              onMouseDown={(event) => {
                event.preventDefault();
                onPick(index);
              }}
              sx={{
                position: 'absolute',
                insetInline: 0,
                height: size,
                px: 4,
                display: 'grid',
                gridTemplateColumns: '28px 56px minmax(0, 1fr) 110px 80px 300px',
                columnGap: 3,
                alignItems: 'center',
                whiteSpace: 'nowrap',
                borderBottom: 1,
                borderColor: 'divider',
                ...(here && {
                  bgcolor: 'soft',
                  fontSize: 22,
                  fontWeight: 600,
                  boxShadow: 'inset 5px 0 0 var(--green)',
                }),
              }}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Box sx={{ color: colourOf(mark), fontWeight: 600 }}>{signOf(mark)}</Box>
              <Box sx={{ textAlign: 'right', color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
                {index + 1}
              </Box>
              <Box sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>{row.head_name}</Box>
              <Box sx={{ fontVariantNumeric: 'tabular-nums' }}>{formatBirth(row.birth)}</Box>
              <Box sx={{ fontSize: 15, fontWeight: 400 }}>{row.member_count} khẩu</Box>
              <Box
                title={mark?.told || undefined}
                sx={{
                  color: colourOf(mark),
                  fontSize: 15,
                  fontWeight: 500,
                  overflow: 'hidden',
                  textOverflow: 'ellipsis',
                }}
              >
                {mark?.told || markText(mark)}
              </Box>
            </Box>
          );
        })}
      </Box>
    </Box>
  );
}
