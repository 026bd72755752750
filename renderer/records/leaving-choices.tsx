import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { kindOf, type KindName } from '../../shared/records/index.ts';
import { isPersonal, type Leaving } from '../../shared/records/personal.ts';
import { useCall } from '../app/data.ts';
import { useMay } from '../app/session.tsx';

/** Nothing leaves the program but ordinary fields. */
export const ordinary: Leaving = { sensitive: false, internal: false };

/** What there is to choose of a kind: the labels of its personal and of its internal fields. */
export interface LeavingLabels {
  readonly personal: readonly string[];
  readonly internal: readonly string[];
}

/** The fields of a kind that leave the program only when chosen; on paper only those that the list shows. */
export function useLeavingLabels(name: KindName, onPaper: boolean): LeavingLabels {
  const mayInternal = useMay('documents.internal');
  const settings = useCall('settings.get', {});
  const fields = Object.entries(kindOf(name).fields).filter(
    ([field, { column }]) =>
      (!onPaper || column !== undefined) && (field !== 'ethnicity' || settings.value?.ethnicity_enabled),
  );
  return {
    personal: fields.filter(([, field]) => isPersonal(field)).map(([, { label }]) => label),
    internal: mayInternal ? fields.filter(([, { internal }]) => internal).map(([, { label }]) => label) : [],
  };
}

/** Whether there is anything to choose. */
export const hasChoice = ({ personal, internal }: LeavingLabels): boolean =>
  personal.length + internal.length > 0;

interface Props {
  readonly labels: LeavingLabels;
  readonly value: Leaving;
  readonly onChange: (value: Leaving) => void;
}

/** A box to tick for each sort of field that leaves only when chosen; it names the fields. */
export function LeavingChoices({ labels, value, onChange }: Props) {
  const box = (label: string, what: keyof Leaving) => (
    <FormControlLabel
      control={
        <Checkbox
          checked={value[what]}
          onChange={(_event, checked) => onChange({ ...value, [what]: checked })}
        />
      }
      label={label}
    />
  );
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column' }}>
      {labels.personal.length > 0 && box(`Kèm dữ liệu cá nhân: ${labels.personal.join(' · ')}`, 'sensitive')}
      {labels.internal.length > 0 && box(`Kèm mục nội bộ: ${labels.internal.join(' · ')}`, 'internal')}
    </Box>
  );
}
