import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import { useState } from 'react';
import type { CallOutput } from '../../../shared/api.ts';
import type { ShownRecord } from '../../../shared/api/records.ts';
import { household as kind } from '../../../shared/records/household.ts';
import { useCall } from '../../app/data.ts';
import { useKeys } from '../../app/keys.tsx';
import { useNavigate } from '../../app/navigation.tsx';
import { useMay } from '../../app/session.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { RecordForm } from '../../records/record-form.tsx';
import { takeBack } from '../../records/record-page.tsx';
import { Attachments } from '../../records/attachments/attachments.tsx';
import { RecordHistory } from '../../records/record-history.tsx';
import { RecordValues } from '../../records/record-values.tsx';
import { SidePanel } from '../../records/side-panel.tsx';
import { UndoBar } from '../../records/undo-bar.tsx';
import { useUndo, type Undo } from '../../records/use-undo.ts';
import { nameOf, showField, valueOf, valuesOf } from '../../records/value.ts';
import { LifeForm } from './life-form.tsx';
import { actionsFor, lifeWords, type LifeAction } from './life.ts';
import { MergeForm } from './merge-form.tsx';
import { Merged } from './merged.tsx';
import { Breaches } from './breaches.tsx';
import { Events, Part, Pledges } from './past.tsx';
import { saveLife } from './save-life.ts';
import { Standing } from './standing.tsx';
import { unmerge } from './unmerge.ts';

interface Props {
  readonly id: number;
  readonly ethnicity: boolean;
  /** What was just done to it elsewhere, "Đã thêm hộ." */
  readonly message?: string | undefined;
  readonly onClose: () => void;
  readonly onChanged: () => void;
  readonly onOpen: (id: number) => void;
}

type Page = CallOutput<'households.page'>;
type Doing = LifeAction | 'merge' | 'standing' | { readonly breachOf: number } | null;

/** A household beside the list: as it is now, what may happen to it, its pledges and its past. */
export function HouseholdPage({ id, ethnicity, message, onClose, onChanged, onOpen }: Props) {
  const [round, setRound] = useState(0);
  const page = useCall('households.page', { id }, { deps: [round] });
  const value = page.value?.household.id === id ? page.value : undefined;
  const changed = () => {
    setRound((before) => before + 1);
    onChanged();
  };
  const undo = useUndo(changed, message === undefined ? null : { text: message });
  if (!value)
    return (
      <SidePanel title="Hộ gia đình" onClose={onClose} width={520}>
        <FailureNotice failure={page.failure} />
      </SidePanel>
    );
  const { household } = value;
  const away = household['state'] !== 'living';
  return (
    <SidePanel
      title={nameOf(kind, household)}
      detail={`Hộ gia đình · ${showField(kind, 'village_id', household)}`}
      onClose={onClose}
      width={520}
    >
      <UndoBar state={undo} />
      {(away || household.voided_at) && (
        <Box sx={{ display: 'flex', gap: 2 }}>
          {away && (
            <Chip
              size="small"
              color="warning"
              variant="outlined"
              label={showField(kind, 'state', household)}
            />
          )}
          {household.voided_at && (
            <Chip
              size="small"
              color="error"
              variant="outlined"
              label={`đã hủy: ${household.void_reason ?? ''}`}
            />
          )}
        </Box>
      )}
      <Life page={value} ethnicity={ethnicity} undo={undo} onChanged={changed} onOpen={onOpen} />
      <Attachments kind="household" id={id} voided={household.voided_at !== null} />
      <History id={id} round={round} />
    </SidePanel>
  );
}

function History({ id, round }: { id: number; round: number }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Box>
        <Button variant="outlined" aria-expanded={open} onClick={() => setOpen((before) => !before)}>
          Lịch sử sửa đổi
        </Button>
      </Box>
      {open && <RecordHistory kind="household" id={id} round={round} />}
    </>
  );
}

interface LifeProps {
  readonly page: Page;
  readonly ethnicity: boolean;
  readonly undo: Undo;
  readonly onChanged: () => void;
  readonly onOpen: (id: number) => void;
}

