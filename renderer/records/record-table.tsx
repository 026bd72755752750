import Box from '@mui/material/Box';
import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { ShownRecord } from '../../shared/api/records.ts';
import type { Kind } from '../../shared/records/kind.ts';
import { useRows } from '../components/use-rows.ts';
import { columnsOf, fittingColumns, gridTemplate, type ListColumn } from './columns.ts';
import { knownRows, rowAt, type PageWindow } from './page-window.ts';
import { BodyCell, HeaderCell, ROW_PADDING, rowStyle, type Sort } from './record-cells.tsx';
import { showField } from './value.ts';

const ROW_HEIGHT = 36;

interface Line {
  readonly index: number;
  readonly record: ShownRecord | undefined;
}
const features = tableFeatures({});
const helper = createColumnHelper<typeof features, Line>();

/** Field → what stands in its cell; sorting and filters stay with the stored value. Must not change. */
export type Written = Readonly<Record<string, (record: ShownRecord) => string>>;

interface Props {
  readonly kind: Kind;
  /** Fields to show instead of the declared columns. */
  readonly columns?: readonly string[] | undefined;
  /** Fields with one value only in this list: no column. */
  readonly without: readonly string[];
  /** How this list writes some fields, instead of their stored values. */
  readonly written?: Written | undefined;
  readonly window: PageWindow<ShownRecord>;
  readonly total: number | undefined;
  readonly openId: number | undefined;
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort | null) => void;
  readonly onShow: (first: number, last: number) => void;
  readonly onOpen: (record: ShownRecord) => void;
  /** Changes with every new question: the list starts from its top. */
  readonly question: string;
  readonly gridRef: RefObject<HTMLDivElement | null>;
}

function useWidth() {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(900);
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(entry.contentRect.width);
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [element, width] as const;
}

const nextSort = (field: string, sort: Sort | null): Sort | null => {
  if (sort?.field !== field) return { field, descending: false };
  return sort.descending ? null : { field, descending: true };
};

/** The rows of a list of any length: only those in view exist. Arrows choose, Enter opens, headers sort. */
export function RecordTable(props: Props) {
  const { kind, written, window, total, onShow, onOpen, question, gridRef } = props;
  const id = useId();
  const [frame, width] = useWidth();
  const [active, setActive] = useState(0);
  const known = knownRows(window);
  const ahead = window.complete ? 0 : Math.min(window.size, Math.max(1, (total ?? Infinity) - known));
  const count = known + ahead;
  const virtual = useRows({
    count,
    getScrollElement: () => gridRef.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollMargin: ROW_HEIGHT,
    scrollPaddingStart: ROW_HEIGHT,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onShow(first, last), [onShow, first, last, window]);
  const [answered, setAnswered] = useState(question);
  if (answered !== question) {
    setAnswered(question);
    setActive(0);
  }
  useEffect(() => {
    virtual.scrollToIndex(0);
    // A new question starts from its top; the virtualizer itself never changes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [question]);

  const shown = useShownColumns(props, width);
  const lines = useMemo<Line[]>(
    () =>
      Array.from({ length: last - first + 1 }, (_, at) => ({
        index: first + at,
        record: rowAt(window, first + at),
      })),
    [window, first, last],
  );
  const columns = useMemo(
    () =>
      helper.columns(
        shown.map((column) =>
          helper.accessor(({ record }) => (record ? inWords(kind, written, column.field, record) : ''), {
            id: column.field,
            header: column.label,
          }),
        ),
      ),
    [shown, kind, written],
  );
  const table = useTable({ features, columns, data: lines, getRowId: (line) => String(line.index) });
  const rows = table.getRowModel().rows;
  const move = (to: number) => {
    const place = Math.max(0, Math.min(count - 1, to));
    setActive(place);
    virtual.scrollToIndex(place);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor((gridRef.current?.clientHeight ?? ROW_HEIGHT) / ROW_HEIGHT) - 1);
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -count,
      End: count,
    };
    const step = steps[event.key];
    const record = rowAt(window, active);
    if (step !== undefined) move(active + step);
    else if (event.key === 'Enter' && record) onOpen(record);
    else return;
    event.preventDefault();
  };
  const template = gridTemplate(shown);
  return (
    <Box ref={frame} sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <Box
        ref={gridRef}
        role="grid"
        aria-label={kind.title}
        aria-rowcount={total === undefined ? -1 : total + 1}
        aria-colcount={shown.length}
        tabIndex={0}
        aria-activedescendant={
          rows.some((row) => row.original.index === active) ? `${id}-${active}` : undefined
        }
        onKeyDown={onKeyDown}
        sx={{
          flex: 1,
          minHeight: 0,
          overflowY: 'auto',
          overflowX: 'hidden',
          '&:focus-visible [data-active]': { boxShadow: 'inset 0 0 0 2px var(--focus)' },
        }}
      >
        <Box role="rowgroup" sx={{ position: 'sticky', top: 0, zIndex: 1 }}>
          <Box
            role="row"
            aria-rowindex={1}
            sx={{
              ...rowStyle(template),
              height: ROW_HEIGHT,
              bgcolor: 'background.default',
              borderBottom: 1,
              borderColor: 'divider',
            }}
          >
            {shown.map((column) => (
              <HeaderCell
                key={column.field}
                column={column}
                sort={props.sort}
                onSort={() => props.onSort(nextSort(column.field, props.sort))}
              />
            ))}
          </Box>
        </Box>
        <Box role="rowgroup" sx={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {rows.map((row) => {
            const { index, record } = row.original;
            return (
              <Box
                key={row.id}
                id={`${id}-${index}`}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={record !== undefined && record.id === props.openId}
                data-active={index === active || undefined}
                onClick={() => {
                  setActive(index);
                  if (record) onOpen(record);
                }}
                sx={{
                  ...rowStyle(template),
                  position: 'absolute',
                  top: 0,
                  left: 0,
                  right: 0,
                  height: ROW_HEIGHT,
                  cursor: 'pointer',
                  borderBottom: '1px solid',
                  borderColor: 'divider',
                  bgcolor: record && record.id === props.openId ? 'soft' : 'background.paper',
                  color: record?.voided_at ? 'text.secondary' : 'text.primary',
                  '&:hover': { bgcolor: 'soft' },
                }}
                style={{ transform: `translateY(${index * ROW_HEIGHT}px)` }}
              >
                {row.getAllCells().map((cell) => (
                  <BodyCell
                    key={cell.id}
                    text={String(cell.getValue())}
                    numeric={shown.find((column) => column.field === cell.column.id)?.numeric ?? false}
                    name={cell.column.id === kind.nameField}
                    record={record}
                  />
                ))}
              </Box>
            );
          })}
        </Box>
      </Box>
    </Box>
  );
}

const inWords = (kind: Kind, written: Written | undefined, field: string, record: ShownRecord): string =>
  written?.[field]?.(record) ?? showField(kind, field, record);

function useShownColumns({ kind, columns, without }: Props, width: number): ListColumn[] {
  const wanted = JSON.stringify([columns, without]);
  return useMemo(() => {
    const all = columnsOf(kind, columns).filter((column) => !without.includes(column.field));
    return fittingColumns(all, kind.nameField, width - ROW_PADDING * 2);
    // The lists of names are compared by their text.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [kind, wanted, width]);
}
