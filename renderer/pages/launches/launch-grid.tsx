import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import ButtonBase from '@mui/material/ButtonBase';
import type { CallOutput } from '../../../shared/api.ts';
import { formatDate } from '../../../shared/vietnamese/dates.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { CommuneRow } from '../../components/commune-row.tsx';

type Commune = CallOutput<'launches.coverage'>['communes'][number];
export type LaunchVillage = Commune['villages'][number];

interface Props {
  readonly communes: readonly Commune[];
  /** Shows the villages without a session alone; a commune's figures stay those of all of its villages. */
  readonly onlyMissing: boolean;
  /** Opens the sessions of a village. */
  readonly onOpen: (village: LaunchVillage) => void;
}

const missing = { background: '#ffffff', color: '#16211b' } as const;
const launched = { background: '#14532d', color: '#ffffff' } as const;

function inWords({ name, sessions, last_on }: LaunchVillage): string {
  if (sessions === 0 || last_on === null) return `${name}: chưa phát động`;
  return `${name}: ${formatNumber(sessions)} buổi, gần nhất ${formatDate(last_on)}`;
}

function figuresOf({ villages, attendance }: Commune): string {
  const reached = villages.filter(({ sessions }) => sessions > 0).length;
  return `${formatNumber(reached)}/${formatNumber(villages.length)} bản · ${formatNumber(attendance)} lượt`;
}

/** One row a commune, one cell a village: how many sessions it has had; a ring marks those that had none. */
export function LaunchGrid({ communes, onlyMissing, onOpen }: Props) {
  const shown = communes
    .map((commune) => ({
      commune,
      villages: commune.villages.filter(({ sessions }) => !onlyMissing || sessions === 0),
    }))
    .filter(({ villages }) => villages.length > 0);
  return (
    <Paper variant="outlined" sx={{ flex: 1, minHeight: 0, overflow: 'auto' }}>
      {shown.map(({ commune, villages }) => (
        <CommuneRow key={commune.commune_id} name={commune.name} detail={figuresOf(commune)}>
          {villages.map((village) => (
            <ButtonBase
              key={village.village_id}
              onClick={() => onOpen(village)}
              aria-label={inWords(village)}
              title={inWords(village)}
              sx={{
                width: 104,
                height: 40,
                px: 2,
                gap: 1,
                justifyContent: 'space-between',
                borderRadius: 1,
                border: 1,
                borderColor: 'var(--line-strong)',
                font: 'inherit',
                fontSize: 13,
                ...(village.sessions > 0 ? launched : missing),
              }}
            >
              <Box
                component="span"
                sx={{
                  // Two lines of 13 px: a village's name is not cut.
                  overflow: 'hidden',
                  lineHeight: 1.2,
                  textAlign: 'left',
                  display: '-webkit-box',
                  WebkitBoxOrient: 'vertical',
                  WebkitLineClamp: 2,
                }}
              >
                {village.name}
              </Box>
              <span aria-hidden>{village.sessions > 0 ? village.sessions : '○'}</span>
            </ButtonBase>
          ))}
        </CommuneRow>
      ))}
    </Paper>
  );
}
