import { kindOf } from '../../../shared/records/index.ts';
import { call } from '../../client.ts';
import { today } from '../../components/words.ts';
import { DeclaredForm } from '../../records/declared-form.tsx';
import { rememberSticky, stickyOf } from '../../records/sticky.ts';
import { approvalInput, houseFields } from './approval-fields.ts';
import { fundingInput } from './funding-input.tsx';

interface Props {
  readonly onSaved: (id: number) => void;
  readonly onCancel: () => void;
}

const kind = kindOf('house');

/** A new house: the household, its approval, and the planned money by source. */
export function HouseForm({ onSaved, onCancel }: Props) {
  return (
    <DeclaredForm
      fields={houseFields}
      inputs={{ funding: fundingInput }}
      initial={{
        approved_on: today(),
        build_kind: 'new',
        poverty_class: 'poor',
        ...stickyOf(kind),
        due_on: null,
      }}
      day={kind.day}
      submitLabel="Thêm nhà"
      onSubmit={async (values) => {
        const { id } = await call('houses.add', {
          phase_id: Number(values['phase_id']),
          household_id: Number(values['household_id']),
          ...approvalInput(values),
        });
        rememberSticky(kind, values);
        onSaved(id);
      }}
      onCancel={onCancel}
      draft="house:new"
    />
  );
}
