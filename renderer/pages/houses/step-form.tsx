import Typography from '@mui/material/Typography';
import type { ThreeHard } from '../../../shared/records/house-flow.ts';
import { threeHard } from '../../../shared/records/house-flow.ts';
import { houseStep, houseSteps, type HouseStep } from '../../../shared/records/house-step.ts';
import type { StoredValue } from '../../../shared/records/schema.ts';
import { DeclaredForm } from '../../records/declared-form.tsx';
import { typedFields, type Fields } from '../../records/typed.ts';
import { capital } from '../../records/value.ts';

/** What a step says besides its name. */
export interface TypedStep {
  readonly step_on: string;
  readonly note: string | null;
  readonly hard: ThreeHard | null;
}

interface Props {
  readonly step: HouseStep;
  readonly day: string;
  readonly submitLabel: string;
  /** Leaves the focus where it is when the form appears. */
  readonly quiet?: boolean;
  readonly onSubmit: (step: TypedStep) => Promise<void>;
  readonly onCancel?: (() => void) | undefined;
}

const hardFields: Fields = Object.fromEntries(
  Object.entries(threeHard).map(([name, label]) => [name, { type: 'flag', label } as const]),
);

function typedStep(step: HouseStep, values: Record<string, StoredValue>): TypedStep {
  const note = values['note'];
  const found = (name: keyof ThreeHard) => values[name] === true;
  return {
    step_on: String(values['step_on']),
    note: typeof note === 'string' && note !== '' ? note : null,
    hard:
      step === 'accepted'
        ? {
            hard_foundation: found('hard_foundation'),
            hard_frame: found('hard_frame'),
            hard_roof: found('hard_roof'),
          }
        : null,
  };
}

/** The day of a step; at the acceptance also the three-hard check ("3 cứng"). */
export function HouseStepForm({ step, day, submitLabel, quiet, onSubmit, onCancel }: Props) {
  const fields: Fields = {
    ...typedFields(houseStep.fields, ['step_on']),
    ...(step === 'accepted' ? hardFields : {}),
    ...typedFields(houseStep.fields, ['note']),
  };
  return (
    <>
      <Typography variant="h3">{capital(houseSteps[step])}</Typography>
      <DeclaredForm
        key={step}
        fields={fields}
        initial={{ step_on: day }}
        submitLabel={submitLabel}
        quiet={quiet}
        onSubmit={(values) => onSubmit(typedStep(step, values))}
        onCancel={onCancel}
      />
    </>
  );
}
