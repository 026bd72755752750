import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { houseSteps, type HouseStep } from '../../../shared/records/house-step.ts';
import { stepAfter, stepsInOrder } from '../../../shared/records/house-flow.ts';
import { kindOf } from '../../../shared/records/index.ts';
import { useCall } from '../../app/data.ts';
import { useKeys } from '../../app/keys.tsx';
import { useMay } from '../../app/session.tsx';
import { call } from '../../client.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { today } from '../../components/words.ts';
import { Attachments } from '../../records/attachments/attachments.tsx';
import { ChildRecords } from '../../records/child-records.tsx';
import { DeclaredForm } from '../../records/declared-form.tsx';
import { ReasonQuestion } from '../../records/reason-question.tsx';
import { RecordHistory } from '../../records/record-history.tsx';
import { RecordValues } from '../../records/record-values.tsx';
import { SidePanel } from '../../records/side-panel.tsx';
import { UndoBar } from '../../records/undo-bar.tsx';
import { undoReason, useUndo } from '../../records/use-undo.ts';
import { capital, valueOf, valuesOf } from '../../records/value.ts';
import { approvalInput, correctFields } from './approval-fields.ts';
import { FundingTable, LifeLines, StepLine } from './house-life.tsx';
import { HousePapers, type PaperChoice } from './house-papers.tsx';
import { HouseStepForm } from './step-form.tsx';

