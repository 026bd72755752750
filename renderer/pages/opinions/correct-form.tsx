import type { CallInput } from '../../../shared/api.ts';
import type { ShownRecord } from '../../../shared/api/records.ts';
import { opinion as kind, opinionRules } from '../../../shared/records/opinion.ts';
import { call } from '../../client.ts';
import { DeclaredForm } from '../../records/declared-form.tsx';
import { typedFields } from '../../records/typed.ts';
import { valuesOf } from '../../records/value.ts';

interface Props {
  readonly opinion: ShownRecord;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

const fields = typedFields(kind.fields, [
  'topic_id',
  'opinion_kind',
  'about',
  'about_other',
  'village_id',
  'content',
  'answer',
]);
const kept = { responsible_team_id: kind.fields.responsible_team_id, handling: kind.fields.handling };
const given = { ...kept, responsible_agency: kind.fields.responsible_agency };

const formRecord = (opinion: ShownRecord) => ({
  values: valuesOf(fields, opinion),
  version: opinion.version,
});

/** Corrects what was written wrongly of an opinion; what happens to it has steps. */
export function CorrectForm({ opinion, onDone, onCancel }: Props) {
  const handled = valuesOf(given, opinion);
  return (
    <DeclaredForm
      fields={fields}
      record={formRecord(opinion)}
      check={(values) => opinionRules({ ...handled, ...values })}
      submitLabel="Lưu thay đổi"
      onSubmit={async (values, version) => {
        const input = { ...values, id: opinion.id, version };
        // The call's own schema checks every value.
        await call('opinions.correct', input as unknown as CallInput<'opinions.correct'>);
        onDone();
      }}
      onCancel={onCancel}
      reload={async () => formRecord((await call('opinions.page', { id: opinion.id })).opinion)}
    />
  );
}
