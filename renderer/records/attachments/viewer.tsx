import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import Typography from '@mui/material/Typography';
import { lazy, Suspense, useId } from 'react';
import type { Attachment } from '../../../shared/api/attachments.ts';
import { useKeys } from '../../app/keys.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { describe } from './words.ts';
import { useImage } from './use-bytes.ts';

const PdfView = lazy(() => import('./pdf-view.tsx'));

function LargeImage({ file }: { readonly file: Attachment }) {
  const { source, failure } = useImage(file.id);
  if (failure) return <FailureNotice failure={failure} />;
  return (
    source && (
      <Box
        component="img"
        src={source}
        alt={file.file_name}
        sx={{ maxWidth: '100%', maxHeight: '100%', m: 'auto', objectFit: 'contain' }}
      />
    )
  );
}

interface Props {
  readonly file: Attachment;
  readonly onClose: () => void;
}

/** An attachment as large as the window allows; Esc goes back to the record. */
export function AttachmentViewer({ file, onClose }: Props) {
  const title = useId();
  useKeys([{ key: 'Escape', label: 'Đóng tệp', run: onClose }]);
  return (
    <Dialog open fullScreen onClose={onClose} aria-labelledby={title}>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 4,
          px: 5,
          py: 3,
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
          <Typography variant="h2" id={title}>
            {file.file_name}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            {describe(file)}
          </Typography>
        </Box>
        <Button variant="outlined" onClick={onClose} autoFocus>
          Đóng
        </Button>
      </Box>
      <Box sx={{ flex: 1, minHeight: 0, p: 4, display: 'flex', bgcolor: 'background.default' }}>
        {file.media_type === 'application/pdf' ? (
          <Suspense fallback={null}>
            <PdfView id={file.id} />
          </Suspense>
        ) : (
          <LargeImage file={file} />
        )}
      </Box>
    </Dialog>
  );
}
