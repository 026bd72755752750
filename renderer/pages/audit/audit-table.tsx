import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { Fragment, useState } from 'react';
import type { AuditRow } from '../../../shared/api/records.ts';
import { kindNames, kindOf } from '../../../shared/records/index.ts';
import { momentInWords } from '../../components/words.ts';
import { actionInWords } from '../../../shared/audit-actions.ts';
import { AuditChanges, hasChanges } from './audit-changes.tsx';

const kindWords: Readonly<Record<string, string>> = { user: 'người dùng', unit: 'địa bàn' };

function kindInWords(kind: string | null): string {
  const known = kindNames.find((name) => name === kind);
  return known ? kindOf(known).label : (kindWords[kind ?? ''] ?? '');
}

/** The lines of the trail, newest first; one opens to what was before and after. */
export function AuditTable({ rows }: { readonly rows: readonly AuditRow[] }) {
  const [open, setOpen] = useState<number | null>(null);
  return (
    <Table size="small" stickyHeader sx={{ bgcolor: 'background.paper' }}>
      <TableHead>
        <TableRow>
          <TableCell sx={{ width: 160 }}>Lúc</TableCell>
          <TableCell sx={{ width: 200 }}>Ai</TableCell>
          <TableCell sx={{ width: 180 }}>Việc</TableCell>
          <TableCell>Về</TableCell>
          <TableCell sx={{ width: 120 }} />
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <Fragment key={row.seq}>
            <TableRow hover>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{momentInWords(row.at)}</TableCell>
              <TableCell>{row.user}</TableCell>
              <TableCell>{actionInWords(row.action)}</TableCell>
              <TableCell sx={{ overflowWrap: 'anywhere' }}>
                {[kindInWords(row.kind), row.about].filter(Boolean).join(': ')}
              </TableCell>
              <TableCell align="right" sx={{ py: 0 }}>
                {hasChanges(row) && (
                  <Button
                    size="small"
                    aria-expanded={open === row.seq}
                    onClick={() => setOpen(open === row.seq ? null : row.seq)}
                    sx={{ minHeight: 30 }}
                  >
                    {open === row.seq ? 'Thu lại' : 'Trước, sau'}
                  </Button>
                )}
              </TableCell>
            </TableRow>
            {open === row.seq && (
              <TableRow>
                <TableCell colSpan={5} sx={{ bgcolor: 'soft' }}>
                  <AuditChanges row={row} />
                </TableCell>
              </TableRow>
            )}
          </Fragment>
        ))}
      </TableBody>
    </Table>
  );
}
