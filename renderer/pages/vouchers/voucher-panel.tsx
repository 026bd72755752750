import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import { useState } from 'react';
import type { ShownRecord } from '../../../shared/api/records.ts';
import { kindOf } from '../../../shared/records/index.ts';
import { bookOf, voucherNumber, type Account, type VoucherKind } from '../../../shared/records/voucher.ts';
import { useCall } from '../../app/data.ts';
import { useKeys } from '../../app/keys.tsx';
import { useMay } from '../../app/session.tsx';
import { call } from '../../client.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Attachments } from '../../records/attachments/attachments.tsx';
import { ReasonQuestion } from '../../records/reason-question.tsx';
import { RecordHistory } from '../../records/record-history.tsx';
import { RecordValues } from '../../records/record-values.tsx';
import { SidePanel } from '../../records/side-panel.tsx';
import { UndoBar } from '../../records/undo-bar.tsx';
import { useUndo } from '../../records/use-undo.ts';
import { valueOf } from '../../records/value.ts';
import { CancelForm } from './cancel-form.tsx';
import { ConsentForm } from './consent-form.tsx';
import { VoucherForm, type Draft } from './voucher-form.tsx';
import { VoucherLines } from './voucher-lines.tsx';

interface Props {
  readonly kind: VoucherKind;
  readonly id: number;
  /** Said above, where the voucher was just saved. */
  readonly justSaved?: string | undefined;
  readonly onPrint: (id: number) => void;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

type Doing = 'reading' | 'editing' | 'consenting' | 'cancelling' | 'voiding';
/** Said by the panel's heading, or no news to a reader. */
const said = ['number', 'number_year', 'standing_amount', 'account'];

/** The number of a voucher as paper names it. */
export function numberOf(kind: VoucherKind, record: ShownRecord): string {
  const number = valueOf(record, 'number');
  const number_year = valueOf(record, 'number_year');
  const book = bookOf(kind, valueOf(record, 'account') as Account);
  return voucherNumber(book, {
    number: typeof number === 'number' ? number : null,
    number_year: typeof number_year === 'number' ? number_year : null,
  });
}

function usePage(kind: VoucherKind, id: number, round: number) {
  const receipt = useCall('receipts.page', { id }, { deps: [round], skip: kind !== 'receipt' });
  const payment = useCall('payments.page', { id }, { deps: [round], skip: kind !== 'payment' });
  const failure = receipt.failure ?? payment.failure;
  const draft: Draft | undefined =
    receipt.value?.receipt.id === id
      ? { kind: 'receipt', page: receipt.value }
      : payment.value?.payment.id === id
        ? { kind: 'payment', page: payment.value }
        : undefined;
  return { draft, failure };
}

/** A receipt or payment beside its list: what it says, its lines, and what may be done with it. */
export function VoucherPanel({ kind, id, justSaved, onPrint, onClose, onChanged }: Props) {
  const [round, setRound] = useState(0);
  const [doing, setDoing] = useState<Doing>('reading');
  const [history, setHistory] = useState(false);
  const { draft, failure } = usePage(kind, id, round);
  const changed = () => {
    setDoing('reading');
    setRound((before) => before + 1);
    onChanged();
  };
  const told = useUndo(changed, justSaved === undefined ? null : { text: justSaved });
  const mayWrite = useMay('records.write');
  const mayVoid = useMay('records.void');
  const mayPrint = useMay('documents.make');
  const record = draft && (draft.kind === 'receipt' ? draft.page.receipt : draft.page.payment);
  const status = record && valueOf(record, 'status');
  const voided = record !== undefined && record.voided_at !== null;
  const anonymous = record !== undefined && valueOf(record, 'donor_kind') === 'anonymous';
  const isDraft = status === 'draft' && !voided;
  const canPrint = mayPrint && status !== undefined && status !== 'draft';
  useKeys([
    {
      key: 'F2',
      label: 'Sửa nháp',
      when: isDraft && mayWrite && doing === 'reading',
      run: () => setDoing('editing'),
    },
    { key: 'F8', label: 'In phiếu', when: canPrint && doing === 'reading', run: () => onPrint(id) },
  ]);
  const label = kind === 'receipt' ? 'Phiếu thu' : 'Phiếu chi';
  if (!draft || !record)
    return (
      <SidePanel title={label} onClose={onClose} width={560}>
        <FailureNotice failure={failure} />
      </SidePanel>
    );
  const { version } = record;
  const issue = async () => {
    const issued = await call(kind === 'receipt' ? 'receipts.issue' : 'payments.issue', { id, version });
    told.done(`Đã phát hành số ${String(issued.number)}.`);
    changed();
  };
  return (
    <SidePanel
      title={`${label} ${numberOf(kind, record)}`}
      detail={record.names['fund_id']}
      onClose={onClose}
      width={560}
    >
      <UndoBar state={told} />
      {(voided || status === 'cancelled') && (
        <Box>
          <Chip
            size="small"
            color="error"
            variant="outlined"
            label={`Đã hủy: ${String(record.void_reason ?? valueOf(record, 'cancel_reason') ?? '')}`}
          />
        </Box>
      )}
      {doing === 'editing' ? (
        <VoucherForm
          key={version}
          kind={kind}
          draft={draft}
          fundId={null}
          onSaved={({ number }) => {
            told.done(number === null ? 'Đã lưu nháp.' : `Đã phát hành số ${String(number)}.`);
            changed();
          }}
          onCancel={() => setDoing('reading')}
        />
      ) : (
        <>
          <RecordValues kind={kindOf(kind)} record={record} without={said} />
          {draft.kind === 'receipt' && (
            <VoucherLines
              kind="donation"
              lines={draft.page.donations}
              fields={['donor_name', 'amount', 'consent']}
            />
          )}
          <VoucherLines
            kind={draft.kind === 'receipt' ? 'receipt_item' : 'payment_item'}
            lines={draft.page.items}
            fields={
              draft.kind === 'receipt' ? ['item_id', 'quantity', 'estimated_value'] : ['item_id', 'quantity']
            }
          />
        </>
      )}
      {doing === 'consenting' && draft.kind === 'receipt' && (
        <ConsentForm
          page={draft.page}
          onDone={() => {
            told.done('Đã ghi việc đồng ý công khai tên.');
            changed();
          }}
          onCancel={() => setDoing('reading')}
        />
      )}
      {doing === 'cancelling' && (
        <CancelForm
          kind={kind}
          id={id}
          version={version}
          onDone={() => {
            told.done('Đã hủy phiếu.');
            changed();
          }}
          onCancel={() => setDoing('reading')}
        />
      )}
      {doing === 'voiding' && (
        <ReasonQuestion
          danger
          question="Bỏ bản nháp này?"
          confirm="Bỏ nháp"
          onConfirm={async (reason) => {
            await call(kind === 'receipt' ? 'receipts.void' : 'payments.void', { id, version, reason });
            told.done('Đã bỏ nháp.');
            changed();
          }}
          onCancel={() => setDoing('reading')}
        />
      )}
      {doing === 'reading' && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
          {isDraft && mayWrite && (
            <>
              <Button variant="contained" onClick={() => void issue().catch(told.failed)}>
                Phát hành
              </Button>
              <Button variant="outlined" onClick={() => setDoing('editing')}>
                Sửa nháp
              </Button>
            </>
          )}
          {canPrint && (
            <Button variant={status === 'issued' ? 'contained' : 'outlined'} onClick={() => onPrint(id)}>
              In phiếu
            </Button>
          )}
          {kind === 'receipt' && status === 'issued' && mayWrite && !anonymous && (
            <Button variant="outlined" onClick={() => setDoing('consenting')}>
              Sửa đồng ý công khai tên
            </Button>
          )}
          {status === 'issued' && mayVoid && (
            <Button variant="outlined" color="error" onClick={() => setDoing('cancelling')}>
              Hủy phiếu
            </Button>
          )}
          {isDraft && mayVoid && (
            <Button variant="outlined" color="error" onClick={() => setDoing('voiding')}>
              Bỏ nháp
            </Button>
          )}
          <Button variant="outlined" aria-expanded={history} onClick={() => setHistory((before) => !before)}>
            Lịch sử
          </Button>
        </Box>
      )}
      <Attachments kind={kind} id={id} voided={voided} />
      {history && <RecordHistory kind={kind} id={id} round={round} />}
    </SidePanel>
  );
}
