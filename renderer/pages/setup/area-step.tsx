import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import { officeLevels } from '../../../shared/api/office.ts';
import { formatDate, parseDate } from '../../../shared/vietnamese/dates.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { useCall } from '../../app/data.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import type { Answers } from './answers.ts';
import { StepFrame } from './step-frame.tsx';

export interface Area extends Pick<Answers, 'level' | 'commune_codes'> {
  readonly valid_from: string;
}

interface Props {
  readonly answers: Answers;
  readonly onBack: () => void;
  readonly onNext: (area: Area) => void;
}

/** Which level the office is of, and which communes it covers. */
export function AreaStep({ answers, onBack, onNext }: Props) {
  const [level, setLevel] = useState(answers.level);
  const [codes, setCodes] = useState<ReadonlySet<string>>(() => new Set(answers.commune_codes));
  const [missing, setMissing] = useState(false);
  const date = useRef<HTMLInputElement>(null);
  const [from, setFrom] = useState(answers.agency.valid_from);
  const [dateError, setDateError] = useState('');
  const catalogue = useCall('office.catalogue', { date: from });
  const communes = catalogue.value?.communes ?? [];
  const chosen = communes.filter((one) => codes.has(one.code));
  const toggle = (code: string) => {
    setMissing(false);
    setCodes((before) => {
      const after = new Set(before);
      if (!after.delete(code)) after.add(code);
      return after;
    });
  };
  const readDate = (typed: string) => {
    const parsed = parseDate(typed);
    setDateError(parsed.ok ? '' : parsed.reason);
    if (parsed.ok) setFrom(parsed.date);
    return parsed;
  };
  const all = communes.length > 0 && chosen.length === communes.length;
  const villages = chosen.reduce((sum, one) => sum + one.village_count, 0);
  return (
    <StepFrame
      title="Địa bàn phụ trách"
      detail="Sau này vẫn thêm, đổi tên, sáp nhập được ở trang Địa bàn."
      next="Tiếp tục"
      onBack={onBack}
      onSubmit={(event) => {
        event.preventDefault();
        const typed = readDate(date.current?.value ?? '');
        if (!typed.ok) return date.current?.focus();
        // A new day may bring other communes: they are looked at before the work goes on.
        if (typed.date !== from || catalogue.loading) return;
        if (chosen.length === 0) setMissing(true);
        else onNext({ level, valid_from: from, commune_codes: chosen.map((one) => one.code) });
      }}
    >
      <Box>
        <Typography id="level" variant="h3" component="h2">
          Cấp của cơ quan
        </Typography>
        <RadioGroup
          row
          aria-labelledby="level"
          value={level}
          onChange={(_, value) => setLevel(value === 'commune' ? 'commune' : 'district')}
        >
          <FormControlLabel value="district" control={<Radio autoFocus />} label={officeLevels.district} />
          <FormControlLabel value="commune" control={<Radio />} label={officeLevels.commune} />
        </RadioGroup>
      </Box>
      <TextField
        inputRef={date}
        label="Lập sổ từ ngày"
        defaultValue={formatDate(from)}
        onBlur={(event) => readDate(event.target.value)}
        error={dateError !== ''}
        helperText={
          dateError || 'Địa bàn và tên cơ quan lấy như vào ngày này; nhập sổ các năm trước thì lùi ngày lại.'
        }
        sx={{ maxWidth: 560 }}
      />
      <Box role="group" aria-labelledby="communes">
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 4, mb: 1 }}>
          <Typography id="communes" variant="h3" component="h2">
            Các xã, thị trấn phụ trách
          </Typography>
          <Button
            size="small"
            onClick={() => {
              setMissing(false);
              setCodes(all ? new Set() : new Set(communes.map((one) => one.code)));
            }}
          >
            {all ? 'Bỏ chọn tất cả' : 'Chọn tất cả'}
          </Button>
          <Typography color="textSecondary" role="status">
            Đã chọn {formatNumber(chosen.length)} xã, thị trấn, {formatNumber(villages)} bản, khối
          </Typography>
        </Box>
        <FailureNotice failure={catalogue.failure}>
          <Button variant="outlined" onClick={catalogue.reload}>
            Thử lại
          </Button>
        </FailureNotice>
        <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)', columnGap: 4 }}>
          {communes.map((one) => (
            <FormControlLabel
              key={one.code}
              control={<Checkbox checked={codes.has(one.code)} onChange={() => toggle(one.code)} />}
              label={`${one.type} ${one.name}`}
              sx={{ height: 36, textTransform: 'none' }}
            />
          ))}
        </Box>
        {missing && (
          <Typography role="alert" color="error" sx={{ mt: 2 }}>
            Hãy chọn ít nhất một xã, thị trấn.
          </Typography>
        )}
      </Box>
    </StepFrame>
  );
}
