import DescriptionOutlined from '@mui/icons-material/DescriptionOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Attachment } from '../../../shared/api/attachments.ts';
import { call } from '../../client.ts';
import { PhotoStage } from './photo-stage.tsx';
import { ReasonQuestion } from '../reason-question.tsx';
import { describe } from './words.ts';
import { useImage } from './use-bytes.ts';

/** Larger images are opened only when asked for. */
const mostPreviewBytes = 12_000_000;
const side = 56;

function Preview({ file }: { readonly file: Attachment }) {
  const isImage = file.media_type !== 'application/pdf';
  const { source } = useImage(file.id, !isImage || file.missing || file.byte_count > mostPreviewBytes);
  if (source === null) return <DescriptionOutlined color={file.missing ? 'disabled' : 'action'} />;
  return (
    <img
      src={source}
      alt=""
      width={side}
      height={side}
      style={{ objectFit: 'cover', borderRadius: 4, display: 'block' }}
    />
  );
}

interface Props {
  readonly file: Attachment;
  readonly mayVoid: boolean;
  /** Whether it may be said of this photo if it shows the time before or after. */
  readonly mayStage: boolean;
  readonly onOpen: () => void;
  readonly onChanged: () => void;
}

/** One attachment in the list: small, with what it is; opened large, voided with a reason, restored. */
export function AttachmentRow({ file, mayVoid, mayStage, onOpen, onChanged }: Props) {
  const [asking, setAsking] = useState(false);
  const voided = file.voided_at !== null;
  const change = async (reason: string) => {
    const { id, version } = file;
    await call(voided ? 'attachments.restore' : 'attachments.void', { id, version, reason });
    setAsking(false);
    onChanged();
  };
  return (
    <Box component="li" sx={{ py: 2, borderBottom: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3 }}>
        <ButtonBase
          aria-label={`Mở ${file.file_name}`}
          onClick={onOpen}
          sx={{ width: side, height: side, flex: 'none', border: 1, borderColor: 'divider', borderRadius: 1 }}
        >
          <Preview file={file} />
        </ButtonBase>
        <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
          <Typography sx={{ fontWeight: 500, textDecoration: voided ? 'line-through' : 'none' }}>
            {file.file_name}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            {describe(file)}
          </Typography>
          {file.missing && (
            <Typography variant="body2" color="error" role="alert">
              Thiếu tệp trong thư mục dữ liệu. Hãy khôi phục từ bản sao lưu, hoặc hủy rồi thêm lại từ giấy.
            </Typography>
          )}
          {mayStage && !voided && file.media_type !== 'application/pdf' && (
            <PhotoStage file={file} onChanged={onChanged} />
          )}
          {voided && <Typography variant="body2">Đã hủy: {file.void_reason}</Typography>}
        </Box>
        {mayVoid && !asking && (
          <Button
            size="small"
            color={voided ? 'primary' : 'error'}
            aria-label={`${voided ? 'Khôi phục' : 'Hủy'} tệp ${file.file_name}`}
            onClick={() => setAsking(true)}
          >
            {voided ? 'Khôi phục' : 'Hủy'}
          </Button>
        )}
      </Box>
      {asking && (
        <Box sx={{ mt: 2 }}>
          <ReasonQuestion
            danger={!voided}
            question={voided ? 'Khôi phục tệp này?' : 'Hủy tệp này? Tệp vẫn còn và có thể khôi phục.'}
            confirm={voided ? 'Khôi phục tệp' : 'Hủy tệp'}
            onConfirm={change}
            onCancel={() => setAsking(false)}
          />
        </Box>
      )}
    </Box>
  );
}
