import TextField from '@mui/material/TextField';
import type { CampaignOption } from '../stack/use-places.ts';

interface Props {
  readonly campaigns: readonly CampaignOption[];
  readonly value: number;
  readonly onChange: (id: number) => void;
}

/** Chooses the campaign: a native list, so that every key works that works in lists. */
export function CampaignSelect({ campaigns, value, onChange }: Props) {
  return (
    <TextField
      select
      id="campaign"
      label="Đợt cam kết"
      value={value}
      onChange={(event) => onChange(Number(event.target.value))}
      slotProps={{ select: { native: true } }}
      sx={{ minWidth: 240 }}
    >
      {campaigns.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </TextField>
  );
}
