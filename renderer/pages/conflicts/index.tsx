import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
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

function Conflicts({
  conflicts,
  onResolved,
}: {
  readonly conflicts: readonly Conflict[];
  readonly onResolved: () => void;
}) {
  const [at, setAt] = useState(0);
  const [failure, setFailure] = useState<Failure | null>(null);
  const reason = useRef<HTMLInputElement>(null);
  const busy = useRef(false);
  const canWrite = useMay('records.write');
  const index = Math.min(at, conflicts.length - 1);
  const current = conflicts[index];
  const resolve = async (conflict: Conflict | undefined, resolution: Resolution) => {
    if (!conflict || !canWrite || busy.current) return;
    busy.current = true;
    const why = reason.current?.value.trim();
    try {
      const input = { repeat_id: conflict.repeat_id, version: conflict.version, resolution };
      await call('pledges.resolve_conflict', why ? { ...input, reason_for_change: why } : input);
      setFailure(null);
      onResolved();
    } catch (error) {
      setFailure(toFailure(error));
    } finally {
      busy.current = false;
    }
  };
  useKeys([
    { key: 'ArrowDown', label: 'Tờ sau', run: () => setAt(Math.min(index + 1, conflicts.length - 1)) },
    { key: 'ArrowUp', label: 'Tờ trước', run: () => setAt(Math.max(index - 1, 0)) },
    { key: 'F2', label: 'Giữ tờ đầu', when: canWrite, run: () => void resolve(current, 'keep_first') },
    { key: 'F3', label: 'Lấy theo tờ sau', when: canWrite, run: () => void resolve(current, 'take_repeat') },
  ]);
  return (
    <>
      <PageHeader
        title="Cần đối chiếu"
        detail={`${formatNumber(conflicts.length)} tờ nhập hai lần, khác ngày ký hoặc hình thức. Hãy xem lại giấy rồi chọn.`}
      />
      <FailureNotice failure={failure} />
      {failure?.code === 'campaign_closed' && (
        <TextField label="Lý do sửa khi đợt đã khóa" inputRef={reason} sx={{ my: 2, maxWidth: 480 }} />
      )}
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
            onSelect={() => setAt(row)}
            onResolve={(resolution) => void resolve(conflict, resolution)}
          />
        ))}
      </Box>
      <Typography variant="body2" color="text.secondary" sx={{ mt: 3 }}>
        Tờ đầu vẫn là tờ đang dùng cho đến khi chọn; số tờ của cả hai đều được giữ.
      </Typography>
    </>
  );
}
