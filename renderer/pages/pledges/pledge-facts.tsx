import Box from '@mui/material/Box';
import type { ShownRecord } from '../../../shared/api/records.ts';
import { pledge } from '../../../shared/records/pledge.ts';
import { showNamed, valueOf } from '../../records/value.ts';

const shown = [
  'campaign_id',
  'birth',
  'sex',
  'ethnicity',
  'member_count',
  'signature_mode',
  'reason',
  'signed_on',
  'note',
  'entry_way',
] as const;

/** The form as typed from paper; empty fields are left out. */
export function PledgeFacts({ record }: { readonly record: ShownRecord }) {
  const facts = shown
    .map((field) => ({
      field,
      label: pledge.fields[field].label,
      text: showNamed(pledge, field, valueOf(record, field), record.names[field]),
    }))
    .filter(({ text }) => text !== '');
  return (
    <Box
      component="dl"
      sx={{ m: 0, display: 'grid', gridTemplateColumns: '150px minmax(0, 1fr)', rowGap: 1.5 }}
    >
      {facts.map(({ field, label, text }) => (
        <Box key={field} sx={{ display: 'contents' }}>
          <Box component="dt" sx={{ color: 'text.secondary' }}>
            {label}
          </Box>
          <Box component="dd" sx={{ m: 0, fontWeight: 500, overflowWrap: 'anywhere' }}>
            {text}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
