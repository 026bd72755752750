import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { ShownRecord } from '../../shared/api/records.ts';
import { kindOf, type KindName } from '../../shared/records/index.ts';
import { formatNumber } from '../../shared/vietnamese/numbers.ts';
import { useCall } from '../app/data.ts';
import { isTyping, useKeys } from '../app/keys.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { FilterBar } from './filter-bar.tsx';
import { callFilter, isNarrowed, noFilter, type FixedFilter, type ListFilter } from './filters.ts';
import { ListToolButtons, ListToolPanel, useListTools } from './list-tools.tsx';
import { knownRows } from './page-window.ts';
import type { Sort } from './record-cells.tsx';
import { RecordTable, type Written } from './record-table.tsx';
import { showNamed } from './value.ts';
import { useRecordPages } from './use-record-pages.ts';

export interface RecordListProps {
  readonly kind: KindName;
  /** Conditions of the page itself, which nobody takes away. */
  readonly fixed?: FixedFilter;
  /** What the list is narrowed to at first. */
  readonly initial?: Partial<ListFilter>;
  readonly onOpen: (record: ShownRecord) => void;
  /** Fields to show instead of the declared columns. */
  readonly columns?: readonly string[];
  /** How this list writes some fields, instead of their stored values. */
  readonly written?: Written;
  /** The record whose page is open beside the list. */
  readonly openId?: number | undefined;
  /** The first step that an empty list offers; Insert and F4 do it too. */
  readonly add?: { readonly label: string; readonly run: () => void } | undefined;
  /** Change it to have everything read again, e.g. after a save. */
  readonly round?: number;
  /** False where the list is one of several parts of a page: it then takes no keys for itself. */
  readonly keys?: boolean;
}

const nothingFixed: FixedFilter = {};
/** The fields that have one value only in this list. */
const oneValued = (fixed: FixedFilter): string[] =>
  Object.keys(fixed).filter((field) => !Array.isArray(fixed[field]));

/** The list of a kind, all from its declaration: filters, rows of any number, totals, the empty state. */
export function RecordList(props: RecordListProps) {
  const { kind: name, fixed = nothingFixed, initial, onOpen, columns, openId, add, round = 0 } = props;
  const kind = kindOf(name);
  const [filter, setFilter] = useState<ListFilter>({ ...noFilter, ...initial });
  const [sort, setSort] = useState<Sort | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const asked = useMemo(() => callFilter(filter, fixed), [filter, fixed]);
  const question = { kind: name, filter: asked, ...(sort ? { sort } : {}) };
  const pages = useRecordPages(question);
  const total = useCall('records.total', { kind: name, filter: asked }, { deps: [round] });
  const { refresh } = pages;
  useEffect(() => {
    if (round > 0) refresh();
  }, [round, refresh]);

  const toSearch = () => search.current?.focus();
  const tools = useListTools(total.value?.total, props.keys !== false);
  const keysOn = props.keys !== false && tools.doing !== 'print';
  useKeys([
    { key: 'Ctrl+F', label: 'Tìm trong danh sách', run: toSearch, when: keysOn },
    { key: '/', label: 'Tìm trong danh sách', run: toSearch, when: () => keysOn && !isTyping(), quiet: true },
    ...(add && keysOn
      ? [
          { key: 'F4', label: add.label, run: add.run },
          { key: 'Insert', label: add.label, run: add.run, quiet: true },
        ]
      : []),
  ]);
  const empty = !pages.waiting && pages.window.complete && knownRows(pages.window) === 0;
  return (
    <Box sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <FilterBar
        kind={kind}
        fixed={fixed}
        filter={filter}
        onChange={setFilter}
        searchRef={search}
        onLeaveDown={() => grid.current?.focus()}
      />
      <ListToolPanel tools={tools} question={question} />
      <FailureNotice failure={pages.failure ?? total.failure}>
        <Button variant="outlined" onClick={refresh}>
          Thử lại
        </Button>
      </FailureNotice>
      <Box
        aria-busy={pages.waiting}
        sx={{
          flex: 1,
          minHeight: 0,
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
          <Nothing
            text={kind.empty}
            narrowed={isNarrowed(filter)}
            add={add}
            onAll={() => setFilter(noFilter)}
          />
        ) : (
          <RecordTable
            kind={kind}
            columns={columns}
            written={props.written}
            without={oneValued(fixed)}
            window={pages.window}
            total={total.value?.total}
            openId={openId}
            sort={sort}
            onSort={setSort}
            onShow={pages.show}
            onOpen={onOpen}
            question={JSON.stringify(question)}
            gridRef={grid}
          />
        )}
        <Foot name={name} total={total.value}>
          <ListToolButtons start={tools.start} />
        </Foot>
      </Box>
    </Box>
  );
}

interface NothingProps {
  readonly text: string;
  readonly narrowed: boolean;
  readonly add: RecordListProps['add'];
  readonly onAll: () => void;
}

function Nothing({ text, narrowed, add, onAll }: NothingProps) {
  if (narrowed)
    return (
      <EmptyState text="Không có mục nào khớp với điều kiện lọc.">
        <Button variant="outlined" onClick={onAll}>
          Bỏ lọc
        </Button>
      </EmptyState>
    );
  return (
    <EmptyState text={text}>
      {add && (
        <Button variant="contained" onClick={add.run}>
          {add.label}
        </Button>
      )}
    </EmptyState>
  );
}

interface FootProps {
  readonly name: KindName;
  readonly total: { readonly total: number; readonly sums: Readonly<Record<string, number>> } | undefined;
  readonly children: ReactNode;
}

/** The totals, and beside them what the list can be made into. */
function Foot({ name, total, children }: FootProps) {
  const kind = kindOf(name);
  const parts = total
    ? [
        `${formatNumber(total.total)} ${kind.label}`,
        ...Object.entries(total.sums).map(
          ([field, sum]) => `${kind.fields[field]?.label ?? field}: ${showNamed(kind, field, sum)}`,
        ),
      ]
    : ['Đang đếm…'];
  return (
    <Box
      sx={{
        display: 'flex',
        gap: 6,
        px: 4,
        height: 36,
        alignItems: 'center',
        borderTop: 1,
        borderColor: 'divider',
        bgcolor: 'background.default',
      }}
    >
      <Box role="status" aria-label="Tổng số" sx={{ display: 'flex', gap: 6, minWidth: 0 }}>
        {parts.map((part) => (
          <Typography
            key={part}
            noWrap
            variant="body2"
            sx={{ fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}
          >
            {part}
          </Typography>
        ))}
      </Box>
      {children}
    </Box>
  );
}
