import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { ShownRecord } from '../../../shared/api/records.ts';
import { kindOf, type KindName } from '../../../shared/records/index.ts';
import { isCount, showField } from '../../records/value.ts';

interface Props {
  readonly kind: KindName;
  readonly lines: readonly ShownRecord[];
  readonly fields: readonly string[];
}

/** The lines of a voucher, read only. Nothing where there are none. */
export function VoucherLines({ kind: name, lines, fields }: Props) {
  if (lines.length === 0) return null;
  const kind = kindOf(name);
  const numeric = (field: string) => {
    const declared = kind.fields[field];
    return declared !== undefined && isCount(field, declared);
  };
  return (
    <Table size="small" aria-label={kind.title}>
      <TableHead>
        <TableRow>
          <TableCell>STT</TableCell>
          {fields.map((field) => (
            <TableCell key={field} align={numeric(field) ? 'right' : 'left'}>
              {kind.fields[field]?.label}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {lines.map((line, index) => (
          <TableRow key={line.id}>
            <TableCell>{index + 1}</TableCell>
            {fields.map((field) => (
              <TableCell
                key={field}
                align={numeric(field) ? 'right' : 'left'}
                sx={{ overflowWrap: 'anywhere' }}
              >
                {showField(kind, field, line)}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
