import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import type { Batch } from '../../../shared/api/batches.ts';
import { toFailure, type Failure } from '../../../shared/failure.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { call } from '../../client.ts';
import { ConfirmInline } from '../../components/confirm-inline.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { draftKey } from '../../entry/draft.ts';
import { coverComparison, shortRanges, skippedNumbers } from '../../entry/numbers.ts';

interface Props {
  readonly batchId: number;
  /** Forms that are not in the database yet. */
  readonly unsaved: number;
  readonly onClosed: () => void;
  readonly onCancel: () => void;
}

async function numbersOf(batchId: number): Promise<number[]> {
  const numbers: number[] = [];
  for (const kind of ['pledge', 'pledge_repeat'] as const) {
    let after: string | undefined;
    do {
      const filter = { equal: { batch_id: batchId } };
      const page = await call('records.list', { kind, filter, limit: 200, ...(after && { after }) });
      numbers.push(...page.rows.map((row) => Number(row['form_number'])));
      after = page.next ?? undefined;
    } while (after);
  }
  return numbers;
}

/** The end of a stack: its forms against the cover sheet, what is missing, and a note where they differ. */
export function EndOfBatch({ batchId, unsaved, onClosed, onCancel }: Props) {
  const [batch, setBatch] = useState<Batch | null>(null);
  const [skipped, setSkipped] = useState<readonly number[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const note = useRef<HTMLInputElement>(null);
  const waiting = unsaved > 0;
  useEffect(() => {
    // Counted anew once the last form is in the database.
    if (waiting) return;
    call('batches.get', { batch_id: batchId }).then(setBatch, (error: unknown) =>
      setFailure(toFailure(error)),
    );
    // A help only: the comparison with the cover stands without it.
    numbersOf(batchId).then(
      (numbers) => setSkipped(skippedNumbers(numbers)),
      () => setSkipped([]),
    );
  }, [batchId, waiting]);
  if (waiting)
    return (
      <ConfirmInline
        question={`Còn ${formatNumber(unsaved)} tờ chưa lưu. Hãy lưu hết rồi đóng tập.`}
        confirm="Đóng tập"
        busy
        onConfirm={() => undefined}
        onCancel={onCancel}
      />
    );
  if (!batch) return <FailureNotice failure={failure} />;
  const { missing, text } = coverComparison(batch.counts.forms, batch.cover_count);
  const close = async () => {
    const why = note.current?.value.trim() ?? '';
    if (missing !== 0 && why === '') {
      setFailure({ code: 'invalid', text: 'Số tờ khác với bìa: hãy ghi vì sao rồi đóng tập.' });
      note.current?.focus();
      return;
    }
    try {
      await call('batches.close', { batch_id: batchId, version: batch.version, note: why || null });
      // The batch is closed; a draft that stays behind is offered to nobody.
      await call('drafts.drop', { form: draftKey(batchId) }).catch(() => undefined);
      onClosed();
    } catch (error) {
      setFailure(toFailure(error));
    }
  };
  return (
    <ConfirmInline
      question={text}
      confirm="Đóng tập"
      safe={missing === 0}
      onConfirm={() => void close()}
      onCancel={onCancel}
    >
      {missing > 0 && skipped.length > 0 && (
        <Typography>Số tờ bị cách quãng: {shortRanges(skipped)}.</Typography>
      )}
      {missing !== 0 && (
        <TextField
          label="Ghi chú khi đóng tập"
          sx={{ mt: 2 }}
          inputRef={note}
          helperText="Bắt buộc, vì số tờ khác với bìa."
        />
      )}
      <FailureNotice failure={failure} />
    </ConfirmInline>
  );
}
