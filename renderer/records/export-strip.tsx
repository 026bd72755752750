import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import type { CallInput, CallOutput } from '../../shared/api.ts';
import { toFailure, type Failure } from '../../shared/failure.ts';
import { formatNumber } from '../../shared/vietnamese/numbers.ts';
import { useJob } from '../app/data.ts';
import { useKeys } from '../app/keys.tsx';
import { call } from '../client.ts';
import { FailureNotice } from '../components/failure-notice.tsx';
import { JobProgressBar } from '../components/job-progress-bar.tsx';
import { returnFocus } from './enter-walk.ts';
import { hasChoice, LeavingChoices, ordinary, useLeavingLabels } from './leaving-choices.tsx';

/** A list as it stands on the screen. */
export type ListQuestion = Pick<CallInput<'exports.xlsx'>, 'kind' | 'filter' | 'sort'>;

interface Props {
  readonly question: ListQuestion;
  readonly onClose: () => void;
}

type Made = CallOutput<'exports.xlsx'>;
type End = { readonly saved: string | null } | { readonly failure: Failure };

/** "Xuất Excel" above a list: what may leave, progress, and where the file went. Esc closes it or stops the work. */
export function ExportStrip({ question, onClose }: Props) {
  const strip = useRef<HTMLElement>(null);
  useEffect(() => {
    strip.current?.querySelector<HTMLElement>('input, button')?.focus();
    return returnFocus(strip.current);
  }, []);
  const labels = useLeavingLabels(question.kind, false);
  const [leaving, setLeaving] = useState(ordinary);
  const [made, setMade] = useState<Made | null>(null);
  const [end, setEnd] = useState<End | null>(null);
  const job = useJob('exports.xlsx');
  const save = async ({ document_id, file_name }: Made) => {
    try {
      setEnd({ saved: (await call('documents.save', { document_id, file_name })).saved_as });
    } catch (error) {
      setEnd({ failure: toFailure(error) });
    }
  };
  const start = async () => {
    const done = await job.run({ ...question, ...leaving });
    setMade(done);
    if (done) await save(done);
  };
  useKeys([
    { key: 'Escape', label: job.running ? 'Dừng xuất' : 'Đóng', run: job.running ? job.cancel : onClose },
  ]);
  return (
    <Paper
      variant="outlined"
      component="section"
      ref={strip}
      aria-label="Xuất Excel"
      sx={{ p: 3, mb: 3, display: 'flex', flexDirection: 'column', gap: 2 }}
    >
      {job.running && (
        <JobProgressBar progress={job.progress} waiting="Đang xuất ra Excel…" onCancel={job.cancel} />
      )}
      {!job.running && made === null && (
        <Box
          component="form"
          onSubmit={(event) => {
            event.preventDefault();
            void start();
          }}
          sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}
        >
          {hasChoice(labels) && <LeavingChoices labels={labels} value={leaving} onChange={setLeaving} />}
          <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
            <Button type="submit" variant="contained">
              Xuất danh sách này
            </Button>
            <Button variant="outlined" onClick={onClose}>
              Thôi
            </Button>
            <Typography color="textSecondary">Việc xuất được ghi vào nhật ký.</Typography>
          </Box>
        </Box>
      )}
      <FailureNotice failure={job.failure} onClose={job.clear} />
      {job.cancelled && <Typography role="status">Đã dừng, chưa xuất tệp nào.</Typography>}
      {made && end && <Outcome made={made} end={end} onSave={() => void save(made)} onClose={onClose} />}
    </Paper>
  );
}

interface OutcomeProps {
  readonly made: Made;
  readonly end: End;
  readonly onSave: () => void;
  readonly onClose: () => void;
}

/** Where the file went; where it went nowhere, it is still there to be saved. */
function Outcome({ made, end, onSave, onClose }: OutcomeProps) {
  if ('saved' in end && end.saved !== null)
    return (
      <Alert severity="success" role="status" onClose={onClose} closeText="Đóng thông báo">
        Đã xuất {formatNumber(made.rows)} dòng, lưu ở: {end.saved}
      </Alert>
    );
  return (
    <>
      {'failure' in end ? (
        <FailureNotice failure={end.failure} />
      ) : (
        <Typography role="status">Đã xuất {formatNumber(made.rows)} dòng nhưng chưa lưu vào đâu.</Typography>
      )}
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button variant="contained" onClick={onSave} autoFocus>
          Chọn nơi lưu…
        </Button>
        <Button variant="outlined" onClick={onClose}>
          Bỏ
        </Button>
      </Box>
    </>
  );
}
