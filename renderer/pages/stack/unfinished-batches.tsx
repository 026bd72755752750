import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { useCall } from '../../app/data.ts';
import { useKeys } from '../../app/keys.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { momentInWords } from '../../components/words.ts';

interface Props {
  readonly way: 'stack' | 'roster';
  readonly onOpen: (batchId: number) => void;
}

/** The batches that are not closed yet: to go on with one. */
export function UnfinishedBatches({ way, onOpen }: Props) {
  const { value, failure } = useCall('batches.unfinished', {});
  const batches = value?.filter((batch) => batch.way === way) ?? [];
  const newest = batches[0];
  useKeys([
    {
      key: 'F9',
      label: 'Nhập tiếp tập gần nhất',
      when: newest !== undefined,
      run: () => newest && onOpen(newest.id),
    },
  ]);
  if (failure) return <FailureNotice failure={failure} />;
  if (value === undefined) return null;
  return (
    <Paper variant="outlined" sx={{ p: 5 }}>
      <Typography variant="h2" sx={{ mb: 3 }}>
        Tập đang nhập dở
      </Typography>
      {batches.length === 0 && <Typography color="textSecondary">Không có tập nào dở dang.</Typography>}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', maxHeight: 480, overflow: 'auto' }}>
        {batches.map((batch) => (
          <Box component="li" key={batch.id}>
            <ButtonBase
              onClick={() => onOpen(batch.id)}
              sx={{
                width: '100%',
                minHeight: 56,
                px: 3,
                py: 1.5,
                justifyContent: 'space-between',
                textAlign: 'left',
                font: 'inherit',
                borderTop: 1,
                borderColor: 'divider',
                gap: 4,
                '&:hover': { bgcolor: 'soft' },
              }}
            >
              <Box sx={{ minWidth: 0 }}>
                <Typography noWrap sx={{ fontWeight: 500 }}>
                  {batch.village_name} · {batch.commune_name}
                </Typography>
                <Typography variant="body2" color="textSecondary" noWrap>
                  {batch.campaign_title} · mở lúc {momentInWords(batch.opened_at)}
                </Typography>
              </Box>
              <Typography sx={{ fontWeight: 600, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
                {formatNumber(batch.counts.forms)}/{formatNumber(batch.cover_count)} tờ
              </Typography>
            </ButtonBase>
          </Box>
        ))}
      </Box>
    </Paper>
  );
}
