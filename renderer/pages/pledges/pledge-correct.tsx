import type { CallInput } from '../../../shared/api.ts';
import type { ShownRecord } from '../../../shared/api/records.ts';
import { pledge } from '../../../shared/records/pledge.ts';
import type { StoredValue } from '../../../shared/records/schema.ts';
import { call } from '../../client.ts';
import { useCall } from '../../app/data.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { DeclaredForm } from '../../records/declared-form.tsx';
import { valueOf } from '../../records/value.ts';

const { fields } = pledge;
/** The fields of the paper form, in its order. */
const withEthnicity = {
  form_number: fields.form_number,
  head_name: fields.head_name,
  birth: fields.birth,
  sex: fields.sex,
  ethnicity: fields.ethnicity,
  member_count: fields.member_count,
  signature_mode: fields.signature_mode,
  reason: fields.reason,
  signed_on: fields.signed_on,
  note: fields.note,
};
const { ethnicity: _ethnicity, ...withoutEthnicity } = withEthnicity;

type Input = Omit<CallInput<'pledges.correct'>, 'pledge_id' | 'version' | 'reason_for_change'>;
const formFields = Object.keys(withEthnicity) as (keyof typeof withEthnicity)[];

const valuesOf = (record: ShownRecord): Record<string, StoredValue> =>
  Object.fromEntries(formFields.map((field) => [field, valueOf(record, field)]));

interface Props {
  readonly record: ShownRecord;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Corrects a form; its household follows where it still shows what the form said. */
export function PledgeCorrect({ record, onDone, onCancel }: Props) {
  const { value: settings, failure } = useCall('settings.get', {});
  if (!settings) return <FailureNotice failure={failure} />;
  const read = (from: ShownRecord) => ({ values: valuesOf(from), version: from.version });
  return (
    <DeclaredForm
      fields={settings.ethnicity_enabled ? withEthnicity : withoutEthnicity}
      record={read(record)}
      check={pledge.check}
      submitLabel="Lưu sửa đổi"
      draft={`pledge:${record.id}`}
      onCancel={onCancel}
      reload={async () => read(await call('records.get', { kind: 'pledge', id: record.id }))}
      onSubmit={async (values, version, why) => {
        // The fields were read by the same declaration that the contract is made of.
        const form = { ethnicity: valueOf(record, 'ethnicity'), ...values } as unknown as Input;
        const change = why === undefined ? {} : { reason_for_change: why };
        await call('pledges.correct', { ...form, ...change, pledge_id: record.id, version });
        onDone();
      }}
    />
  );
}
