import Box from '@mui/material/Box';
import { useForm } from 'react-hook-form';
import { formatDate } from '../../../shared/vietnamese/dates.ts';
import { TextInput } from '../../components/text-input.tsx';
import type { AgencyAnswers, Answers } from './answers.ts';
import { StepFrame } from './step-frame.tsx';

interface Props {
  readonly answers: Answers;
  readonly onBack: () => void;
  readonly onNext: (agency: AgencyAnswers) => void;
}

const required = { required: 'Cần nhập mục này.' };

/** The lines at the head of every document, its place, and who signs; all apply from a day on. */
export function AgencyStep({ answers, onBack, onNext }: Props) {
  const { register, handleSubmit, formState } = useForm({
    defaultValues: answers.agency,
  });
  const { errors } = formState;
  const submit = handleSubmit((typed) => onNext({ ...typed, valid_from: answers.agency.valid_from }));
  return (
    <StepFrame
      title="Cơ quan và người ký"
      detail={`In ở đầu và cuối văn bản từ ngày ${formatDate(answers.agency.valid_from)}. Khi có thay đổi, ghi thêm ở trang Cơ quan và người ký.`}
      next="Tiếp tục"
      onBack={onBack}
      onSubmit={(event) => void submit(event)}
    >
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 5 }}>
        <TextInput
          field={register('parent_agency', required)}
          label="Cơ quan chủ quản"
          placeholder="CÔNG AN TỈNH NGHỆ AN"
          hint="Dòng trên, viết như trên văn bản"
          error={errors.parent_agency?.message}
          autoFocus
        />
        <TextInput
          field={register('own_agency', required)}
          label="Cơ quan ban hành"
          placeholder="CÔNG AN HUYỆN KỲ SƠN"
          hint="Dòng dưới, in đậm"
          error={errors.own_agency?.message}
        />
        <TextInput
          field={register('place_name', required)}
          label="Địa danh"
          placeholder="Kỳ Sơn"
          hint="Trước ngày tháng của văn bản"
          error={errors.place_name?.message}
        />
        <TextInput
          field={register('signer_title', required)}
          label="Chức vụ người ký"
          placeholder="TRƯỞNG CÔNG AN HUYỆN"
          error={errors.signer_title?.message}
        />
        <TextInput
          field={register('signer_rank')}
          label="Cấp bậc người ký"
          placeholder="Thượng tá"
          error={errors.signer_rank?.message}
        />
        <TextInput
          field={register('signer_name', required)}
          label="Họ tên người ký"
          error={errors.signer_name?.message}
        />
      </Box>
    </StepFrame>
  );
}
