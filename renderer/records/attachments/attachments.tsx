import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useEffect, useId, useRef, useState } from 'react';
import type { Attachment } from '../../../shared/api/attachments.ts';
import { intakeWarnings, mayReadAttachments } from '../../../shared/attachments/kinds.ts';
import type { KindName } from '../../../shared/records/index.ts';
import { useCall } from '../../app/data.ts';
import { useKeys } from '../../app/keys.tsx';
import { useMay, useSession } from '../../app/session.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { JobProgressBar } from '../../components/job-progress-bar.tsx';
import { AttachmentRow } from './attachment-row.tsx';
import { useIntake } from './use-intake.ts';
import { AttachmentViewer } from './viewer.tsx';

interface Props {
  /** The record that the attachments belong to. */
  readonly kind: KindName;
  readonly id: number;
  /** A voided record takes no more files. */
  readonly voided?: boolean;
}

/** The attachments of a record, on its page; nothing for roles that may not see them. */
export function Attachments(props: Props) {
  const { role } = useSession();
  return mayReadAttachments(props.kind, role) ? <Section {...props} /> : null;
}

function Section({ kind, id, voided = false }: Props) {
  const heading = useId();
  const [round, setRound] = useState(0);
  const [original, setOriginal] = useState(false);
  const [open, setOpen] = useState<Attachment | null>(null);
  const changed = () => setRound((before) => before + 1);
  const list = useCall('attachments.list', { owner_kind: kind, owner_id: id }, { deps: [round] });
  const intake = useIntake(kind, id, original, changed);
  const mayAdd = useMay('records.write') && !voided;
  const mayVoid = useMay('records.void');
  const section = useRef<HTMLElement>(null);
  // Below a long record what F9 brings would be out of sight.
  const show = () => section.current?.scrollIntoView({ block: 'nearest' });
  const run = () => {
    show();
    void intake.add();
  };
  const added = list.value;
  useEffect(() => {
    if (round > 0) show();
  }, [round, added, intake.refused]);
  useKeys([{ key: 'F9', label: 'Thêm tệp', run, when: mayAdd && open === null && intake.progress === null }]);
  const files = list.value ?? [];
  const standing = files.filter(({ voided_at }) => voided_at === null).length;
  return (
    <Box component="section" ref={section} aria-labelledby={heading}>
      <Typography variant="h3" id={heading} sx={{ fontSize: 16, fontWeight: 600 }}>
        Tệp đính kèm{standing > 0 && ` (${standing})`}
      </Typography>
      <FailureNotice failure={list.failure} />
      {list.value && files.length === 0 && (
        <Typography color="textSecondary" sx={{ mt: 1 }}>
          Chưa có ảnh hay bản quét nào của bản ghi này.
        </Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {files.map((file) => (
          <AttachmentRow
            key={file.id}
            file={file}
            mayVoid={mayVoid}
            mayStage={mayAdd && kind === 'house'}
            onOpen={() => setOpen(file)}
            onChanged={changed}
          />
        ))}
      </Box>
      {intake.progress && <JobProgressBar progress={intake.progress} />}
      {intake.refused.map(({ shown, failure }) => (
        <Box key={shown} sx={{ mt: 2 }}>
          <FailureNotice
            failure={{ ...failure, text: shown === '' ? failure.text : `${shown}: ${failure.text}` }}
            onClose={intake.clear}
          />
        </Box>
      ))}
      {mayAdd && (
        <Box sx={{ mt: 2 }}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 3 }}>
            <Button variant="outlined" onClick={run} disabled={intake.progress !== null}>
              Thêm ảnh, PDF
            </Button>
            <FormControlLabel
              control={
                <Checkbox
                  size="small"
                  checked={original}
                  onChange={(_event, checked) => setOriginal(checked)}
                />
              }
              label="Giữ bản gốc (không thu nhỏ)"
            />
          </Box>
          {intakeWarnings(kind).map((warning) => (
            <Typography key={warning} variant="body2" color="textSecondary">
              {warning}
            </Typography>
          ))}
        </Box>
      )}
      {open && <AttachmentViewer file={open} onClose={() => setOpen(null)} />}
    </Box>
  );
}
