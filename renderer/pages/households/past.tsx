import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { ShownRecord } from '../../../shared/api/records.ts';
import { kindOf } from '../../../shared/records/index.ts';
import { hasSigned } from '../../../shared/records/pledge.ts';
import { showField } from '../../records/value.ts';

/** A part of the household's page with its heading. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Box component="section" aria-label={title} sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
      <Typography variant="h3">{title}</Typography>
      {children}
    </Box>
  );
}

const told: readonly string[] = [
  'from_village_id',
  'to_village_id',
  'other_household_id',
  'head_name_before',
  'birth_before',
  'member_count_before',
];

/** What happened to the household, with what was before. */
export function Events({ events }: { readonly events: readonly ShownRecord[] }) {
  const kind = kindOf('household_event');
  if (events.length === 0) return <Typography color="textSecondary">{kind.empty}</Typography>;
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {events.map((event) => {
        const details = told
          .map((field) => [kind.fields[field]?.label ?? '', showField(kind, field, event)] as const)
          .filter(([, text]) => text !== '');
        return (
          <Box
            component="li"
            key={event.id}
            sx={{ py: 2, display: 'flex', gap: 4, borderBottom: 1, borderColor: 'divider' }}
          >
            <Box sx={{ width: 84, flex: 'none', fontVariantNumeric: 'tabular-nums' }}>
              {showField(kind, 'event_on', event)}
            </Box>
            <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
              <Box sx={{ fontWeight: 500 }}>{showField(kind, 'event_type', event)}</Box>
              {details.map(([label, text]) => (
                <Typography key={label} variant="body2" color="textSecondary">
                  {label}: {text}
                </Typography>
              ))}
              {showField(kind, 'note', event) && (
                <Typography variant="body2">{showField(kind, 'note', event)}</Typography>
              )}
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}

interface PledgesProps {
  readonly pledges: readonly ShownRecord[];
  readonly onOpen: (id: number) => void;
  /** Writes a breach of a signed pledge down; absent where the person may not. */
  readonly onBreach?: ((pledge: ShownRecord) => void) | undefined;
}

/** The household's pledges over the years, each with the head as on its own form. */
export function Pledges({ pledges, onOpen, onBreach }: PledgesProps) {
  const kind = kindOf('pledge');
  if (pledges.length === 0)
    return <Typography color="textSecondary">Hộ này chưa có tờ cam kết nào.</Typography>;
  return (
    <Table size="small" sx={{ '& td, & th': { px: 1 } }}>
      <TableHead>
        <TableRow>
          <TableCell>Đợt cam kết</TableCell>
          <TableCell>Chủ hộ trên tờ</TableCell>
          <TableCell>Ký</TableCell>
          <TableCell>
            <span className="sr-only">Việc</span>
          </TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {pledges.map((pledge) => (
          <TableRow key={pledge.id} sx={{ textDecoration: pledge.voided_at ? 'line-through' : 'none' }}>
            <TableCell sx={{ overflowWrap: 'anywhere' }}>
              <Button
                size="small"
                sx={{ p: 0, minWidth: 0, textAlign: 'left', whiteSpace: 'normal' }}
                onClick={() => onOpen(pledge.id)}
              >
                {showField(kind, 'campaign_id', pledge)}
              </Button>
            </TableCell>
            <TableCell sx={{ overflowWrap: 'anywhere' }}>
              {showField(kind, 'head_name', pledge)}, tờ {showField(kind, 'form_number', pledge)}
            </TableCell>
            <TableCell>
              {showField(kind, 'signature_mode', pledge)} {showField(kind, 'signed_on', pledge)}
            </TableCell>
            <TableCell sx={{ textAlign: 'right' }}>
              {onBreach && !pledge.voided_at && hasSigned(pledge['signature_mode']) && (
                <Button size="small" sx={{ px: 1, minWidth: 0 }} onClick={() => onBreach(pledge)}>
                  Ghi vi phạm
                </Button>
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
