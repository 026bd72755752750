import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import type { RefObject } from 'react';
import { formatDate } from '../../../shared/vietnamese/dates.ts';
import { useMay } from '../../app/session.tsx';
import { today } from '../../components/words.ts';
import type { PickerOption } from '../stack/picker.tsx';
import { usePlaces, type CampaignOption } from '../stack/use-places.ts';
import { CampaignSelect } from './campaign-select.tsx';
import { scopeOf, type PrintOptions } from './print-options.ts';

interface Props {
  readonly campaigns: readonly CampaignOption[];
  readonly campaign: CampaignOption;
  readonly onCampaign: (id: number) => void;
  readonly options: PrintOptions;
  readonly onChange: (change: Partial<PrintOptions>) => void;
  readonly date: RefObject<HTMLInputElement | null>;
  readonly dateError: string;
  /** The office has switched ethnicity on. */
  readonly ethnicityEnabled: boolean;
}

interface SelectProps {
  readonly id: string;
  readonly label: string;
  readonly value: string | number;
  readonly options: readonly { readonly id: string | number; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

function NativeChoice({ id, label, value, options, onChange }: SelectProps) {
  return (
    <TextField
      select
      fullWidth
      id={id}
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ select: { native: true } }}
    >
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.label}
        </option>
      ))}
    </TextField>
  );
}

const withBlank = (options: readonly PickerOption[], blank: string) => [{ id: '', label: blank }, ...options];
const idIn = (value: string): number | null => (value === '' ? null : Number(value));

/** The options on the left: what, of which campaign and where, in which order, on which date. */
export function OptionsForm(props: Props) {
  const { campaigns, campaign, onCampaign, options, onChange, date, dateError, ethnicityEnabled } = props;
  const mayInternal = useMay('documents.internal');
  const places = usePlaces(campaign.from);
  const scope = scopeOf(options);
  const check = (label: string, field: 'ethnicity' | 'signatureColumn' | 'internal') => (
    <FormControlLabel
      control={
        <Checkbox checked={options[field]} onChange={(_event, checked) => onChange({ [field]: checked })} />
      }
      label={label}
    />
  );
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4, pt: 1 }}>
      <NativeChoice
        id="sheet"
        label="Văn bản"
        value={options.sheet}
        onChange={(value) => onChange({ sheet: value === 'meeting' ? 'meeting' : 'register' })}
        options={[
          { id: 'register', label: 'Danh sách hộ ký cam kết' },
          { id: 'meeting', label: 'Danh sách mang đi họp bản' },
        ]}
      />
      <CampaignSelect campaigns={campaigns} value={campaign.id} onChange={onCampaign} />
      {options.sheet === 'register' && (
        <NativeChoice
          id="scope"
          label="Phạm vi"
          value={options.scope}
          onChange={(value) => onChange({ scope: value as PrintOptions['scope'] })}
          options={[
            { id: 'village', label: 'Một bản' },
            { id: 'commune', label: 'Một xã' },
            { id: 'all', label: 'Tất cả các xã, mỗi xã một văn bản' },
          ]}
        />
      )}
      {scope !== 'all' && (
        <NativeChoice
          id="commune"
          label="Xã"
          value={options.communeId ?? ''}
          onChange={(value) => onChange({ communeId: idIn(value), villageId: null })}
          options={withBlank(places.communes, 'Chọn xã…')}
        />
      )}
      {scope === 'village' && (
        <NativeChoice
          id="village"
          label="Bản, khối"
          value={options.villageId ?? ''}
          onChange={(value) => onChange({ villageId: idIn(value) })}
          options={withBlank(places.villagesOf(options.communeId ?? undefined), 'Chọn bản…')}
        />
      )}
      {options.sheet === 'register' && (
        <NativeChoice
          id="order"
          label="Thứ tự trong bản"
          value={options.order}
          onChange={(value) => onChange({ order: value === 'name' ? 'name' : 'form_number' })}
          options={[
            { id: 'form_number', label: 'Theo số tờ' },
            { id: 'name', label: 'Theo tên' },
          ]}
        />
      )}
      <TextField
        id="document-date"
        label="Ngày văn bản"
        inputRef={date}
        defaultValue={formatDate(today())}
        error={dateError !== ''}
        helperText={dateError || undefined}
      />
      {options.sheet === 'register' && (
        <Box sx={{ display: 'flex', flexDirection: 'column' }}>
          {check('Cột ký để trống', 'signatureColumn')}
          {ethnicityEnabled && check('Cột dân tộc', 'ethnicity')}
          {mayInternal && check('Bản lưu nội bộ, có lý do chưa ký', 'internal')}
        </Box>
      )}
    </Box>
  );
}
