import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Paper from '@mui/material/Paper';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import { fail } from '../../../shared/failure.ts';
import { houseSteps, type HouseStep } from '../../../shared/records/house-step.ts';
import { stepsInOrder } from '../../../shared/records/house-flow.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { useCall } from '../../app/data.ts';
import { useKeys } from '../../app/keys.tsx';
import { useAsked } from '../../app/navigation.tsx';
import { pageOf } from '../../app/pages.ts';
import { call } from '../../client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { today } from '../../components/words.ts';
import { focusFirst } from '../../records/enter-walk.ts';
import { UndoBar } from '../../records/undo-bar.tsx';
import { undoReason, useUndo } from '../../records/use-undo.ts';
import { capital } from '../../records/value.ts';
import { WorkPanel } from '../../records/work-panel.tsx';
import { nobodyLeftOut, RefusedList } from '../houses/refused-list.tsx';
import { HouseStepForm } from '../houses/step-form.tsx';
import { BatchLines, usuallyMoved } from './batch-lines.tsx';
import { CommunePicker } from './commune-picker.tsx';
import { RecentBatches } from './recent-batches.tsx';

const movable = stepsInOrder.filter((step) => step !== 'approved');

/** Many houses of a commune take a step on one date: those whose turn it is are ticked, exceptions are unticked. */
export default function HouseBatchPage() {
  const [phase, setPhase] = useState<number | null>(null);
  const [commune, setCommune] = useState<number | null>(null);
  const [step, setStep] = useState<HouseStep>('surveyed');
  const [onlyLate, setOnlyLate] = useState(false);
  /** Ticked against the usual: whose box was turned. */
  const [turned, setTurned] = useState<ReadonlySet<number>>(new Set());
  const [leftOut, setLeftOut] = useState(nobodyLeftOut);
  const [day, setDay] = useState(today());
  const [round, setRound] = useState(0);
  const choices = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  useAsked(({ commune_id, phase_id, late }) => {
    if (typeof commune_id !== 'number') return;
    setCommune(commune_id);
    setPhase(typeof phase_id === 'number' ? phase_id : null);
    setOnlyLate(late !== undefined);
    setTurned(new Set());
    // Whoever is late has not been handed over: with this step all of them are seen.
    if (late !== undefined) setStep('handed_over');
  });
  const ofPhase = phase === null ? {} : { phase_id: phase };
  const phases = useCall('houses.progress', {});
  const board = useCall('houses.board', ofPhase, { deps: [round] });
  const list = useCall(
    'houses.of_commune',
    { commune_id: commune ?? 1, without_step: step, ...ofPhase, ...(onlyLate && { late: true }) },
    { skip: commune === null, deps: [round] },
  );
  const changed = () => {
    setTurned(new Set());
    setRound((before) => before + 1);
  };
  const told = useUndo(changed);
  const undo = async (batch: string, reason: string) => {
    const { refused } = await call('houses.undo_batch', { batch, reason });
    setLeftOut({ refused, what: 'chưa hoàn tác được' });
  };
  const houses = commune === null || list.failure !== null ? [] : (list.value ?? []);
  const chosen = houses.filter((one) => usuallyMoved(one, step) !== turned.has(one.house_id));
  // A commune has many boxes; nobody tabs through them to reach the day.
  useKeys([
    { key: 'F2', label: 'Tới ngày', when: chosen.length > 0, run: () => focusFirst(panel.current) },
    { key: 'F6', label: 'Chọn xã', run: () => focusFirst(choices.current) },
  ]);
  const nobodyLeft = list.value?.length === 0 && !list.loading && list.failure === null;
  const turn = (id: number) => {
    const next = new Set(turned);
    if (!next.delete(id)) next.add(id);
    setTurned(next);
  };
  const label = `Ghi ${formatNumber(chosen.length)} nhà: ${houseSteps[step]}`;
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHeader
        title={pageOf('house_batch').title}
        detail="Chọn xã (F6) và bước; nhà đến lượt được đánh dấu sẵn, bỏ dấu nhà ngoại lệ (Dấu cách); F2 tới ngày, Ctrl+Enter ghi."
      />
      <Box sx={{ flex: 1, minHeight: 0, display: 'grid', gridTemplateColumns: '3fr 2fr', gap: 4 }}>
        <Paper
          variant="outlined"
          sx={{ p: 4, minHeight: 0, display: 'flex', flexDirection: 'column', gap: 3 }}
        >
          <Box ref={choices} sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3, pt: 2 }}>
            <CommunePicker
              communes={board.value?.communes ?? []}
              loading={board.value === undefined && board.failure === null}
              value={commune}
              onChange={(id) => {
                setCommune(id);
                setTurned(new Set());
              }}
            />
            <TextField
              select
              label="Bước"
              value={step}
              onChange={(event) => {
                setStep(event.target.value as HouseStep);
                setTurned(new Set());
              }}
            >
              {movable.map((one) => (
                <MenuItem key={one} value={one}>
                  {capital(houseSteps[one])}
                </MenuItem>
              ))}
            </TextField>
            <TextField
              select
              label="Giai đoạn"
              value={phase ?? 0}
              onChange={(event) => {
                setPhase(Number(event.target.value) || null);
                setTurned(new Set());
              }}
            >
              <MenuItem value={0}>Tất cả giai đoạn</MenuItem>
              {(phases.value ?? []).map(({ phase_id, name, program }) => (
                <MenuItem key={phase_id} value={phase_id}>
                  {name} – {program}
                </MenuItem>
              ))}
            </TextField>
            <FormControlLabel
              label="Chỉ nhà chậm hạn bàn giao"
              control={
                <Checkbox
                  checked={onlyLate}
                  onChange={() => {
                    setOnlyLate(!onlyLate);
                    setTurned(new Set());
                  }}
                />
              }
            />
          </Box>
          <FailureNotice failure={list.failure ?? board.failure ?? phases.failure} />
          {commune === null ? (
            <EmptyState text="Chọn xã để thấy các nhà chưa qua bước này." />
          ) : nobodyLeft ? (
            <EmptyState
              text={`Xã này không còn nhà ${onlyLate ? 'chậm ' : ''}nào chưa qua bước “${houseSteps[step]}”.`}
            />
          ) : (
            <BatchLines houses={houses} step={step} turned={turned} onTurn={turn} onAll={setTurned} />
          )}
        </Paper>
        <WorkPanel ref={panel}>
          <UndoBar state={told} />
          <RefusedList {...leftOut} />
          {chosen.length > 0 ? (
            <HouseStepForm
              key={`${step}${String(round)}`}
              step={step}
              day={day}
              submitLabel={label}
              quiet
              onSubmit={async (typed) => {
                // What is ticked would still be that of the question before.
                if (list.loading) fail('conflict', 'Danh sách nhà đang được đọc lại. Hãy xem lại rồi ghi.');
                const ids = chosen.map(({ house_id }) => house_id);
                const done = await call('houses.take_steps', { house_ids: ids, step, ...typed });
                setDay(typed.step_on);
                setLeftOut({ refused: done.refused, what: 'chưa ghi' });
                const back = done.moved > 0 ? () => undo(done.batch, undoReason) : undefined;
                told.done(`Đã ghi ${formatNumber(done.moved)} nhà: ${houseSteps[step]}.`, back);
                panel.current?.focus();
                changed();
              }}
            />
          ) : (
            <Typography color="textSecondary">Chưa có nhà nào được đánh dấu.</Typography>
          )}
          <RecentBatches
            round={round}
            onUndo={async (batch, reason) => {
              await undo(batch, reason);
              told.clear();
              changed();
            }}
          />
        </WorkPanel>
      </Box>
    </Box>
  );
}
