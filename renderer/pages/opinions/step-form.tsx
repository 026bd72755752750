import Typography from '@mui/material/Typography';
import type { CallInput } from '../../../shared/api.ts';
import type { ShownRecord } from '../../../shared/api/records.ts';
import type { TakenStep } from '../../../shared/records/opinion-flow.ts';
import { opinionSteps } from '../../../shared/records/opinion-step.ts';
import { call } from '../../client.ts';
import { today } from '../../components/words.ts';
import { DeclaredForm } from '../../records/declared-form.tsx';
import { capital, valuesOf } from '../../records/value.ts';
import { stepFields } from './step-fields.ts';

interface Props {
  readonly opinion: ShownRecord;
  readonly step: TakenStep;
  readonly onDone: (text: string) => void;
  readonly onCancel: () => void;
}

const nothing = {
  answer: null,
  responsible_agency: null,
  transfer_to: null,
  transfer_number: null,
  note: null,
};

/** What one step asks for; today is proposed, Enter at the end takes it. */
export function StepForm({ opinion, step, onDone, onCancel }: Props) {
  const known = valuesOf(stepFields(step), opinion);
  return (
    <>
      <Typography variant="h3">{capital(opinionSteps[step])}</Typography>
      {step === 'transfer' && (
        <Typography color="error">
          Nội dung, trả lời và người nêu sẽ bị xóa ở đây, không lấy lại được; chỉ giữ nơi chuyển, ngày và số.
        </Typography>
      )}
      <DeclaredForm
        fields={stepFields(step)}
        initial={{ ...known, note: null, due_date: null, step_on: today() }}
        submitLabel={`Ghi bước: ${opinionSteps[step]}`}
        onSubmit={async (values) => {
          const input = { ...nothing, ...values, id: opinion.id, version: opinion.version, step };
          // The call's own schema checks every value.
          await call('opinions.take_step', input as unknown as CallInput<'opinions.take_step'>);
          onDone(`Đã ghi: ${opinionSteps[step]}.`);
        }}
        onCancel={onCancel}
      />
    </>
  );
}
