import Typography from '@mui/material/Typography';
import type { ShownRecord } from '../../../shared/api/records.ts';
import { household as kind } from '../../../shared/records/household.ts';
import { call } from '../../client.ts';
import { DeclaredForm } from '../../records/declared-form.tsx';
import { valuesOf } from '../../records/value.ts';
import { lifeFields, lifeInitial, lifeWords, type LifeAction } from './life.ts';
import { saveLife } from './save-life.ts';

interface Props {
  readonly action: LifeAction;
  readonly household: ShownRecord;
  readonly ethnicity: boolean;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Asks what an event in a household's life needs, and tells it. */
export function LifeForm({ action, household, ethnicity, onDone, onCancel }: Props) {
  const now = valuesOf(kind.fields, household);
  const read = async () => {
    const fresh = await call('records.get', { kind: 'household', id: household.id });
    return { values: lifeInitial(action, valuesOf(kind.fields, fresh)), version: fresh.version };
  };
  return (
    <>
      <Typography variant="h3">{lifeWords[action].label}</Typography>
      <DeclaredForm
        fields={lifeFields(action, ethnicity)}
        record={{ values: lifeInitial(action, now), version: household.version }}
        submitLabel={lifeWords[action].save}
        reload={read}
        draft={action === 'correct' ? `household:${household.id}` : `household:${household.id}:${action}`}
        onCancel={onCancel}
        onSubmit={async (values, version) => {
          await saveLife(action, { id: household.id, version, now }, values);
          onDone();
        }}
      />
    </>
  );
}
