import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ShownRecord } from '../../../shared/api/records.ts';
import { kindOf } from '../../../shared/records/index.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { showField } from '../../records/value.ts';

const kind = kindOf('opinion');

/** The opinions of a forum as they were spoken, newest last, each with what is done with it. */
export function OpinionLines({ opinions }: { readonly opinions: readonly ShownRecord[] }) {
  const awaiting = opinions.filter((one) => one['awaiting'] === true).length;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2, minHeight: 0, flex: 1 }}>
      <Typography role="status" sx={{ fontWeight: 600 }}>
        {formatNumber(opinions.length)} ý kiến, {formatNumber(awaiting)} còn phải trả lời
      </Typography>
      <Box
        component="ol"
        tabIndex={0}
        aria-label="Ý kiến đã nhập"
        sx={{ m: 0, p: 0, listStyle: 'none', overflowY: 'auto', flex: 1, minHeight: 0 }}
      >
        {[...opinions].reverse().map((opinion) => (
          <Box component="li" key={opinion.id} sx={{ py: 2, borderBottom: 1, borderColor: 'divider' }}>
            <Typography variant="body2" color="textSecondary">
              {showField(kind, 'position', opinion)}. {opinion.names['topic_id']} ·{' '}
              {showField(kind, 'opinion_kind', opinion)} · {showField(kind, 'status', opinion)}
              {opinion['awaiting'] === true && ` · hạn ${showField(kind, 'due_date', opinion)}`}
            </Typography>
            <Typography sx={{ overflowWrap: 'anywhere' }}>
              {showField(kind, 'content', opinion) || 'Đã chuyển quy trình khác.'}
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
