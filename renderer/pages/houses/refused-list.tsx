import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';

/** Who was left out, and of what. */
export interface LeftOut {
  readonly refused: readonly { readonly id: number; readonly name: string; readonly text: string }[];
  /** What could not be done with them. */
  readonly what?: 'chưa ghi' | 'chưa thêm' | 'chưa hoàn tác được' | undefined;
}

export const nobodyLeftOut: LeftOut = { refused: [] };

/** Who could not be done with the others, and why. Nothing where all went well. */
export function RefusedList({ refused, what = 'chưa ghi' }: LeftOut) {
  if (refused.length === 0) return null;
  return (
    <Alert severity="warning" sx={{ mt: 2 }}>
      {formatNumber(refused.length)} trường hợp {what}:
      <Box component="ul" sx={{ m: 0, pl: 5, maxHeight: 160, overflow: 'auto' }}>
        {refused.map(({ id, name, text }) => (
          <li key={id}>
            {name}: {text}
          </li>
        ))}
      </Box>
    </Alert>
  );
}
