import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { CallOutput } from '../../../shared/api.ts';
import { roleLabels, type Role } from '../../../shared/rights.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { useCall, useJob } from '../../app/data.ts';
import { useOffice } from '../../app/session.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { JobProgressBar } from '../../components/job-progress-bar.tsx';
import { momentInWords } from '../../components/words.ts';
import { folderOf, type BackupPlace } from './place.ts';
import { RestoreProof } from './restore-proof.tsx';
import { usersAfter, type PresentOffice } from './users-after.ts';

type Preview = CallOutput<'backup.preview'>;

interface Props {
  readonly place: BackupPlace;
  /** The backup's file name. */
  readonly name: string;
  readonly onBack: () => void;
  readonly onRestored: (restored: CallOutput<'backup.restore'>) => void;
}

/** When, by whom, how many records, what would change, whose passwords open it; then the proof and the work. */
export function RestorePreview({ place, name, onBack, onRestored }: Props) {
  const where = { ...folderOf(place), name };
  const { value, failure, reload } = useCall('backup.preview', where);
  const job = useJob('backup.restore');
  const state = useOffice().status?.state;
  const bare = state === 'fresh';
  if (failure)
    return (
      <FailureNotice failure={failure}>
        <Button variant="outlined" onClick={reload}>
          Đọc lại
        </Button>
        <Button variant="outlined" onClick={onBack}>
          Chọn bản khác
        </Button>
      </FailureNotice>
    );
  if (!value) return <Typography role="status">Đang đọc bản sao lưu…</Typography>;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
      <About preview={value} present={bare ? 'none' : state === 'trouble' ? 'broken' : 'works'} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 6 }}>
        <Changes changes={value.changes} bare={bare} />
        <Box sx={{ flex: '1 1 400px', display: 'flex', flexDirection: 'column', gap: 4 }}>
          <RestoreProof
            preview={value}
            busy={job.running}
            onBack={onBack}
            onRestore={(proof) =>
              void job.run({ ...where, ...proof }).then((restored) => restored && onRestored(restored))
            }
          />
          {job.running && <JobProgressBar progress={job.progress} onCancel={job.cancel} />}
          {job.cancelled && <Typography role="status">Đã dừng. Dữ liệu hiện tại còn nguyên.</Typography>}
          <FailureNotice failure={job.failure} />
        </Box>
      </Box>
    </Box>
  );
}

function About({ preview, present }: { readonly preview: Preview; readonly present: PresentOffice }) {
  const { manifest, newer_program } = preview;
  const role = roleLabels[manifest.made_by_role as Role] ?? manifest.made_by_role;
  return (
    <Box>
      <Typography variant="h2">Bản sao lưu lúc {momentInWords(manifest.made_at)}</Typography>
      <Typography sx={{ mt: 1 }}>
        {manifest.office_name} · người chép: {role} · phiên bản chương trình {manifest.program_version}
      </Typography>
      <Typography sx={{ mt: 1 }}>{usersAfter(preview, present)}</Typography>
      {newer_program && (
        <Typography role="alert" color="error" sx={{ mt: 1 }}>
          Bản này do chương trình mới hơn tạo ra. Hãy cài phiên bản {manifest.program_version} trở lên rồi làm
          lại.
        </Typography>
      )}
    </Box>
  );
}

interface ChangesProps {
  readonly changes: Preview['changes'];
  /** Nothing is on this machine yet: there is nothing to compare with. */
  readonly bare: boolean;
}

function Changes({ changes, bare }: ChangesProps) {
  const shown = changes.filter(({ backup, now }) => backup > 0 || (now ?? 0) > 0);
  return (
    <Table size="small" sx={{ width: 'auto', flex: '0 1 auto', alignSelf: 'start' }}>
      <TableHead>
        <TableRow>
          <TableCell>Nội dung</TableCell>
          <TableCell align="right">Trong bản sao lưu</TableCell>
          {!bare && <TableCell align="right">Hiện có</TableCell>}
          {!bare && <TableCell align="right">Thay đổi</TableCell>}
        </TableRow>
      </TableHead>
      <TableBody>
        {shown.map(({ title, backup, now }) => (
          <TableRow key={title}>
            <TableCell sx={{ height: 30, py: 0.5 }}>{title}</TableCell>
            <TableCell align="right">{formatNumber(backup)}</TableCell>
            {!bare && <TableCell align="right">{now === null ? '—' : formatNumber(now)}</TableCell>}
            {!bare && (
              <TableCell align="right" sx={{ fontWeight: now !== null && backup !== now ? 600 : 400 }}>
                {now === null || backup === now
                  ? '—'
                  : `${backup > now ? '+' : '−'}${formatNumber(Math.abs(backup - now))}`}
              </TableCell>
            )}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
