import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import type { CallOutput } from '../../../shared/api.ts';
import { toFailure, type Failure } from '../../../shared/failure.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { call } from '../../client.ts';
import { useCall } from '../../app/data.ts';
import { useKeys } from '../../app/keys.tsx';
import { useMay } from '../../app/session.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ReasonQuestion } from '../../records/reason-question.tsx';
import { ConflictRow } from './conflict-row.tsx';

type Conflict = CallOutput<'pledges.conflicts'>[number];
type Resolution = 'keep_first' | 'take_repeat';

/** "Cần đối chiếu": a form typed twice whose date or mode differ; the clerk looks at the paper and decides. */
export default function ConflictsPage() {
  const { value, failure, reload } = useCall('pledges.conflicts', {});
  if (failure) return <FailureNotice failure={failure} />;
  if (!value) return null;
  if (value.length === 0) {
    return (
      <>
        <PageHeader title="Cần đối chiếu" />
        <EmptyState
          text="Không có tờ nào cần đối chiếu."
          hint="Khi một tờ được nhập hai lần mà ngày ký hoặc hình thức khác nhau, hai tờ sẽ hiện ở đây để so với giấy."
        />
      </>
    );
  }
  return <Conflicts conflicts={value} onResolved={reload} />;
}

interface Props {
  readonly conflicts: readonly Conflict[];
  readonly onResolved: () => void;
}

function Conflicts({ conflicts: known, onResolved }: Props) {
  const [at, setAt] = useState(0);
  /** Settled here; the list that says so is still on its way. */
  const [settled, setSettled] = useState<ReadonlySet<number>>(new Set());
  const conflicts = known.filter(({ repeat_id }) => !settled.has(repeat_id));
  const [failure, setFailure] = useState<Failure | null>(null);
  /** Chosen in a closed campaign: waits for the reason of this very entry. */
  const [asked, setAsked] = useState<Resolution | null>(null);
  const busy = useRef(false);
  const canWrite = useMay('records.write');
  const index = Math.min(at, conflicts.length - 1);
  const save = async ({ repeat_id, version }: Conflict, resolution: Resolution, why?: string) => {
    const input = { repeat_id, version, resolution };
    await call('pledges.resolve_conflict', why === undefined ? input : { ...input, reason_for_change: why });
    setFailure(null);
    setAsked(null);
    setSettled((before) => new Set(before).add(repeat_id));
    onResolved();
  };
  const resolve = async (row: number, resolution: Resolution) => {
    const conflict = conflicts[row];
    if (!conflict || !canWrite || busy.current) return;
    busy.current = true;
    setAt(row);
    try {
      await save(conflict, resolution);
    } catch (error) {
      const failed = toFailure(error);
      const closed = failed.code === 'campaign_closed';
      setFailure(closed ? null : failed);
      setAsked(closed ? resolution : null);
    } finally {
      busy.current = false;
    }
  };
  const select = (row: number) => {
    setAt(row);
    if (row !== index) setAsked(null);
  };
  const free = asked === null;
  useKeys([
    {
      key: 'ArrowDown',
      label: 'Tờ sau',
      when: free,
      run: () => select(Math.min(index + 1, conflicts.length - 1)),
    },
    { key: 'ArrowUp', label: 'Tờ trước', when: free, run: () => select(Math.max(index - 1, 0)) },
    {
      key: 'F2',
      label: 'Giữ tờ đầu',
      when: canWrite && free,
      run: () => void resolve(index, 'keep_first'),
    },
    {
      key: 'F3',
      label: 'Lấy theo tờ sau',
      when: canWrite && free,
      run: () => void resolve(index, 'take_repeat'),
    },
  ]);
  return (
    <>
      <PageHeader
        title="Cần đối chiếu"
        detail={`${formatNumber(conflicts.length)} tờ nhập hai lần, khác ngày ký hoặc hình thức. Hãy xem lại giấy rồi chọn.`}
      />
      <FailureNotice failure={failure} />
      <Box
        component="ul"
        sx={{
          m: 0,
          p: 0,
          listStyle: 'none',
          overflow: 'auto',
          display: 'flex',
          flexDirection: 'column',
          gap: 2,
        }}
      >
        {conflicts.map((conflict, row) => (
          <ConflictRow
            key={conflict.repeat_id}
            conflict={conflict}
            current={row === index}
            canWrite={canWrite}
            onSelect={() => select(row)}
            onResolve={(resolution) => void resolve(row, resolution)}
          >
            {row === index && asked && (
              <ReasonQuestion
                key={asked}
                question={`Đợt cam kết đã khóa. Vì sao ${asked === 'keep_first' ? 'giữ tờ đầu' : 'lấy theo tờ sau'} của ${conflict.head_name}?`}
                confirm="Ghi lý do"
                onConfirm={(why) => save(conflict, asked, why)}
                onCancel={() => setAsked(null)}
              />
            )}
          </ConflictRow>
        ))}
      </Box>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 3 }}>
        Tờ đầu vẫn là tờ đang dùng cho đến khi chọn; số tờ của cả hai đều được giữ.
      </Typography>
    </>
  );
}