interface Props {
  readonly id: number;
  /** Said above, where the house was just added. */
  readonly justSaved?: string | undefined;
  readonly onPaper: (paper: PaperChoice) => void;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

type Doing = { readonly step: HouseStep } | 'correcting' | 'undoing' | 'voiding' | 'restoring' | null;
const kind = kindOf('house');
const said = ['household_id', 'beneficiary_name', 'step', 'step_on'];

/** A house's whole life beside the list: approval, steps, money, labour, photos, papers. */
export function HousePanel({ id, justSaved, onPaper, onClose, onChanged }: Props) {
  const [round, setRound] = useState(0);
  const [doing, setDoing] = useState<Doing>(null);
  const [history, setHistory] = useState(false);
  const page = useCall('houses.page', { id }, { deps: [round] });
  const changed = () => {
    setDoing(null);
    setRound((before) => before + 1);
    onChanged();
  };
  const told = useUndo(changed, justSaved === undefined ? null : { text: justSaved });
  const mayWrite = useMay('records.write');
  const mayVoid = useMay('records.void');
  const shown = page.value?.house.id === id ? page.value : undefined;
  const here = shown && (valueOf(shown.house, 'step') as HouseStep);
  const next = here ? stepAfter(here) : null;
  const open = shown !== undefined && shown.house.voided_at === null;
  // What was just saved is read again first: until then the next step would be the one that was taken.
  const steppable = open && mayWrite && doing === null && !page.loading;
  useKeys([
    {
      key: 'F2',
      label: next ? capital(houseSteps[next]) : 'Bước tiếp theo',
      when: steppable && next !== null,
      run: () => next && setDoing({ step: next }),
    },
  ]);
  if (!shown || !here)
    return (
      <SidePanel title="Nhà" onClose={onClose} width={560}>
        <FailureNotice failure={page.failure} />
      </SidePanel>
    );
  const { house, steps, funding, payments, labour, group, late } = shown;
  const { version } = house;
  const taken = new Set(steps.map((one) => valueOf(one, 'step')));
  const others = stepsInOrder.filter((step) => !taken.has(step) && step !== next);
  const undone = () => call('houses.undo_step', { id, version: version + 1, reason: undoReason });
  return (
    <SidePanel
      title={String(valueOf(house, 'beneficiary_name'))}
      detail={[house.names['village_id'], house.names['commune_id'], group].filter(Boolean).join(' – ')}
      onClose={onClose}
      width={560}
    >
      <UndoBar state={told} />
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
        <Chip size="small" color="primary" label={`Đã đến: ${houseSteps[here]}`} />
        {late && <Chip size="small" color="warning" label="Chậm hạn bàn giao" />}
        {house.voided_at !== null && (
          <Chip size="small" color="error" variant="outlined" label={`Đã hủy: ${house.void_reason ?? ''}`} />
        )}
      </Box>
      {doing === 'correcting' ? (
        <DeclaredForm
          key={version}
          fields={correctFields}
          record={{ values: valuesOf(correctFields, house), version }}
          submitLabel="Lưu thay đổi"
          onSubmit={async (values) => {
            const { funding: _none, ...approval } = approvalInput(values);
            await call('houses.correct', { id, version, ...approval, due_on: String(values['due_on']) });
            told.done('Đã lưu thay đổi.');
            changed();
          }}
          onCancel={() => setDoing(null)}
        />
      ) : (
        <RecordValues kind={kind} record={house} without={said} />
      )}
      {doing !== null && typeof doing === 'object' && (
        <HouseStepForm
          step={doing.step}
          day={today()}
          submitLabel={`Ghi bước: ${houseSteps[doing.step]}`}
          onSubmit={async (typed) => {
            await call('houses.take_step', { id, version, step: doing.step, ...typed });
            told.done(`Đã ghi: ${houseSteps[doing.step]}.`, doing.step === next ? undone : undefined);
            changed();
          }}
          onCancel={() => setDoing(null)}
        />
      )}
      {doing === 'undoing' && (
        <ReasonQuestion
          question={`Hoàn tác bước “${houseSteps[here]}”?`}
          confirm="Hoàn tác bước"
          onConfirm={async (reason) => {
            await call('houses.undo_step', { id, version, reason });
            told.done('Đã hoàn tác bước cuối.');
            changed();
          }}
          onCancel={() => setDoing(null)}
        />
      )}
      {(doing === 'voiding' || doing === 'restoring') && (
        <ReasonQuestion
          danger={doing === 'voiding'}
          question={doing === 'voiding' ? 'Hủy nhà nhập nhầm này?' : 'Khôi phục nhà này?'}
          confirm={doing === 'voiding' ? 'Hủy nhà' : 'Khôi phục'}
          onConfirm={async (reason) => {
            await call(doing === 'voiding' ? 'houses.void' : 'houses.restore', { id, version, reason });
            told.done(doing === 'voiding' ? 'Đã hủy.' : 'Đã khôi phục.');
            changed();
          }}
          onCancel={() => setDoing(null)}
        />
      )}
      {doing === null && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
          {steppable && next && (
            <Button variant="contained" onClick={() => setDoing({ step: next })}>
              {capital(houseSteps[next])} (F2)
            </Button>
          )}
          {steppable && here !== 'approved' && (
            <Button variant="outlined" onClick={() => setDoing('undoing')}>
              Hoàn tác bước cuối
            </Button>
          )}
          {steppable && (
            <Button variant="outlined" onClick={() => setDoing('correcting')}>
              Sửa
            </Button>
          )}
          {mayVoid && (
            <Button
              variant="outlined"
              color={open ? 'error' : 'primary'}
              onClick={() => setDoing(open ? 'voiding' : 'restoring')}
            >
              {open ? 'Hủy' : 'Khôi phục'}
            </Button>
          )}
          <Button variant="outlined" aria-expanded={history} onClick={() => setHistory((before) => !before)}>
            Lịch sử
          </Button>
        </Box>
      )}
      <StepLine steps={steps} />
      {steppable && others.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          <Typography variant="body2" color="textSecondary">
            Ghi bước khác:
          </Typography>
          {others.map((step) => (
            <Button key={step} size="small" onClick={() => setDoing({ step })}>
              {houseSteps[step]}
            </Button>
          ))}
        </Box>
      )}
      <FundingTable funding={funding} />
      <ChildRecords key={`funding-${String(version)}`} kind="house_funding" parent={{ house_id: id }} />
      <LifeLines
        label="Phiếu chi cho nhà"
        kind="payment"
        records={payments}
        fields={['paid_on', 'payee_name', 'standing_amount', 'status']}
      />
      <LifeLines
        label="Ngày công"
        kind="labour_turn"
        records={labour}
        fields={['worked_on', 'team_id', 'unit_name', 'work', 'turns', 'person_days']}
      />
      <HousePapers id={id} taken={taken} onPaper={onPaper} />
      <Attachments kind="house" id={id} voided={!open} />
      {history && <RecordHistory kind="house" id={id} round={round} />}
    </SidePanel>
  );
}
