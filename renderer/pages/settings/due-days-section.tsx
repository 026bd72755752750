import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { CallOutput } from '../../../shared/api.ts';
import { toFailure, type Failure } from '../../../shared/failure.ts';
import { useCall } from '../../app/data.ts';
import { call } from '../../client.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Section } from '../../components/section.tsx';
import { TextInput } from '../../components/text-input.tsx';

type Days = CallOutput<'opinions.due_days'>;

const labels: Readonly<Record<keyof Days, string>> = {
  accepted: 'Tiếp thu',
  assigned: 'Giao xử lý',
  escalated: 'Kiến nghị cấp trên, chuyển cơ quan khác',
};
const names = Object.keys(labels) as (keyof Days)[];

/** How many days the office gives itself to answer an opinion, by what is done with it. */
export function DueDaysSection() {
  const { value, failure } = useCall('opinions.due_days', {});
  return (
    <Section
      title="Hạn trả lời ý kiến"
      detail="Số ngày kể từ diễn đàn hoặc từ ngày giao; áp dụng cho ý kiến mới."
    >
      <FailureNotice failure={failure} />
      {value && <DaysForm days={value} />}
    </Section>
  );
}

function DaysForm({ days }: { readonly days: Days }) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [saved, setSaved] = useState(false);
  const typed = Object.fromEntries(names.map((name) => [name, String(days[name])]));
  const { register, handleSubmit, formState } = useForm<Record<string, string>>({ defaultValues: typed });
  const submit = handleSubmit(async (values) => {
    setFailure(null);
    setSaved(false);
    const number = (name: keyof Days) => Number(values[name]);
    const input = {
      accepted: number('accepted'),
      assigned: number('assigned'),
      escalated: number('escalated'),
    };
    try {
      await call('opinions.set_due_days', input);
      setSaved(true);
    } catch (error) {
      setFailure(toFailure(error));
    }
  });
  const fits = (text: string | undefined) =>
    (/^\d{1,3}$/.test(text?.trim() ?? '') && Number(text) >= 1 && Number(text) <= 365) ||
    'Từ 1 đến 365 ngày.';
  return (
    <Box
      component="form"
      noValidate
      autoComplete="off"
      onSubmit={(event) => void submit(event)}
      sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}
    >
      {names.map((name) => (
        <TextInput
          key={name}
          field={register(name, { validate: fits })}
          label={labels[name]}
          numeric
          error={formState.errors[name]?.message}
        />
      ))}
      <Box sx={{ display: 'flex', gap: 3, alignItems: 'center' }}>
        <Button type="submit" variant="contained" disabled={formState.isSubmitting}>
          Lưu hạn trả lời
        </Button>
        <Typography role="status" color="primary">
          {saved ? 'Đã lưu.' : ''}
        </Typography>
      </Box>
      <FailureNotice failure={failure} />
    </Box>
  );
}
