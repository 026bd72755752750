import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import type { AuditRow } from '../../../shared/api/records.ts';
import { toFailure, type Failure } from '../../../shared/failure.ts';
import { call } from '../../client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { AuditFilters, type AuditFilter } from './audit-filters.tsx';
import { AuditTable } from './audit-table.tsx';
import { ChainCheck } from './chain-check.tsx';

/** Nhật ký: who did what and when, what was before and after. */
export default function AuditPage() {
  const [filter, setFilter] = useState<AuditFilter>({});
  const { rows, next, head, failure, loading, more } = useAuditRows(filter);
  return (
    <>
      <PageHeader
        title="Nhật ký"
        detail={
          head
            ? `Mã đầu chuỗi: ${head.slice(0, 16)}… — so với mã in ở cuối sổ và trong bản sao lưu.`
            : undefined
        }
      >
        <ChainCheck />
      </PageHeader>
      <AuditFilters filter={filter} onChange={setFilter} />
      <FailureNotice failure={failure} />
      {rows.length === 0 && !loading && !failure ? (
        <EmptyState
          text="Không có dòng nhật ký nào như vậy"
          hint="Nới khoảng ngày hoặc bỏ bớt điều kiện lọc."
        />
      ) : (
        <AuditTable rows={rows} />
      )}
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 4, mt: 3 }}>
        <Typography color="textSecondary" role="status">
          Đang xem {rows.length} dòng{next === null && !loading ? ', đã hết' : ''}
        </Typography>
        {next !== null && (
          <Button variant="outlined" disabled={loading} onClick={more}>
            Xem thêm dòng cũ hơn
          </Button>
        )}
      </Box>
    </>
  );
}

interface Held {
  readonly rows: readonly AuditRow[];
  readonly next: number | null;
  readonly head: string;
  readonly failure: Failure | null;
}

interface Answered extends Held {
  /** What was asked for. */
  readonly filter: AuditFilter | null;
  readonly older: number | undefined;
}

const nothing: Answered = {
  rows: [],
  next: null,
  head: '',
  failure: null,
  filter: null,
  older: undefined,
};

/** The rows of a filter, page by page; rows that arrive for an older filter are dropped. */
function useAuditRows(filter: AuditFilter): Held & { loading: boolean; more: () => void } {
  const [held, setHeld] = useState(nothing);
  const [before, setBefore] = useState<{ filter: AuditFilter; seq: number } | null>(null);
  const older = before?.filter === filter ? before.seq : undefined;
  useEffect(() => {
    let current = true;
    call('audit.list', { ...filter, ...(older === undefined ? {} : { before_seq: older }) }).then(
      ({ rows, next, chain_head }) =>
        current &&
        setHeld((old) => ({
          rows: older === undefined ? rows : [...old.rows, ...rows],
          next,
          head: chain_head,
          failure: null,
          filter,
          older,
        })),
      (error: unknown) => current && setHeld((old) => ({ ...old, failure: toFailure(error), filter, older })),
    );
    return () => {
      current = false;
    };
  }, [filter, older]);
  const { rows, next, head, failure } = held;
  const loading = held.filter !== filter || held.older !== older;
  return {
    rows,
    next,
    head,
    failure,
    loading,
    more: () => next !== null && setBefore({ filter, seq: next }),
  };
}
