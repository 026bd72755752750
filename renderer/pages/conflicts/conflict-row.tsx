import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, type ReactNode } from 'react';
import type { CallOutput } from '../../../shared/api.ts';
import { signatureModes } from '../../../shared/records/pledge.ts';
import { formatBirth } from '../../../shared/vietnamese/birth.ts';
import { formatDate } from '../../../shared/vietnamese/dates.ts';

type Conflict = CallOutput<'pledges.conflicts'>[number];
type Side = Conflict['first'] | Conflict['repeat'];

interface Props {
  readonly conflict: Conflict;
  readonly current: boolean;
  readonly canWrite: boolean;
  readonly onSelect: () => void;
  readonly onResolve: (resolution: 'keep_first' | 'take_repeat') => void;
  /** A question about this entry, below it. */
  readonly children?: ReactNode;
}

/** Both forms side by side; what differs is marked with a sign and in bold. */
export function ConflictRow(props: Props) {
  const { conflict, current, canWrite, onSelect, onResolve, children } = props;
  const row = useRef<HTMLLIElement>(null);
  const asking = Boolean(children);
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: 'nearest' });
  }, [current, asking]);
  const { first, repeat } = conflict;
  return (
    <Paper
      component="li"
      ref={row}
      variant="outlined"
      aria-current={current || undefined}
      onFocus={onSelect}
      onMouseDown={onSelect}
      sx={{
        p: 4,
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr) 300px 300px',
        gap: 4,
        alignItems: 'center',
        ...(current && { boxShadow: 'inset 5px 0 0 var(--green)', bgcolor: 'soft' }),
      }}
    >
      <Box sx={{ minWidth: 0 }}>
        <Typography noWrap sx={{ fontWeight: 600, fontSize: 17 }}>
          {conflict.head_name}
        </Typography>
        <Typography noWrap color="textSecondary">
          {formatBirth(conflict.birth)} · {conflict.member_count} khẩu · {conflict.village_name} ·{' '}
          {conflict.commune_name}
        </Typography>
      </Box>
      <SideBox title="Tờ đầu" side={first} other={repeat}>
        {canWrite && (
          <Button variant="outlined" onClick={() => onResolve('keep_first')}>
            F2 · Giữ tờ đầu
          </Button>
        )}
      </SideBox>
      <SideBox title="Tờ sau" side={repeat} other={first}>
        {canWrite && (
          <Button variant="outlined" onClick={() => onResolve('take_repeat')}>
            F3 · Lấy tờ sau
          </Button>
        )}
      </SideBox>
      {children && <Box sx={{ gridColumn: '1 / -1' }}>{children}</Box>}
    </Paper>
  );
}

interface SideProps {
  readonly title: string;
  readonly side: Side;
  readonly other: Side;
  readonly children: ReactNode;
}

function SideBox({ title, side, other, children }: SideProps) {
  const date = side.signed_on ? formatDate(side.signed_on) : 'không có ngày';
  return (
    <Box>
      <Typography variant="body2" color="textSecondary">
        {title} · số {side.form_number}
      </Typography>
      <Typography sx={{ mb: 1.5 }}>
        <Differing
          differs={side.signature_mode !== other.signature_mode}
          text={signatureModes[side.signature_mode]}
        />
        {' · '}
        <Differing differs={side.signed_on !== other.signed_on} text={date} />
      </Typography>
      {children}
    </Box>
  );
}

function Differing({ differs, text }: { readonly differs: boolean; readonly text: string }) {
  if (!differs) return text;
  return (
    <Box component="strong" sx={{ color: 'warning.main' }}>
      ≠ {text}
    </Box>
  );
}
