import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import {
  baseOf,
  shareText,
  stepOf,
  stepWords,
  type Base,
  type CoverageVillage,
  type Step,
} from './coverage-figures.ts';

/** Pale to deep green; what is known of none is hatched. Text keeps a contrast of at least 4.5. */
export const stepLook: Record<
  Step,
  { readonly background: string; readonly colour: string; readonly mark: string }
> = {
  unknown: {
    background: 'repeating-linear-gradient(135deg, #fff 0 6px, #e4e8e5 6px 8px)',
    colour: '#4b5a51',
    mark: '?',
  },
  none: { background: '#ffffff', colour: '#16211b', mark: '○' },
  low: { background: '#e3f0e7', colour: '#16211b', mark: '◔' },
  half: { background: '#b5d8c1', colour: '#16211b', mark: '◑' },
  most: { background: '#2f7a4c', colour: '#ffffff', mark: '◕' },
  all: { background: '#14532d', colour: '#ffffff', mark: '●' },
};

interface Props {
  readonly village: CoverageVillage;
  readonly base: Base;
  readonly chosen: boolean;
  readonly tabbable: boolean;
  readonly onOpen: () => void;
  readonly onFocus: () => void;
}

/** One village: its name, its percentage, and how far it is by colour and by a mark that needs none. */
export function VillageCell({ village, base, chosen, tabbable, onOpen, onFocus }: Props) {
  const count = baseOf(village, base);
  const step = stepOf(village.signed, count);
  const look = stepLook[step];
  const share = shareText(village.signed, count);
  return (
    <ButtonBase
      data-village={village.village_id}
      tabIndex={tabbable ? 0 : -1}
      onClick={onOpen}
      onFocus={onFocus}
      aria-pressed={chosen}
      aria-label={`${village.name}: ${share}, ${stepWords[step]}; ${village.signed} hộ đã ký trên ${count ?? 'chưa rõ'} hộ`}
      title={`${village.name}: đã ký ${village.signed}/${count ?? '?'} hộ`}
      sx={{
        width: 104,
        height: 48,
        px: 2,
        flexDirection: 'column',
        alignItems: 'stretch',
        justifyContent: 'center',
        borderRadius: 1,
        border: chosen ? 3 : 1,
        borderColor: chosen ? 'var(--focus)' : 'var(--line-strong)',
        background: look.background,
        color: look.colour,
        textAlign: 'left',
        font: 'inherit',
      }}
    >
      <Box sx={{ fontSize: 13, whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' }}>
        {village.name}
      </Box>
      <Box
        sx={{
          display: 'flex',
          justifyContent: 'space-between',
          fontWeight: 600,
          fontVariantNumeric: 'tabular-nums',
        }}
      >
        <span>{share}</span>
        <span aria-hidden>{look.mark}</span>
      </Box>
    </ButtonBase>
  );
}
