import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { CallOutput } from '../../../shared/api.ts';
import type { ShownRecord } from '../../../shared/api/records.ts';
import { fundingSources } from '../../../shared/records/house-funding.ts';
import { houseSteps, type HouseStep } from '../../../shared/records/house-step.ts';
import { stepsInOrder } from '../../../shared/records/house-flow.ts';
import { kindOf } from '../../../shared/records/index.ts';
import { formatMoney } from '../../../shared/vietnamese/money.ts';
import { useNavigate } from '../../app/navigation.tsx';
import { dateInWords } from '../../components/words.ts';
import { capital, showField, valueOf } from '../../records/value.ts';

type Page = CallOutput<'houses.page'>;
const figures = { textAlign: 'right', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' } as const;

/** Every step in its order, those that were taken with their days. */
export function StepLine({ steps }: Pick<Page, 'steps'>) {
  const days = new Map(steps.map((one) => [valueOf(one, 'step') as HouseStep, one]));
  return (
    <Box component="section" aria-label="Các bước">
      <Typography variant="h3">Các bước</Typography>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {stepsInOrder.map((step) => {
          const taken = days.get(step);
          return (
            <Box
              component="li"
              key={step}
              sx={{ display: 'flex', gap: 3, py: 0.5, color: taken ? 'text.primary' : 'text.secondary' }}
            >
              <Box aria-hidden sx={{ width: 18, color: 'primary.main', fontWeight: 700 }}>
                {taken ? '✓' : '·'}
              </Box>
              <Box sx={{ width: 150 }}>{capital(houseSteps[step])}</Box>
              <Box sx={{ fontVariantNumeric: 'tabular-nums' }}>
                {taken ? dateInWords(String(valueOf(taken, 'step_on'))) : 'chưa ghi'}
              </Box>
              {taken && (
                <Box sx={{ flex: 1, minWidth: 0 }}>{showField(kindOf('house_step'), 'note', taken)}</Box>
              )}
            </Box>
          );
        })}
      </Box>
    </Box>
  );
}

/** Planned and paid money of a house by its sources; what a fund paid counts by itself. */
export function FundingTable({ funding }: Pick<Page, 'funding'>) {
  if (funding.length === 0) return null;
  const sum = (of: (one: Page['funding'][number]) => number) =>
    formatMoney(funding.reduce((all, one) => all + of(one), 0));
  return (
    <Table size="small" aria-label="Kinh phí theo nguồn, dự kiến và đã chi">
      <TableHead>
        <TableRow>
          <TableCell>Nguồn</TableCell>
          <TableCell sx={figures}>Dự kiến</TableCell>
          <TableCell sx={figures}>Đã chi từ quỹ</TableCell>
          <TableCell sx={figures}>Đã chi ngoài quỹ</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {funding.map(({ source, planned, paid_from_funds, paid_outside }) => (
          <TableRow key={source}>
            <TableCell>{capital(fundingSources[source])}</TableCell>
            <TableCell sx={figures}>{formatMoney(planned)}</TableCell>
            <TableCell sx={figures}>{formatMoney(paid_from_funds)}</TableCell>
            <TableCell sx={figures}>{formatMoney(paid_outside)}</TableCell>
          </TableRow>
        ))}
        <TableRow>
          <TableCell sx={{ fontWeight: 600 }}>Cộng</TableCell>
          <TableCell sx={{ ...figures, fontWeight: 600 }}>{sum(({ planned }) => planned)}</TableCell>
          <TableCell sx={{ ...figures, fontWeight: 600 }}>
            {sum(({ paid_from_funds }) => paid_from_funds)}
          </TableCell>
          <TableCell sx={{ ...figures, fontWeight: 600 }}>
            {sum(({ paid_outside }) => paid_outside)}
          </TableCell>
        </TableRow>
      </TableBody>
    </Table>
  );
}

interface LinesProps {
  readonly label: string;
  readonly kind: 'payment' | 'labour_turn';
  readonly records: readonly ShownRecord[];
  readonly fields: readonly string[];
}

/** Payments or labour of a house; each line opens its record. */
export function LifeLines({ label, kind: name, records, fields }: LinesProps) {
  const navigate = useNavigate();
  if (records.length === 0) return null;
  const kind = kindOf(name);
  return (
    <Box component="section" aria-label={label}>
      <Typography variant="h3">{label}</Typography>
      <Box component="ul" sx={{ m: 0, pl: 5 }}>
        {records.map((record) => (
          <li key={record.id}>
            <Link
              component="button"
              type="button"
              onClick={() => navigate(name === 'payment' ? 'payments' : 'labour', { id: record.id })}
            >
              {fields
                .map((field) => showField(kind, field, record))
                .filter(Boolean)
                .join(' – ')}
            </Link>
          </li>
        ))}
      </Box>
    </Box>
  );
}
