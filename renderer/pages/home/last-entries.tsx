import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import type { CallOutput } from '../../../shared/api.ts';
import { kindOf } from '../../../shared/records/index.ts';
import { useNavigate } from '../../app/navigation.tsx';
import { pageOfKind } from '../../app/page-of-kind.ts';
import { momentInWords } from '../../components/words.ts';
import { capital } from '../../records/value.ts';
import { CardRow } from './card-row.tsx';

/** What was entered last, of every kind; each line opens its record. */
export function LastEntries({ entries }: { readonly entries: CallOutput<'home.summary'>['last_entries'] }) {
  const navigate = useNavigate();
  return (
    <Card component="section" aria-label="Vừa nhập" sx={{ py: 4 }}>
      <Typography variant="h2" sx={{ px: 5, mb: 2 }}>
        Vừa nhập
      </Typography>
      {entries.length === 0 && <Typography sx={{ px: 5 }}>Chưa nhập gì.</Typography>}
      {entries.map((entry) => (
        <CardRow
          key={`${entry.kind}-${entry.id}`}
          onOpen={() => navigate(pageOfKind[entry.kind] ?? 'home', { id: entry.id, kind: entry.kind })}
        >
          <Box component="span" sx={{ flex: 1, minWidth: 0 }}>
            <Typography noWrap sx={{ fontWeight: 500 }}>
              {entry.name}
            </Typography>
            <Typography noWrap variant="body2" color="textSecondary">
              {capital(kindOf(entry.kind).label)} · {entry.detail}
            </Typography>
          </Box>
          <Typography component="span" variant="body2" color="textSecondary" sx={{ whiteSpace: 'nowrap' }}>
            {momentInWords(entry.created_at)}
          </Typography>
        </CardRow>
      ))}
    </Card>
  );
}
