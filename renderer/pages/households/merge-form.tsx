import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ShownRecord } from '../../../shared/api/records.ts';
import { household } from '../../../shared/records/household.ts';
import { call } from '../../client.ts';
import { today } from '../../components/words.ts';
import { DeclaredForm } from '../../records/declared-form.tsx';
import { ReferencePicker } from '../../records/reference-picker.tsx';
import { nameOf, showField } from '../../records/value.ts';
import { lifeFields, noteOf } from './life.ts';

interface Props {
  readonly kept: ShownRecord;
  readonly onDone: (merged: ShownRecord) => void;
  readonly onCancel: () => void;
}

const compared = ['head_name', 'birth', 'sex', 'village_id', 'member_count', 'note'] as const;

/** Merges another household into this one: chosen by search, both shown side by side before anything is done. */
export function MergeForm({ kept, onDone, onCancel }: Props) {
  const [other, setOther] = useState<ShownRecord | null>(null);
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4, pt: 2 }}>
      <ReferencePicker
        label="Hộ sẽ gộp vào hộ này"
        kind="household"
        autoFocus
        value={other?.id ?? null}
        except={[kept.id]}
        fixed={{ state: 'living' }}
        help="Gõ một phần tên chủ hộ, có dấu hoặc không dấu."
        onChange={(_id, _name, record) => setOther(record)}
      />
      {other ? (
        <>
          <SideBySide kept={kept} other={other} />
          <DeclaredForm
            fields={lifeFields('move_out', false)}
            initial={{ event_on: today() }}
            submitLabel={`Gộp vào hộ ${nameOf(household, kept)}`}
            onSubmit={async (values) => {
              await call('households.merge', {
                id: kept.id,
                version: kept.version,
                merged_id: other.id,
                merged_version: other.version,
                event_on: String(values['event_on']),
                note: noteOf(values),
              });
              onDone(other);
            }}
            onCancel={onCancel}
          >
            <Typography variant="body2" color="textSecondary">
              Lịch sử của cả hai hộ vẫn còn; có thể bỏ gộp sau này.
            </Typography>
          </DeclaredForm>
        </>
      ) : (
        <Box>
          <Button variant="outlined" onClick={onCancel}>
            Thôi
          </Button>
        </Box>
      )}
    </Box>
  );
}

function SideBySide({ kept, other }: { kept: ShownRecord; other: ShownRecord }) {
  return (
    <Table size="small" sx={{ tableLayout: 'fixed', '& td, & th': { px: 1, overflowWrap: 'anywhere' } }}>
      <TableHead>
        <TableRow>
          <TableCell sx={{ width: 110 }} />
          <TableCell>Hộ giữ lại</TableCell>
          <TableCell>Hộ được gộp vào</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {compared.map((field) => {
          const [one, two] = [showField(household, field, kept), showField(household, field, other)];
          return (
            <TableRow key={field}>
              <TableCell component="th" scope="row" sx={{ color: 'text.secondary' }}>
                {household.fields[field].label}
              </TableCell>
              <TableCell>{one}</TableCell>
              <TableCell sx={{ fontWeight: one === two ? 400 : 600 }}>
                {two}
                {one !== two && <span className="sr-only"> (khác)</span>}
              </TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}
