import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Unit } from '../../../shared/api/units.ts';
import { formatDate } from '../../../shared/vietnamese/dates.ts';
import { useCall } from '../../app/data.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';

/** The names that a unit has had, and what it came from or went into. */
export function UnitHistory({ unit }: { readonly unit: Unit }) {
  const history = useCall('units.history', { unit_id: unit.id }, { deps: [unit] });
  if (history.failure) return <FailureNotice failure={history.failure} />;
  if (!history.value) return null;
  const { versions, successions } = history.value;
  return (
    <Box component="section" aria-label="Lịch sử địa bàn">
      <Typography variant="h3">Tên qua các thời kỳ</Typography>
      <Box component="ul" sx={{ m: 0, mt: 2, pl: 5, overflowWrap: 'anywhere' }}>
        {versions.map((version) => (
          <li key={version.valid_from}>
            {version.type} {version.name}
            {version.code && `, mã ${version.code}`}: từ {formatDate(version.valid_from)}
            {version.valid_to && ` đến ${formatDate(version.valid_to)}`}
            {version.legal_basis && <Note text={version.legal_basis} />}
          </li>
        ))}
      </Box>
      {successions.length > 0 && (
        <>
          <Typography variant="h3" sx={{ mt: 4 }}>
            Sáp nhập, kế thừa
          </Typography>
          <Box component="ul" sx={{ m: 0, mt: 2, pl: 5, overflowWrap: 'anywhere' }}>
            {successions.map(({ from_name, to_name, date, legal_basis }) => (
              <li key={`${from_name} ${to_name} ${date}`}>
                {formatDate(date)}: {from_name} → {to_name}
                {legal_basis && <Note text={legal_basis} />}
              </li>
            ))}
          </Box>
        </>
      )}
    </Box>
  );
}

function Note({ text }: { readonly text: string }) {
  return (
    <Typography variant="body2" color="textSecondary">
      {text}
    </Typography>
  );
}
