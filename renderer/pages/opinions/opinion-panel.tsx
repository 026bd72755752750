import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ShownRecord } from '../../../shared/api/records.ts';
import { nextStep, stepsFrom, type TakenStep } from '../../../shared/records/opinion-flow.ts';
import { opinionSteps } from '../../../shared/records/opinion-step.ts';
import type { OpinionStatus } from '../../../shared/records/opinion.ts';
import { kindOf } from '../../../shared/records/index.ts';
import { useCall } from '../../app/data.ts';
import { useKeys } from '../../app/keys.tsx';
import { useMay } from '../../app/session.tsx';
import { call } from '../../client.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { ReasonQuestion } from '../../records/reason-question.tsx';
import { Attachments } from '../../records/attachments/attachments.tsx';
import { RecordHistory } from '../../records/record-history.tsx';
import { RecordValues } from '../../records/record-values.tsx';
import { SidePanel } from '../../records/side-panel.tsx';
import { UndoBar } from '../../records/undo-bar.tsx';
import { useUndo } from '../../records/use-undo.ts';
import { capital, showField } from '../../records/value.ts';
import { CorrectForm } from './correct-form.tsx';
import { KeepSpeaker } from './keep-speaker.tsx';
import { SpeakerPart } from './speaker-part.tsx';
import { StepForm } from './step-form.tsx';
import { StepList } from './step-list.tsx';

