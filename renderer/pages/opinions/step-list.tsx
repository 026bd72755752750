import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ShownRecord } from '../../../shared/api/records.ts';
import { kindOf } from '../../../shared/records/index.ts';
import { capital, showField } from '../../records/value.ts';

const kind = kindOf('opinion_step');

/** What has happened to an opinion, from the first day on. */
export function StepList({ steps }: { readonly steps: readonly ShownRecord[] }) {
  return (
    <Box component="section" aria-label={kind.title}>
      <Typography variant="h3">{kind.title}</Typography>
      <Box component="ol" sx={{ m: 0, pl: 5 }}>
        {steps.map((step) => (
          <li key={step.id}>
            {showField(kind, 'step_on', step)}: {capital(showField(kind, 'step', step))}
            {[showField(kind, 'responsible', step), showField(kind, 'note', step)]
              .filter(Boolean)
              .map((text) => ` – ${text}`)
              .join('')}
          </li>
        ))}
      </Box>
    </Box>
  );
}
