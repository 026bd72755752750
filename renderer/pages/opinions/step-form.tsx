import Alert from '@mui/material/Alert';
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
import { TransferWarning } from './transfer-warning.tsx';

interface Props {
  readonly opinion: ShownRecord;
  readonly step: TakenStep;
  /** Whether the name of who waits for a written answer is kept. */
  readonly hasSpeaker: boolean;
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
export function StepForm({ opinion, step, hasSpeaker, onDone, onCancel }: Props) {
  const known = valuesOf(stepFields(step), opinion);
  return (
    <>
      <Typography variant="h3">{capital(opinionSteps[step])}</Typography>
      {step === 'transfer' && <TransferWarning id={opinion.id} />}
      {step === 'send_reply' && hasSpeaker && (
        <Alert severity="warning">
          Họ tên, địa chỉ người chờ trả lời được xóa hẳn khi ghi bước này; hoàn tác cũng không lấy lại được.
        </Alert>
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