interface Props {
  readonly id: number;
  /** Opens with the form of the usual next step. */
  readonly stepping: boolean;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

type Doing = { readonly step: TakenStep } | 'correcting' | 'naming' | 'undoing' | 'voiding' | 'next' | null;

const kind = kindOf('opinion');
/** Said above already, or not for reading. */
const elsewhere = ['position', 'awaiting', 'forum_id', 'content'];
const nameGoes = 'Họ tên, địa chỉ người chờ trả lời bị xóa hẳn; phục hồi ý kiến cũng không lấy lại được.';
const nameGone = 'Họ tên, địa chỉ người chờ trả lời đã xóa hẳn, phải ghi lại.';

/** What the flow looks at, as the page has it. */
function stateOf(opinion: ShownRecord) {
  const replied = opinion['replied_on'];
  return {
    status: opinion['status'] as OpinionStatus,
    reply_wanted: opinion['reply_wanted'] === true,
    replied_on: typeof replied === 'string' ? replied : null,
  };
}

/** An opinion beside the board: what was said, its steps, and the step that comes next. */
export function OpinionPanel({ id, stepping, onClose, onChanged }: Props) {
  const [round, setRound] = useState(0);
  const [doing, setDoing] = useState<Doing>(stepping ? 'next' : null);
  const [history, setHistory] = useState(false);
  const page = useCall('opinions.page', { id }, { deps: [round] });
  const changed = () => {
    setDoing(null);
    setRound((before) => before + 1);
    onChanged();
  };
  const told = useUndo(changed);
  const mayWrite = useMay('records.write');
  const shown = page.value?.opinion.id === id ? page.value : undefined;
  const opinion = shown?.opinion;
  const next = opinion && mayWrite && opinion.voided_at === null ? nextStep(stateOf(opinion)) : null;
  useKeys([
    {
      key: 'F2',
      label: next ? capital(opinionSteps[next]) : 'Bước tiếp theo',
      // Until what was just saved is read again, the next step would be the one that was taken.
      when: next !== null && doing === null && !page.loading,
      run: () => setDoing('next'),
    },
  ]);
  if (!shown || !opinion)
    return (
      <SidePanel title="Ý kiến" onClose={onClose}>
        <FailureNotice failure={page.failure} />
      </SidePanel>
    );
  const open = opinion.voided_at === null && mayWrite;
  const step = doing === 'next' ? next : doing !== null && typeof doing === 'object' ? doing.step : null;
  const others = open ? stepsFrom(stateOf(opinion)).filter((one) => one !== next) : [];
  const { version } = opinion;
  const lastStep = shown.steps.at(-1)?.['step'];
  const finished = opinion['status'] === 'closed' || opinion['status'] === 'transferred';
  const mayName = open && !finished && !shown.has_speaker && opinion['replied_on'] === null;
  return (
    <SidePanel
      title={`Ý kiến ${showField(kind, 'position', opinion)}`}
      detail={opinion.names['forum_id']}
      onClose={onClose}
    >
      <UndoBar state={told} />
      {opinion.voided_at !== null && `Đã hủy: ${opinion.void_reason ?? ''}`}
      {doing !== 'correcting' && (
        <Typography sx={{ overflowWrap: 'anywhere' }}>
          {showField(kind, 'content', opinion) || 'Đã chuyển quy trình khác.'}
        </Typography>
      )}
      {doing === 'naming' && (
        <KeepSpeaker
          opinion={opinion}
          onDone={() => {
            told.done('Đã ghi người cần trả lời.');
            changed();
          }}
          onCancel={() => setDoing(null)}
        />
      )}
      {step && (
        <StepForm
          key={`${step}${version}`}
          opinion={opinion}
          step={step}
          hasSpeaker={shown.has_speaker}
          onDone={(text) => {
            told.done(text);
            changed();
          }}
          onCancel={() => setDoing(null)}
        />
      )}
      {doing === 'undoing' && (
        <ReasonQuestion
          question={lastStep === 'send_reply' ? `Hoàn tác bước cuối? ${nameGone}` : 'Hoàn tác bước cuối?'}
          confirm="Hoàn tác bước"
          onConfirm={async (reason) => {
            await call('opinions.undo_step', { id, version, reason });
            told.done('Đã hoàn tác bước cuối.');
            changed();
          }}
          onCancel={() => setDoing(null)}
        />
      )}
      {doing === 'voiding' && (
        <ReasonQuestion
          danger
          question={shown.has_speaker ? `Hủy ý kiến nhập nhầm này? ${nameGoes}` : 'Hủy ý kiến nhập nhầm này?'}
          confirm="Hủy ý kiến"
          onConfirm={async (reason) => {
            const after = await call('opinions.void', { id, version, reason });
            told.done('Đã hủy.', () =>
              call('opinions.restore', { id, version: after.version, reason: 'hoàn tác' }),
            );
            changed();
          }}
          onCancel={() => setDoing(null)}
        />
      )}
      {doing === null && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
          {next && (
            <Button variant="contained" onClick={() => setDoing('next')}>
              {capital(opinionSteps[next])} (F2)
            </Button>
          )}
          {others.map((one) => (
            <Button key={one} variant="outlined" onClick={() => setDoing({ step: one })}>
              {capital(opinionSteps[one])}
            </Button>
          ))}
          {open && shown.steps.length > 1 && opinion['status'] !== 'transferred' && (
            <Button variant="outlined" onClick={() => setDoing('undoing')}>
              Hoàn tác bước cuối
            </Button>
          )}
          {open && opinion['status'] !== 'transferred' && (
            <Button variant="outlined" onClick={() => setDoing('correcting')}>
              Sửa
            </Button>
          )}
          {mayName && (
            <Button variant="outlined" onClick={() => setDoing('naming')}>
              Ghi người cần trả lời
            </Button>
          )}
          {open && (
            <Button variant="outlined" color="error" onClick={() => setDoing('voiding')}>
              Hủy
            </Button>
          )}
          <Button variant="outlined" aria-expanded={history} onClick={() => setHistory((before) => !before)}>
            Lịch sử
          </Button>
        </Box>
      )}
      {shown.has_speaker && <SpeakerPart key={id} id={id} />}
      {history && <RecordHistory kind="opinion" id={id} round={round} />}
      {doing === 'correcting' ? (
        <CorrectForm
          key={version}
          page={shown}
          onDone={() => {
            told.done('Đã lưu thay đổi.');
            changed();
          }}
          onCancel={() => setDoing(null)}
        />
      ) : (
        <RecordValues kind={kind} record={opinion} without={elsewhere} />
      )}
      <StepList steps={shown.steps} />
      {opinion['status'] !== 'transferred' && step !== 'transfer' && (
        <Attachments kind="opinion" id={id} voided={opinion.voided_at !== null} />
      )}
    </SidePanel>
  );
}
