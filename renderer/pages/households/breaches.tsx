import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ShownRecord } from '../../../shared/api/records.ts';
import { kindOf } from '../../../shared/records/index.ts';
import { useMay } from '../../app/session.tsx';
import { call } from '../../client.ts';
import { ReasonQuestion } from '../../records/reason-question.tsx';
import { RecordForm } from '../../records/record-form.tsx';
import { takeBack } from '../../records/record-page.tsx';
import { undoReason } from '../../records/use-undo.ts';
import { showField } from '../../records/value.ts';

const kind = kindOf('pledge_breach');

interface Props {
  readonly breaches: readonly ShownRecord[];
  readonly pledges: readonly ShownRecord[];
  readonly mayWrite: boolean;
  /** What was done, and the way to take it back. */
  readonly onDone: (text: string, takeBack: () => Promise<unknown>) => void;
}

type Doing = { readonly what: 'edit' | 'void'; readonly id: number } | null;

/** The household's breaches, each of one campaign alone; corrected and voided where they stand. */
export function Breaches({ breaches, pledges, mayWrite, onDone }: Props) {
  const [doing, setDoing] = useState<Doing>(null);
  const mayVoid = useMay('records.void') && mayWrite;
  const stop = () => setDoing(null);
  const campaignOf = (breach: ShownRecord) => {
    const pledge = pledges.find((one) => one.id === breach['pledge_id']);
    return pledge ? showField(kindOf('pledge'), 'campaign_id', pledge) : '';
  };
  const voidOne = async ({ id, version }: ShownRecord, reason: string) => {
    const after = await call('records.void', { kind: 'pledge_breach', id, version, reason });
    stop();
    onDone('Đã hủy vi phạm.', () =>
      call('records.restore', { kind: 'pledge_breach', id, version: after.version, reason: undoReason }),
    );
  };
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', overflowWrap: 'anywhere' }}>
      {breaches.map((breach) => {
        const action = doing?.id === breach.id ? doing.what : null;
        const voided = breach.voided_at !== null;
        return (
          <Box component="li" key={breach.id} sx={{ py: 2, borderBottom: 1, borderColor: 'divider' }}>
            <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
              <Typography sx={{ flex: 1, minWidth: 0, textDecoration: voided ? 'line-through' : 'none' }}>
                Quyết định số {showField(kind, 'decision_number', breach)} ngày{' '}
                {showField(kind, 'decision_on', breach)}
                {campaignOf(breach) && ` (${campaignOf(breach)})`}
                {showField(kind, 'note', breach) && `: ${showField(kind, 'note', breach)}`}
              </Typography>
              {mayWrite && !voided && action === null && (
                <Button size="small" onClick={() => setDoing({ what: 'edit', id: breach.id })}>
                  Sửa
                </Button>
              )}
              {mayVoid && !voided && action === null && (
                <Button size="small" color="error" onClick={() => setDoing({ what: 'void', id: breach.id })}>
                  Hủy
                </Button>
              )}
            </Box>
            {action === 'edit' && (
              <RecordForm
                kind="pledge_breach"
                record={breach}
                given={{ pledge_id: Number(breach['pledge_id']) }}
                onCancel={stop}
                onSaved={(saved) => {
                  stop();
                  onDone('Đã sửa vi phạm.', () => takeBack('pledge_breach', saved));
                }}
              />
            )}
            {action === 'void' && (
              <ReasonQuestion
                danger
                question="Hủy vi phạm này?"
                confirm="Hủy vi phạm"
                onCancel={stop}
                onConfirm={(reason) => voidOne(breach, reason)}
              />
            )}
          </Box>
        );
      })}
    </Box>
  );
}
