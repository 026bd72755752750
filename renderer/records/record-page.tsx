import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import { useState, type ReactNode } from 'react';
import type { ShownRecord } from '../../shared/api/records.ts';
import { kindOf, type KindName } from '../../shared/records/index.ts';
import { useCall } from '../app/data.ts';
import { useKeys } from '../app/keys.tsx';
import { useMay } from '../app/session.tsx';
import { call } from '../client.ts';
import { FailureNotice } from '../components/failure-notice.tsx';
import { Attachments } from './attachments/attachments.tsx';
import { ReasonQuestion } from './reason-question.tsx';
import { RecordForm, type SavedRecord } from './record-form.tsx';
import { RecordHistory } from './record-history.tsx';
import { RecordValues } from './record-values.tsx';
import { SidePanel } from './side-panel.tsx';
import { UndoBar } from './undo-bar.tsx';
import { undoReason, useUndo, type LastDone } from './use-undo.ts';
import { capital, nameOf } from './value.ts';

export interface RecordPageProps {
  readonly kind: KindName;
  readonly id: number;
  readonly onClose: () => void;
  /** Something was saved: the list beside reads again. */
  readonly onChanged: () => void;
  /** A save that came before this page opened, e.g. of the new record: it can be undone here. */
  readonly justSaved?: SavedRecord | undefined;
  /** More buttons in the line of actions. */
  readonly actions?: (record: ShownRecord, changed: (text: string) => void) => ReactNode;
  /** More parts of the page, e.g. child records. */
  readonly more?: (record: ShownRecord, changed: () => void) => ReactNode;
}

type Doing = 'reading' | 'editing' | 'voiding' | 'restoring';

/** A record beside its list: values in words, what may be done with it, its history. */
export function RecordPage(props: RecordPageProps) {
  const { kind: name, id, onClose, onChanged, justSaved } = props;
  const kind = kindOf(name);
  const [round, setRound] = useState(0);
  const [doing, setDoing] = useState<Doing>('reading');
  const [history, setHistory] = useState(false);
  const page = useCall('records.get', { kind: name, id }, { deps: [round] });
  const record = page.value?.id === id ? page.value : undefined;
  const changed = () => {
    setRound((before) => before + 1);
    setDoing('reading');
    onChanged();
  };
  const saved = (done: SavedRecord): LastDone => ({
    text: done.before ? 'Đã lưu thay đổi.' : `Đã thêm ${kind.label}.`,
    undo: () => takeBack(name, done),
  });
  const undo = useUndo(changed, justSaved ? saved(justSaved) : null);
  const mayWrite = useMay(kind.writeRight ?? 'records.write') && !kind.ownCalls;
  const mayVoid = useMay('records.void') && mayWrite;
  const voided = typeof record?.voided_at === 'string';
  const canEdit = mayWrite && !voided && doing === 'reading';
  useKeys([{ key: 'F2', label: 'Sửa', run: () => setDoing('editing'), when: canEdit && Boolean(record) }]);
  if (!record)
    return (
      <SidePanel title={capital(kind.label)} onClose={onClose}>
        <FailureNotice failure={page.failure} />
      </SidePanel>
    );
  const changeState = async (state: 'void' | 'restore', reason: string) => {
    const { version } = await call(`records.${state}`, { kind: name, id, version: record.version, reason });
    const back = state === 'void' ? 'records.restore' : 'records.void';
    undo.done(state === 'void' ? 'Đã hủy.' : 'Đã khôi phục.', () =>
      call(back, { kind: name, id, version, reason: undoReason }),
    );
    changed();
  };
  return (
    <SidePanel title={nameOf(kind, record)} detail={capital(kind.label)} onClose={onClose}>
      <UndoBar state={undo} />
      {voided && (
        <Box>
          <Chip size="small" color="error" variant="outlined" label={`Đã hủy: ${record.void_reason ?? ''}`} />
        </Box>
      )}
      {doing === 'voiding' && (
        <ReasonQuestion
          danger
          question={`Hủy ${kind.label} này? Bản ghi vẫn còn và có thể khôi phục.`}
          confirm="Hủy bản ghi"
          onConfirm={(reason) => changeState('void', reason)}
          onCancel={() => setDoing('reading')}
        />
      )}
      {doing === 'restoring' && (
        <ReasonQuestion
          question={`Khôi phục ${kind.label} này?`}
          confirm="Khôi phục"
          onConfirm={(reason) => changeState('restore', reason)}
          onCancel={() => setDoing('reading')}
        />
      )}
      {doing === 'reading' && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
          {props.actions?.(record, (text) => {
            undo.done(text);
            changed();
          })}
          {canEdit && (
            <Button variant={props.actions ? 'outlined' : 'contained'} onClick={() => setDoing('editing')}>
              Sửa
            </Button>
          )}
          {mayVoid && (
            <Button
              variant="outlined"
              color={voided ? 'primary' : 'error'}
              onClick={() => setDoing(voided ? 'restoring' : 'voiding')}
            >
              {voided ? 'Khôi phục' : 'Hủy'}
            </Button>
          )}
          <Button variant="outlined" aria-expanded={history} onClick={() => setHistory((before) => !before)}>
            Lịch sử
          </Button>
        </Box>
      )}
      {history && doing === 'reading' && <RecordHistory kind={name} id={id} round={round} record={record} />}
      {doing === 'editing' ? (
        <RecordForm
          key={record.version}
          kind={name}
          record={record}
          onSaved={(after) => {
            const { text, undo: back } = saved(after);
            undo.done(text, back);
            changed();
          }}
          onCancel={() => setDoing('reading')}
        />
      ) : (
        <RecordValues kind={kind} record={record} />
      )}
      {props.more?.(record, changed)}
      <Attachments kind={name} id={id} voided={voided} />
    </SidePanel>
  );
}

/** Undoes a save: a new record is voided, a change gets its old values back. */
export async function takeBack(kind: KindName, { id, version, before }: SavedRecord): Promise<void> {
  if (before) await call('records.update', { kind, id, version, values: before, reason: undoReason });
  else await call('records.void', { kind, id, version, reason: undoReason });
}
