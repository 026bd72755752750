import Typography from '@mui/material/Typography';
import type { ShownRecord } from '../../../shared/api/records.ts';
import { call } from '../../client.ts';
import { DeclaredForm } from '../../records/declared-form.tsx';
import type { Fields } from '../../records/typed.ts';

interface Props {
  readonly fund: ShownRecord;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

const fields: Fields = {
  until: { type: 'date', label: 'Nhận thêm đến ngày', required: true },
  reason: { type: 'text', label: 'Lý do mở lại', required: true, max: 500 },
};

/** A commander lets a closed campaign take something in until a later day. */
export function ReopenForm({ fund, onDone, onCancel }: Props) {
  return (
    <>
      <Typography variant="h3">Mở lại đợt vận động</Typography>
      <DeclaredForm
        fields={fields}
        submitLabel="Mở lại đợt"
        onSubmit={async (values) => {
          await call('funds.reopen', {
            id: fund.id,
            version: fund.version,
            until: String(values['until']),
            reason: String(values['reason']),
          });
          onDone();
        }}
        onCancel={onCancel}
      />
    </>
  );
}
