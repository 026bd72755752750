import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import Paper from '@mui/material/Paper';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { houseSteps, type HouseStep } from '../../../shared/records/house-step.ts';
import { stepsInOrder } from '../../../shared/records/house-flow.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { useCall } from '../../app/data.ts';
import { useAsked } from '../../app/navigation.tsx';
import { pageOf } from '../../app/pages.ts';
import { call } from '../../client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { today } from '../../components/words.ts';
import { UndoBar } from '../../records/undo-bar.tsx';
import { undoReason, useUndo } from '../../records/use-undo.ts';
import { UnitPicker } from '../../records/unit-picker.tsx';
import { capital } from '../../records/value.ts';
import { RefusedList } from '../houses/refused-list.tsx';
import { HouseStepForm } from '../houses/step-form.tsx';
import { BatchLines, usuallyMoved } from './batch-lines.tsx';

type Refused = Parameters<typeof RefusedList>[0]['refused'];
const movable = stepsInOrder.filter((step) => step !== 'approved');

/** Many houses of a commune take a step on one date: those whose turn it is are ticked, exceptions are unticked. */
export default function HouseBatchPage() {
  const [commune, setCommune] = useState<number | null>(null);
  const [step, setStep] = useState<HouseStep>('surveyed');
  const [onlyLate, setOnlyLate] = useState(false);
  /** Ticked against the usual: whose box was turned. */
  const [turned, setTurned] = useState<ReadonlySet<number>>(new Set());
  const [refused, setRefused] = useState<Refused>([]);
  const [day, setDay] = useState(today());
  const [round, setRound] = useState(0);
  useAsked(({ commune_id, late }) => {
    if (typeof commune_id === 'number') setCommune(commune_id);
    setOnlyLate(late !== undefined);
  });
  const list = useCall(
    'houses.of_commune',
    { commune_id: commune ?? 1, without_step: step, ...(onlyLate && { late: true }) },
    { skip: commune === null, deps: [round] },
  );
  const changed = () => {
    setTurned(new Set());
    setRound((before) => before + 1);
  };
  const told = useUndo(changed);
  const houses = commune === null ? [] : (list.value ?? []);
  const chosen = houses.filter((one) => usuallyMoved(one, step) !== turned.has(one.house_id));
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
        detail="Chọn xã và bước; nhà đến lượt được đánh dấu sẵn, bỏ dấu nhà ngoại lệ (Dấu cách); Enter ở ngày để sang ghi."
      />
      <Box sx={{ flex: 1, minHeight: 0, display: 'grid', gridTemplateColumns: '3fr 2fr', gap: 4 }}>
        <Paper
          variant="outlined"
          sx={{ p: 4, minHeight: 0, display: 'flex', flexDirection: 'column', gap: 3 }}
        >
          <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3, pt: 2 }}>
            <UnitPicker
              label="Xã, thị trấn"
              level="commune"
              value={commune}
              required
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
          </Box>
          <FailureNotice failure={list.failure} />
          {commune === null ? (
            <EmptyState text="Chọn xã để thấy các nhà chưa qua bước này." />
          ) : (
            <BatchLines houses={houses} step={step} turned={turned} onTurn={turn} onAll={setTurned} />
          )}
          {list.value?.length === 0 && (
            <EmptyState text={`Không còn nhà nào của xã chưa qua bước “${houseSteps[step]}”.`} />
          )}
        </Paper>
        <Paper
          variant="outlined"
          sx={{ p: 4, overflow: 'auto', display: 'flex', flexDirection: 'column', gap: 3 }}
        >
          <UndoBar state={told} />
          <RefusedList refused={refused} />
          {chosen.length > 0 ? (
            <HouseStepForm
              key={`${step}${String(round)}`}
              step={step}
              day={day}
              submitLabel={label}
              onSubmit={async (typed) => {
                const ids = chosen.map(({ house_id }) => house_id);
                const done = await call('houses.take_steps', { house_ids: ids, step, ...typed });
                setDay(typed.step_on);
                setRefused(done.refused);
                told.done(`Đã ghi ${formatNumber(done.moved)} nhà: ${houseSteps[step]}.`, () =>
                  call('houses.undo_batch', { batch: done.batch, reason: undoReason }),
                );
                changed();
              }}
            />
          ) : (
            <Typography color="textSecondary">Chưa có nhà nào được đánh dấu.</Typography>
          )}
        </Paper>
      </Box>
    </Box>
  );
}
