import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import type { Batch } from '../../../shared/api/batches.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';

/** The batch in one line: campaign, commune, village, forms of the cover's number. */
export function BatchLine({ batch, forms }: { readonly batch: Batch; readonly forms: number }) {
  const over = forms > batch.cover_count;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 4, mb: 3, minHeight: 36 }}>
      <Typography
        variant="h2"
        component="h1"
        noWrap
        sx={{ minWidth: 0, flex: 1 }}
        title={batch.campaign_title}
      >
        {batch.village_name} · {batch.commune_name}
        <Box component="span" sx={{ fontWeight: 400, fontSize: 15, color: 'text.secondary' }}>
          {' '}
          · {batch.campaign_title}
        </Box>
      </Typography>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, flex: 'none' }}>
        <LinearProgress
          variant="determinate"
          aria-label="Số tờ đã nhập so với bìa"
          value={Math.min(100, (forms / batch.cover_count) * 100)}
          color={over ? 'warning' : 'primary'}
          sx={{ width: 160, height: 8, borderRadius: 4 }}
        />
        <Typography
          data-testid="batch-progress"
          sx={{
            fontWeight: 600,
            fontSize: 18,
            fontVariantNumeric: 'tabular-nums',
            color: over ? 'warning.main' : 'inherit',
          }}
        >
          {formatNumber(forms)}/{formatNumber(batch.cover_count)} tờ
        </Typography>
      </Box>
    </Box>
  );
}
