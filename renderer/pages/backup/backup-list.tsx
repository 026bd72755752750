import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { useCall } from '../../app/data.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { bytesInWords, momentInWords } from '../../components/words.ts';
import { causeWords, folderOf, type BackupPlace, type ListedBackup } from './place.ts';

interface Props {
  readonly place: BackupPlace;
  /** Buttons of one backup. */
  readonly action: string;
  readonly onAction: (backup: ListedBackup) => void;
  readonly secondAction?: string;
  readonly onSecondAction?: (backup: ListedBackup) => void;
  readonly disabled?: boolean;
}

/** The backups that lie at a place, newest first. */
export function BackupList({
  place,
  action,
  onAction,
  secondAction,
  onSecondAction,
  disabled = false,
}: Props) {
  const { value, failure, loading, reload } = useCall('backup.list', folderOf(place));
  if (failure)
    return (
      <FailureNotice failure={failure}>
        <Button variant="outlined" onClick={reload}>
          Đọc lại
        </Button>
      </FailureNotice>
    );
  if (!value) return <Typography role="status">{loading ? 'Đang đọc danh sách…' : ''}</Typography>;
  if (value.length === 0)
    return <Typography>Ở đây chưa có bản sao lưu nào của Ba Yên. Hãy chọn nơi khác.</Typography>;
  return (
    <Box
      component="ul"
      sx={{ m: 0, p: 0, listStyle: 'none', maxHeight: 320, overflowY: 'auto' }}
      tabIndex={-1}
    >
      {[...value]
        .sort((a, b) => b.made_at.localeCompare(a.made_at))
        .map((backup) => (
          <Box
            component="li"
            key={backup.name}
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 3,
              minHeight: 44,
              py: 1,
              borderTop: 1,
              borderColor: 'divider',
            }}
          >
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Typography sx={{ fontWeight: 500 }}>{momentInWords(backup.made_at)}</Typography>
              <Typography variant="body2" color="textSecondary">
                {formatNumber(backup.records)} bản ghi · {bytesInWords(backup.bytes)} ·{' '}
                {causeWords[backup.cause]} · {backup.office_name}
                {!backup.complete && ' · thiếu tệp, không dùng được'}
              </Typography>
            </Box>
            {secondAction && (
              <Button disabled={disabled || !backup.complete} onClick={() => onSecondAction?.(backup)}>
                {secondAction}
              </Button>
            )}
            <Button
              variant="outlined"
              disabled={disabled || !backup.complete}
              aria-label={`${action}: ${momentInWords(backup.made_at)}`}
              onClick={() => onAction(backup)}
            >
              {action}
            </Button>
          </Box>
        ))}
    </Box>
  );
}
