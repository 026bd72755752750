import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import { useState } from 'react';
import type { Batch } from '../../../shared/api/batches.ts';
import { useKeys } from '../../app/keys.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { countsLine, withPending } from '../../entry/counts.ts';
import { BatchLine } from './batch-line.tsx';
import { ClosedCampaign } from './closed-campaign.tsx';
import { EndOfBatch } from './end-of-batch.tsx';
import { EntryForm } from './entry-form.tsx';
import { EntryStrip, type Undoable } from './entry-strip.tsx';
import { FormRows } from './form-rows.tsx';
import { inputOf } from './inputs.ts';
import { modeKeys } from './mode-keys.tsx';
import { useDesk } from './use-desk.ts';
import { unvoidForm, VoidForm } from './void-form.tsx';

interface Props {
  readonly batch: Batch;
  readonly ethnicity: boolean;
  readonly closed: boolean;
  readonly draft: string | null;
  readonly onClosed: () => void;
}

const modeLabels = {
  signed: 'Ký',
  thumbprint: 'Điểm chỉ',
  represented: 'Đại diện',
  not_yet: 'Chưa ký',
} as const;

/** The entry screen of a stack: the batch in one line, the form on the left, its last forms on the right. */
export function EntryScreen({ batch, ethnicity, closed, draft, onClosed }: Props) {
  const bound = useDesk({ batch, ethnicity, closed, draft });
  const { desk, view } = bound;
  const [panel, setPanel] = useState<'none' | 'end' | 'void' | 'reason'>(closed ? 'reason' : 'none');
  const [undoable, setUndoable] = useState<Undoable | null>(null);
  const unsaved = view.queued.length;
  const onTheWay = view.queued.filter(({ state }) => state !== 'failed' && state !== 'held');
  const counts = withPending(
    view.counts,
    onTheWay.map(({ form }) => form.signature_mode),
  );
  const inForm = panel === 'none';
  const backToForm = () => {
    setPanel('none');
    setTimeout(() => inputOf('head_name')?.focus());
  };
  const undo = async () => {
    if (!undoable) return;
    setUndoable(null);
    if (undoable.type === 'discarded') desk.layBack(undoable.sheet);
    else await unvoidForm(undoable.row.pledge_id).then(() => desk.refresh());
  };
  const removeForm = () => {
    if (view.editing) setPanel('void');
    else setUndoable({ type: 'discarded', sheet: desk.discard() });
  };
  useKeys([
    { key: 'Ctrl+Enter', label: 'Lưu ngay', when: inForm, run: () => desk.finish(true) },
    ...modeKeys.map(({ key, mode }) => ({
      key,
      label: modeLabels[mode],
      when: inForm,
      quiet: true,
      run: () => desk.setMode(mode),
    })),
    { key: 'F7', label: 'Số tờ', when: inForm, run: () => desk.goTo('form_number') },
    { key: 'F8', label: 'Ghi chú', when: inForm, run: () => desk.goTo('note') },
    { key: 'F9', label: 'Tờ vừa lưu', when: inForm, run: () => void desk.openLast() },
    { key: 'F10', label: 'Đóng tập', when: inForm && !view.editing, run: () => setPanel('end') },
    {
      key: 'Ctrl+D',
      label: view.editing ? 'Hủy tờ này' : 'Bỏ tờ đang nhập',
      when: inForm,
      quiet: !view.editing,
      run: removeForm,
    },
    {
      key: 'Ctrl+G',
      label: 'Ghi lý do nhập thêm',
      when: inForm && view.needsReason,
      run: () => setPanel('reason'),
    },
    { key: 'Ctrl+U', label: 'Hoàn tác', when: inForm && undoable !== null, run: () => void undo() },
    {
      key: 'Escape',
      label: 'Về tờ đang nhập',
      when: inForm && view.editing !== null,
      run: () => desk.leaveRow(),
    },
  ]);
  return (
    <Box
      data-entry={onTheWay.length > 0 ? 'saving' : 'ready'}
      sx={{ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0 }}
    >
      <BatchLine batch={batch} forms={counts.forms} />
      <Box
        sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 420px', gap: 4, flex: 1, minHeight: 0 }}
      >
        <Paper
          variant="outlined"
          sx={{ px: 5, pt: 3, overflow: 'hidden', display: 'flex', flexDirection: 'column' }}
        >
          <EntryStrip view={view} undoable={undoable} />
          <FailureNotice failure={view.failure} />
          {panel === 'end' && (
            <EndOfBatch batchId={batch.id} unsaved={unsaved} onClosed={onClosed} onCancel={backToForm} />
          )}
          {panel === 'reason' && (
            <ClosedCampaign
              onCancel={backToForm}
              onReason={(reason) => {
                desk.giveReason(reason);
                backToForm();
              }}
            />
          )}
          {panel === 'void' && view.editing && (
            <VoidForm
              row={view.editing}
              onCancel={backToForm}
              onVoided={() => {
                setUndoable(view.editing?.repeat === false ? { type: 'voided', row: view.editing } : null);
                desk.leaveRow();
                void desk.refresh();
                backToForm();
              }}
            />
          )}
          <Box sx={{ display: inForm ? 'block' : 'none' }}>
            <EntryForm {...bound} ethnicity={ethnicity} onMode={(mode) => desk.setMode(mode)} />
          </Box>
        </Paper>
        <Paper variant="outlined" sx={{ display: 'flex', flexDirection: 'column', minHeight: 0 }}>
          <Box
            aria-live="polite"
            data-testid="batch-counts"
            sx={{ px: 4, py: 2.5, fontWeight: 600, borderBottom: 1, borderColor: 'divider' }}
          >
            {countsLine(counts)}
          </Box>
          <FormRows
            rows={view.rows}
            queued={view.queued}
            editing={view.editing}
            onOpenRow={(row) => void desk.openRow(row)}
            onOpenQueued={(key) => desk.openQueued(key)}
          />
        </Paper>
      </Box>
    </Box>
  );
}
