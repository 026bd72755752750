import Box from '@mui/material/Box';
import { signatureModes, type SignatureMode } from '../../../shared/records/pledge.ts';
import { KeyButton } from './choice-keys.tsx';

/** How the form was signed, by one function key each. F5 and F7 are left alone: shells have uses for them. */
export const modeKeys: readonly { readonly key: string; readonly mode: SignatureMode }[] = [
  { key: 'F2', mode: 'signed' },
  { key: 'F3', mode: 'thumbprint' },
  { key: 'F4', mode: 'represented' },
  { key: 'F6', mode: 'not_yet' },
];

interface Props {
  readonly mode: SignatureMode;
  readonly onMode: (mode: SignatureMode) => void;
}

/** The four ways of signing; "ký" unless a key says otherwise. */
export function ModeKeys({ mode, onMode }: Props) {
  return (
    <Box sx={{ display: 'flex', gap: 1, pt: 0.75 }} role="group" aria-label="Hình thức ký">
      {modeKeys.map(({ key, mode: means }) => (
        <KeyButton
          key={key}
          name={key}
          word={signatureModes[means]}
          pressed={mode === means}
          onPress={() => onMode(means)}
        />
      ))}
    </Box>
  );
}
