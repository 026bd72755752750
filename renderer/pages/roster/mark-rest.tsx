import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useRef, useState } from 'react';
import { toFailure, type Failure } from '../../../shared/failure.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { call } from '../../client.ts';
import { ConfirmInline } from '../../components/confirm-inline.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';

interface Props {
  readonly batchId: number;
  readonly signedOn: string;
  /** The reason, where the campaign is closed. */
  readonly why: { readonly reason_for_change?: string };
  /** Households that have no form yet. */
  readonly open: number;
  readonly onDone: (marked: number) => void;
  /** The campaign turns out closed: a reason is wanted first. */
  readonly onClosed: () => void;
  readonly onCancel: () => void;
}

const countIn = (input: HTMLInputElement | null): number => {
  const typed = input?.value.trim() ?? '';
  return /^\d{1,4}$/.test(typed) ? Number(typed) : 0;
};

/** "Tất cả đã ký, trừ…": only after the cover count and the paper's total are typed and agree. */
export function MarkRest({ batchId, signedOn, why, open, onDone, onClosed, onCancel }: Props) {
  const cover = useRef<HTMLInputElement>(null);
  const total = useRef<HTMLInputElement>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const confirm = async () => {
    const counts = { cover_count: countIn(cover.current), paper_total: countIn(total.current) };
    if (counts.cover_count === 0 || counts.paper_total === 0) {
      (counts.cover_count === 0 ? cover : total).current?.focus();
      return;
    }
    if (counts.cover_count !== counts.paper_total) {
      setFailure({
        code: 'totals_disagree',
        text: 'Số tờ trên bìa và tổng số trên giấy khác nhau: hãy đếm lại.',
      });
      return;
    }
    try {
      const { marked } = await call('pledges.mark_rest', {
        batch_id: batchId,
        signed_on: signedOn,
        ...counts,
        ...why,
      });
      onDone(marked);
    } catch (error) {
      const refused = toFailure(error);
      setFailure(refused);
      if (refused.code === 'campaign_closed') onClosed();
    }
  };
  return (
    <ConfirmInline
      question={`Đánh dấu đã ký cho ${formatNumber(open)} hộ còn lại, trừ các hộ đã đánh dấu chưa ký?`}
      confirm="Tất cả đã ký"
      onConfirm={() => void confirm()}
      onCancel={onCancel}
    >
      {/* What was wrong with the numbers is no longer said once they change. */}
      <Box sx={{ display: 'flex', gap: 4 }} onInput={() => setFailure(null)}>
        <TextField label="Số tờ trên bìa" inputRef={cover} sx={{ width: 200 }} />
        <TextField label="Tổng số ghi trên giấy" inputRef={total} sx={{ width: 200 }} />
      </Box>
      <FailureNotice failure={failure} />
    </ConfirmInline>
  );
}
