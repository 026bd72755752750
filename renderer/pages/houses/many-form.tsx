import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Paper from '@mui/material/Paper';
import { useRef, useState } from 'react';
import { formatBirth, isBirth } from '../../../shared/vietnamese/birth.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { useCall } from '../../app/data.ts';
import { useKeys } from '../../app/keys.tsx';
import { call } from '../../client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { today } from '../../components/words.ts';
import { DeclaredForm } from '../../records/declared-form.tsx';
import { focusFirst } from '../../records/enter-walk.ts';
import { ReferencePicker } from '../../records/reference-picker.tsx';
import { UndoBar } from '../../records/undo-bar.tsx';
import { UnitPicker } from '../../records/unit-picker.tsx';
import { undoReason, useUndo } from '../../records/use-undo.ts';
import { WorkPanel } from '../../records/work-panel.tsx';
import { approvalInput, manyFields } from './approval-fields.ts';
import { fundingInput } from './funding-input.tsx';
import { nobodyLeftOut, RefusedList } from './refused-list.tsx';

interface Props {
  readonly onBack: () => void;
}

/** Houses for many households of a village at once: who is on the approved list is ticked, the approval typed once. */
export function ManyHouses({ onBack }: Props) {
  const [phase, setPhase] = useState<number | null>(null);
  const [village, setVillage] = useState<number | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [leftOut, setLeftOut] = useState(nobodyLeftOut);
  const [round, setRound] = useState(0);
  const choices = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const changed = () => {
    setChosen(new Set());
    setRound((before) => before + 1);
  };
  const told = useUndo(changed);
  const ready = phase !== null && village !== null;
  const candidates = useCall(
    'houses.candidates',
    { phase_id: phase ?? 1, village_id: village ?? 1 },
    { skip: !ready, deps: [round] },
  );
  useKeys([
    { key: 'F2', label: 'Tới phần chung', run: () => focusFirst(panel.current) },
    { key: 'F6', label: 'Chọn giai đoạn, bản', run: () => focusFirst(choices.current) },
    { key: 'Escape', label: 'Về danh sách', run: onBack },
  ]);
  const households = ready ? (candidates.value ?? []) : [];
  const turn = (id: number) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const all = households.length > 0 && chosen.size === households.length;
  return (
    <>
      <PageHeader
        title="Thêm nhiều nhà"
        detail="Chọn giai đoạn, bản (F6); đánh dấu các hộ được phê duyệt (Dấu cách); F2 gõ một lần phần chung."
      >
        <Button variant="outlined" onClick={onBack}>
          Về danh sách
        </Button>
      </PageHeader>
      <Box sx={{ flex: 1, minHeight: 0, display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 4 }}>
        <Paper
          variant="outlined"
          sx={{ p: 4, minHeight: 0, display: 'flex', flexDirection: 'column', gap: 4 }}
        >
          <Box ref={choices} sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3, pt: 2 }}>
            <ReferencePicker
              label="Giai đoạn"
              kind="housing_phase"
              value={phase}
              required
              autoFocus
              onChange={(id) => {
                setPhase(id);
                setChosen(new Set());
              }}
            />
            <UnitPicker
              label="Bản, khối"
              level="village"
              value={village}
              required
              onChange={(id) => {
                setVillage(id);
                setChosen(new Set());
              }}
            />
          </Box>
          <FailureNotice failure={candidates.failure} />
          {households.length > 0 && (
            <FormControlLabel
              label={`Tất cả ${formatNumber(households.length)} hộ`}
              control={
                <Checkbox
                  checked={all}
                  indeterminate={chosen.size > 0 && !all}
                  onChange={() =>
                    setChosen(all ? new Set() : new Set(households.map((one) => one.household_id)))
                  }
                />
              }
            />
          )}
          <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto' }} role="group" aria-label="Hộ của bản">
            {households.map(({ household_id, name, birth, member_count }) => (
              <FormControlLabel
                key={household_id}
                sx={{ display: 'flex' }}
                label={`${name} – ${isBirth(birth) ? formatBirth(birth) : birth} – ${formatNumber(member_count)} khẩu`}
                control={<Checkbox checked={chosen.has(household_id)} onChange={() => turn(household_id)} />}
              />
            ))}
            {ready && candidates.value?.length === 0 && (
              <EmptyState text="Bản này không còn hộ nào chưa có nhà trong giai đoạn." />
            )}
            {!ready && <EmptyState text="Chọn giai đoạn và bản để thấy các hộ." />}
          </Box>
        </Paper>
        <WorkPanel ref={panel}>
          <UndoBar state={told} />
          <RefusedList {...leftOut} />
          <DeclaredForm
            fields={manyFields}
            inputs={{ funding: fundingInput }}
            initial={{ approved_on: today(), build_kind: 'new', poverty_class: 'poor' }}
            quiet
            submitLabel={`Thêm ${formatNumber(chosen.size)} nhà`}
            onSubmit={async (values) => {
              const household_ids = [...chosen];
              const done = await call('houses.add_many', {
                phase_id: phase ?? 0,
                household_ids,
                ...approvalInput(values),
              });
              setLeftOut({ refused: done.refused, what: 'chưa thêm' });
              const undo = async () => {
                const { house_ids } = done;
                const back = await call('houses.undo_add_many', { house_ids, reason: undoReason });
                setLeftOut({ refused: back.refused, what: 'chưa hoàn tác được' });
              };
              told.done(`Đã thêm ${formatNumber(done.added)} nhà.`, done.added > 0 ? undo : undefined);
              panel.current?.focus();
              changed();
            }}
          />
        </WorkPanel>
      </Box>
    </>
  );
}
