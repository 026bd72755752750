import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { pledgeBreach } from '../../../shared/records/pledge-breach.ts';
import { call } from '../../client.ts';
import { useCall } from '../../app/data.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import type { ShownRecord } from '../../../shared/api/records.ts';
import { DeclaredForm } from '../../records/declared-form.tsx';
import { showNamed, valueOf } from '../../records/value.ts';

const { decision_number, decision_on, note } = pledgeBreach.fields;
const typedFields = { decision_number, decision_on, note };

const shown = (row: ShownRecord, field: keyof typeof typedFields): string =>
  showNamed(pledgeBreach, field, valueOf(row, field));

interface Props {
  readonly pledgeId: number;
  readonly adding: boolean;
  readonly canAdd: boolean;
  readonly onAdd: () => void;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Breaches of this pledge: only with a decision's number and date, and for this campaign alone. */
export function BreachList({ pledgeId, adding, canAdd, onAdd, onDone, onCancel }: Props) {
  const breaches = useCall(
    'records.list',
    { kind: 'pledge_breach', filter: { equal: { pledge_id: pledgeId } } },
    { deps: [adding] },
  );
  const rows = breaches.value?.rows ?? [];
  return (
    <Box>
      <Typography variant="h3" sx={{ mb: 1 }}>
        Vi phạm cam kết
      </Typography>
      <FailureNotice failure={breaches.failure} />
      {breaches.value && rows.length === 0 && !adding && (
        <Typography color="textSecondary">Không có vi phạm nào được ghi.</Typography>
      )}
      <Box component="ul" sx={{ m: 0, pl: 5 }}>
        {rows.map((row) => (
          <li key={row.id}>
            Quyết định số {shown(row, 'decision_number')}, ngày {shown(row, 'decision_on')}
            {shown(row, 'note') && ` · ${shown(row, 'note')}`}
          </li>
        ))}
      </Box>
      {canAdd && (
        <Button size="small" variant="outlined" sx={{ mt: 2 }} onClick={onAdd}>
          Ghi vi phạm
        </Button>
      )}
      {adding && (
        <DeclaredForm
          fields={typedFields}
          submitLabel="Ghi vi phạm"
          onCancel={onCancel}
          onSubmit={async (values) => {
            await call('records.create', {
              kind: 'pledge_breach',
              values: { ...values, pledge_id: pledgeId },
            });
            onDone();
          }}
        />
      )}
    </Box>
  );
}
