import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import type { CallOutput } from '../../../shared/api.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { useNavigate } from '../../app/navigation.tsx';
import { momentInWords } from '../../components/words.ts';
import { CardRow } from './card-row.tsx';

/** The forms entered last; each opens its pledge. */
export function LastEntries({ entries }: { readonly entries: CallOutput<'home.summary'>['last_entries'] }) {
  const navigate = useNavigate();
  return (
    <Card component="section" aria-label="Tờ vừa nhập" sx={{ py: 4 }}>
      <Typography variant="h2" sx={{ px: 5, mb: 2 }}>
        Tờ vừa nhập
      </Typography>
      {entries.length === 0 && <Typography sx={{ px: 5 }}>Chưa nhập tờ nào.</Typography>}
      {entries.map((entry) => (
        <CardRow key={entry.pledge_id} onOpen={() => navigate('pledges', { id: entry.pledge_id })}>
          <Box
            component="span"
            sx={{ width: 56, color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}
          >
            Tờ {formatNumber(entry.form_number)}
          </Box>
          <Typography component="span" noWrap sx={{ flex: 1, minWidth: 0, fontWeight: 500 }}>
            {entry.head_name}
          </Typography>
          <Typography component="span" noWrap variant="body2" color="text.secondary" sx={{ maxWidth: 150 }}>
            {entry.village_name}
          </Typography>
          <Typography component="span" variant="body2" color="text.secondary" sx={{ whiteSpace: 'nowrap' }}>
            {momentInWords(entry.created_at)}
          </Typography>
        </CardRow>
      ))}
    </Card>
  );
}
