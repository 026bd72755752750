import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ShownRecord } from '../../../shared/api/records.ts';
import { hasSigned } from '../../../shared/records/pledge.ts';
import { useCall } from '../../app/data.ts';
import { useKeys } from '../../app/keys.tsx';
import { useNavigate } from '../../app/navigation.tsx';
import { useMay } from '../../app/session.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Attachments } from '../../records/attachments/attachments.tsx';
import { RecordHistory } from '../../records/record-history.tsx';
import { valueOf } from '../../records/value.ts';
import { BreachList } from './breach-list.tsx';
import { PledgeCorrect } from './pledge-correct.tsx';
import { PledgeFacts } from './pledge-facts.tsx';
import { PledgeStanding } from './pledge-standing.tsx';

interface Props {
  readonly id: number;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** A form's page beside the list: as typed from paper, what may be done with it, its breaches, its history. */
export function PledgePanel({ id, onClose, onChanged }: Props) {
  const [round, setRound] = useState(0);
  const { value: record, failure } = useCall('records.get', { kind: 'pledge', id }, { deps: [round] });
  const changed = () => {
    setRound((before) => before + 1);
    onChanged();
  };
  return (
    <Paper
      component="section"
      variant="outlined"
      aria-label="Tờ cam kết"
      sx={{
        width: 460,
        flex: 'none',
        overflow: 'auto',
        p: 4,
        display: 'flex',
        flexDirection: 'column',
        gap: 4,
      }}
    >
      <FailureNotice failure={failure} />
      {record && <Opened record={record} round={round} onClose={onClose} onChanged={changed} />}
    </Paper>
  );
}

interface OpenedProps {
  readonly record: ShownRecord;
  readonly round: number;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

function Opened({ record, round, onClose, onChanged }: OpenedProps) {
  const navigate = useNavigate();
  const mayWrite = useMay('records.write');
  const mayVoid = useMay('records.void');
  const [doing, setDoing] = useState<'look' | 'correct' | 'standing' | 'breach'>('look');
  const looking = doing === 'look';
  const voided = record.voided_at !== null;
  const done = () => {
    setDoing('look');
    onChanged();
  };
  useKeys([
    { key: 'F2', label: 'Sửa tờ', when: looking && mayWrite && !voided, run: () => setDoing('correct') },
    { key: 'Escape', label: 'Đóng tờ', when: looking, run: onClose },
  ]);
  return (
    <>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'flex-start' }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography variant="h2">{String(valueOf(record, 'head_name'))}</Typography>
          <Typography color="textSecondary">
            Tờ số {String(valueOf(record, 'form_number'))} · {record.names['village_id']} ·{' '}
            {record.names['commune_id']}
          </Typography>
        </Box>
        <Button size="small" variant="outlined" onClick={onClose}>
          Đóng
        </Button>
      </Box>
      {voided && (
        <Typography color="error" sx={{ fontWeight: 500 }}>
          Tờ này đã hủy: {record.void_reason}
        </Typography>
      )}
      {doing === 'correct' ? (
        <PledgeCorrect record={record} onDone={done} onCancel={() => setDoing('look')} />
      ) : (
        <PledgeFacts record={record} />
      )}
      {looking && (
        <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
          {mayWrite && !voided && (
            <Button variant="contained" onClick={() => setDoing('correct')}>
              Sửa
            </Button>
          )}
          {mayVoid && (
            <Button
              variant="outlined"
              color={voided ? 'primary' : 'error'}
              onClick={() => setDoing('standing')}
            >
              {voided ? 'Khôi phục' : 'Hủy tờ'}
            </Button>
          )}
          <Button
            variant="outlined"
            onClick={() => navigate('households', { id: Number(record['household_id']) })}
          >
            Xem hộ
          </Button>
        </Box>
      )}
      {doing === 'standing' && (
        <PledgeStanding record={record} onDone={done} onCancel={() => setDoing('look')} />
      )}
      <BreachList
        pledgeId={record.id}
        adding={doing === 'breach'}
        canAdd={looking && mayWrite && !voided && hasSigned(valueOf(record, 'signature_mode'))}
        onAdd={() => setDoing('breach')}
        onDone={done}
        onCancel={() => setDoing('look')}
      />
      <Attachments kind="pledge" id={record.id} voided={voided} />
      <Box>
        <Typography variant="h3" sx={{ mb: 1 }}>
          Lịch sử
        </Typography>
        <RecordHistory kind="pledge" id={record.id} round={round} record={record} />
      </Box>
    </>
  );
}
