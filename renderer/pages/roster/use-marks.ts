import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallOutput } from '../../../shared/api.ts';
import type { Batch, BatchCounts } from '../../../shared/api/batches.ts';
import { toFailure } from '../../../shared/failure.ts';
import type { NotYetReason, SignatureMode } from '../../../shared/records/pledge.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { call } from '../../client.ts';

export type RosterRow = CallOutput<'pledges.roster'>[number];

/** A household's mark as the screen shows it. */
export interface RosterMark {
  readonly mode: SignatureMode | null;
  readonly reason: NotYetReason | null;
  readonly signedOn: string | null;
  readonly formNumber: number | null;
  readonly state: 'saved' | 'saving' | 'failed';
  readonly told: string;
}

const markOf = (row: RosterRow): RosterMark => ({
  mode: row.signature_mode,
  reason: row.reason,
  signedOn: row.signed_on,
  formNumber: row.form_number,
  state: 'saved',
  told: '',
});

const marksOf = (rows: readonly RosterRow[]): ReadonlyMap<number, RosterMark> =>
  new Map(rows.map((row) => [row.household_id, markOf(row)]));

/** The marks of a roster: shown at once, saved one after the other, and told on their line when refused. */
export function useMarks(batch: Batch, rows: readonly RosterRow[], closed: boolean) {
  const [marks, setMarks] = useState(() => marksOf(rows));
  const [counts, setCounts] = useState<BatchCounts>(batch.counts);
  const [needsReason, setNeedsReason] = useState(closed);
  const why = useRef<{ reason_for_change?: string }>({});
  /** Refused for want of a reason: marked again as soon as there is one. */
  const refused = useRef<(() => void)[]>([]);
  const line = useRef<Promise<void>>(Promise.resolve());
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  const put = useCallback((id: number, change: Partial<RosterMark>) => {
    setMarks((before) => {
      const known = before.get(id);
      return known ? new Map(before).set(id, { ...known, ...change }) : before;
    });
  }, []);

  const mark = useCallback(
    function save(row: RosterRow, mode: SignatureMode, reason: NotYetReason | null, signedOn: string | null) {
      const id = row.household_id;
      put(id, { mode, reason, signedOn, state: 'saving', told: '' });
      const form = { signature_mode: mode, reason, signed_on: signedOn };
      line.current = line.current.then(async () => {
        try {
          const saved = await call('pledges.mark', {
            batch_id: batch.id,
            household_id: id,
            ...form,
            ...why.current,
          });
          if (!mounted.current) return;
          setCounts(saved.counts);
          put(id, { state: 'saved', formNumber: saved.last.form_number });
        } catch (error) {
          const failure = toFailure(error);
          if (!mounted.current) return;
          put(id, { state: 'failed', told: failure.text });
          if (failure.code !== 'campaign_closed') return;
          setNeedsReason(true);
          refused.current.push(() => save(row, mode, reason, signedOn));
        }
      });
    },
    [batch.id, put],
  );
  const giveReason = (reason: string) => {
    why.current = { reason_for_change: reason };
    setNeedsReason(false);
    for (const again of refused.current.splice(0)) again();
  };

  /** Everything as the database has it, after many lines changed at once. */
  const refresh = useCallback(async () => {
    const [now, all] = await Promise.all([
      call('batches.get', { batch_id: batch.id }),
      call('pledges.roster', { batch_id: batch.id }),
    ]);
    setMarks(marksOf(all));
    setCounts(now.counts);
  }, [batch.id]);

  /** Takes back the bulk marks of this batch; gives what to tell, and whether a reason is wanted first. */
  const undoRest = async (): Promise<{ text: string; done: boolean; closed: boolean }> => {
    try {
      const { unmarked } = await call('pledges.unmark_rest', { batch_id: batch.id, ...why.current });
      await refresh();
      return { text: `Đã bỏ đánh dấu ${formatNumber(unmarked)} hộ.`, done: true, closed: false };
    } catch (error) {
      const { code, text } = toFailure(error);
      return { text, done: false, closed: code === 'campaign_closed' };
    }
  };
  const askReason = () => setNeedsReason(true);
  return {
    marks,
    counts,
    mark,
    refresh,
    undoRest,
    needsReason,
    askReason,
    giveReason,
    reason: () => why.current,
  };
}
