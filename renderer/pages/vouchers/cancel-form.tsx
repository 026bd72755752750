import Typography from '@mui/material/Typography';
import type { VoucherKind } from '../../../shared/records/voucher.ts';
import { call } from '../../client.ts';
import { today } from '../../components/words.ts';
import { DeclaredForm } from '../../records/declared-form.tsx';
import type { Fields } from '../../records/typed.ts';

interface Props {
  readonly kind: VoucherKind;
  readonly id: number;
  readonly version: number;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

const fields: Fields = {
  cancelled_on: { type: 'date', past: true, label: 'Ngày hủy', required: true },
  reason: { type: 'text', label: 'Lý do hủy phiếu', required: true, max: 500 },
};

/** Cancels an issued voucher: it keeps its number, and a reversal stands in the book on that day. */
export function CancelForm({ kind, id, version, onDone, onCancel }: Props) {
  return (
    <>
      <Typography variant="h3">Hủy phiếu</Typography>
      <Typography color="textSecondary">
        Phiếu giữ nguyên số; sổ quỹ ghi một dòng đảo vào ngày hủy. Phiếu đã hủy không phục hồi được.
      </Typography>
      <DeclaredForm
        fields={fields}
        initial={{ cancelled_on: today() }}
        submitLabel="Hủy phiếu"
        onSubmit={async (values) => {
          const input = {
            id,
            version,
            cancelled_on: String(values['cancelled_on']),
            reason: String(values['reason']),
          };
          await call(kind === 'receipt' ? 'receipts.cancel' : 'payments.cancel', input);
          onDone();
        }}
        onCancel={onCancel}
      />
    </>
  );
}