function Life({ page, ethnicity, undo, onChanged, onOpen }: LifeProps) {
  const { household, events, pledges, breaches, merged } = page;
  const [doing, setDoing] = useState<Doing>(null);
  const navigate = useNavigate();
  const voided = household.voided_at !== null;
  const mayWrite = useMay('records.write') && !voided;
  const mayVoid = useMay('records.void') && household['state'] !== 'merged';
  const actions = mayWrite ? actionsFor(valueOf(household, 'state')) : [];
  const stop = () => setDoing(null);
  const done = (text: string, takeBack?: () => Promise<unknown>) => {
    stop();
    undo.done(text, takeBack);
    onChanged();
  };
  const idle = doing === null;
  useKeys([
    { key: 'F2', label: 'Sửa', run: () => setDoing('correct'), when: idle && actions.includes('correct') },
  ]);
  const takeBackCorrection = (before: ShownRecord) => () =>
    saveLife(
      'correct',
      { id: before.id, version: before.version + 1, now: {} },
      valuesOf(kind.fields, before),
    );
  return (
    <>
      {doing === 'merge' && (
        <MergeForm
          kept={household}
          onCancel={stop}
          onDone={(other) => done(`Đã gộp hộ ${nameOf(kind, other)}.`)}
        />
      )}
      {doing === 'standing' && <Standing household={household} onDone={done} onCancel={stop} />}
      {typeof doing === 'string' && doing !== 'merge' && doing !== 'standing' && (
        <LifeForm
          key={doing}
          action={doing}
          household={household}
          ethnicity={ethnicity}
          onCancel={stop}
          onDone={() =>
            doing === 'correct'
              ? done('Đã lưu thay đổi.', takeBackCorrection(household))
              : done(`Đã ghi: ${lifeWords[doing].label.toLocaleLowerCase('vi')}.`)
          }
        />
      )}
      {idle && <RecordValues kind={kind} record={household} without={['village_id', 'head_name']} />}
      {idle && (actions.length > 0 || mayVoid) && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
          {actions.map((action) => (
            <Button
              key={action}
              variant={action === 'correct' ? 'contained' : 'outlined'}
              onClick={() => setDoing(action)}
            >
              {lifeWords[action].label}
            </Button>
          ))}
          {mayWrite && household['state'] === 'living' && (
            <Button variant="outlined" onClick={() => setDoing('merge')}>
              Gộp hộ trùng
            </Button>
          )}
          {mayVoid && (
            <Button
              variant="outlined"
              color={voided ? 'primary' : 'error'}
              onClick={() => setDoing('standing')}
            >
              {voided ? 'Khôi phục hộ' : 'Hủy hộ'}
            </Button>
          )}
        </Box>
      )}
      {household['state'] === 'merged' && typeof household['merged_into'] === 'number' && (
        <Box>
          <Button variant="outlined" onClick={() => onOpen(Number(household['merged_into']))}>
            Mở hộ đã gộp vào
          </Button>
        </Box>
      )}
      <Part title="Cam kết qua các năm">
        <Pledges
          pledges={pledges}
          onOpen={(pledge) => navigate('pledges', { id: pledge })}
          onBreach={mayWrite ? (pledge) => setDoing({ breachOf: pledge.id }) : undefined}
        />
        {typeof doing === 'object' && doing !== null && (
          <RecordForm
            kind="pledge_breach"
            given={{ pledge_id: doing.breachOf }}
            onCancel={stop}
            onSaved={(saved) => done('Đã ghi vi phạm.', () => takeBack('pledge_breach', saved))}
          />
        )}
      </Part>
      {breaches.length > 0 && (
        <Part title="Vi phạm cam kết">
          <Breaches breaches={breaches} pledges={pledges} mayWrite={mayWrite} onDone={done} />
        </Part>
      )}
      {merged.length > 0 && (
        <Part title="Hộ đã gộp vào hộ này">
          <Merged
            merged={merged}
            mayWrite={mayWrite}
            onOpen={onOpen}
            onUnmerge={async (other) => {
              await unmerge(other);
              done(`Đã bỏ gộp hộ ${nameOf(kind, other)}.`);
            }}
          />
        </Part>
      )}
      <Part title="Biến động của hộ">
        <Events events={events} />
      </Part>
    </>
  );
}
