import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { RefObject } from 'react';

/** The two inputs; they lie outside of the form's values, so that no draft ever holds them. */
export interface SpeakerRefs {
  readonly name: RefObject<HTMLInputElement | null>;
  readonly address: RefObject<HTMLInputElement | null>;
}

interface Props {
  readonly wanted: boolean;
  readonly onWanted: (wanted: boolean) => void;
  readonly refs: SpeakerRefs;
}

/** In the form's own grid: name and address, only where the person wants a written answer. */
export function SpeakerInputs({ wanted, onWanted, refs }: Props) {
  return (
    <>
      <FormControlLabel
        label="Người nêu cần trả lời bằng văn bản"
        control={<Checkbox checked={wanted} onChange={(_event, checked) => onWanted(checked)} />}
        sx={{ alignSelf: 'start', mr: 0, minHeight: 38 }}
      />
      {wanted && (
        <Box sx={{ gridColumn: '1 / -1', display: 'flex', flexDirection: 'column', gap: 3 }}>
          <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3 }}>
            <TextField
              label="Họ tên người nêu"
              required
              inputRef={refs.name}
              slotProps={{ htmlInput: { maxLength: 120, spellCheck: false } }}
            />
            <TextField
              label="Địa chỉ nhận văn bản"
              required
              inputRef={refs.address}
              slotProps={{ htmlInput: { maxLength: 300, spellCheck: false } }}
            />
          </Box>
          <Typography variant="body2" color="textSecondary">
            Được mã hóa bằng khóa riêng, chỉ người trả lời xem được, mỗi lần xem đều ghi nhật ký; xóa khi đã
            gửi văn bản (bản sao lưu có từ trước vẫn giữ, đã mã hóa).
          </Typography>
        </Box>
      )}
    </>
  );
}
