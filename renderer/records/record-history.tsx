import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ShownRecord } from '../../shared/api/records.ts';
import type { KindName } from '../../shared/records/index.ts';
import { kindOf } from '../../shared/records/index.ts';
import { useCall } from '../app/data.ts';
import { FailureNotice } from '../components/failure-notice.tsx';
import { momentInWords, today } from '../components/words.ts';
import { actionInWords } from '../../shared/audit-actions.ts';
import { changesOf, type Change } from './changes.ts';
import { useUnits } from './units.ts';

/** Changes, each on a line: label, before → after; "(trống)" for no value. */
export function ChangeList({ changes }: { readonly changes: readonly Change[] }) {
  return (
    <Box component="ul" sx={{ m: 0, pl: 5, fontSize: 14, overflowWrap: 'anywhere' }}>
      {changes.map(({ label, before, after }) => (
        <li key={label}>
          {label}: {before === '' ? '' : `${before} → `}
          <Box component="span" sx={{ fontWeight: 500 }}>
            {after || '(trống)'}
          </Box>
        </li>
      ))}
    </Box>
  );
}

interface Props {
  readonly kind: KindName;
  readonly id: number;
  /** Change it to read again. */
  readonly round: number;
  /** The record as it is now: names what it points to. */
  readonly record?: ShownRecord;
}

/** What happened to a record: when, who, and before → after by the labels of its fields; newest first. */
export function RecordHistory({ kind: name, id, round, record }: Props) {
  const kind = kindOf(name);
  const history = useCall('records.history', { kind: name, id }, { deps: [round] });
  const { units } = useUnits(today());
  const nameOf = (field: string, value: unknown) => {
    if (kind.fields[field]?.type === 'unit') return units.find((unit) => unit.id === value)?.name;
    return record?.[field] === value ? record?.names[field] : undefined;
  };
  const rows = [...(history.value ?? [])].sort((one, other) => other.seq - one.seq);
  return (
    <Box>
      <FailureNotice failure={history.failure} />
      {history.value && rows.length === 0 && (
        <Typography color="textSecondary">Chưa có lịch sử nào.</Typography>
      )}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {rows.map((row) => (
          <Box component="li" key={row.seq} sx={{ py: 2, borderBottom: 1, borderColor: 'divider' }}>
            <Typography variant="body2" color="textSecondary">
              <Box component="span" sx={{ fontWeight: 600, color: 'text.primary' }}>
                {actionInWords(row.action)}
              </Box>{' '}
              · {row.user} · {momentInWords(row.at)}
            </Typography>
            {row.reason && <Typography variant="body2">Lý do: {row.reason}</Typography>}
            <ChangeList changes={changesOf(kind.fields, row.before, row.after, nameOf)} />
          </Box>
        ))}
      </Box>
    </Box>
  );
}
