import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import type { BatchForm } from '../../../shared/api/batches.ts';
import type { PledgeForm } from '../../../shared/api/pledge-form.ts';
import { signatureModes } from '../../../shared/records/pledge.ts';
import { formatBirth } from '../../../shared/vietnamese/birth.ts';
import { formatDate } from '../../../shared/vietnamese/dates.ts';
import { rowKey } from '../../entry/desk-view.ts';
import type { QueuedForm } from '../../entry/save-queue.ts';

interface LineProps {
  readonly form: Pick<PledgeForm, 'form_number' | 'head_name' | 'birth' | 'signature_mode' | 'signed_on'>;
  /** Under the line: why it is there, what is wrong with it. */
  readonly told: readonly string[];
  readonly tone: 'plain' | 'late' | 'wrong';
  readonly chosen?: boolean;
  readonly onOpen?: (() => void) | undefined;
}

const sign = { plain: '', late: '⚠', wrong: '✕' } as const;
const toneColour = { plain: 'text.primary', late: 'warning.main', wrong: 'error.main' } as const;

function FormLine({ form, told, tone, chosen = false, onOpen }: LineProps) {
  const how = signatureModes[form.signature_mode] + (form.signed_on ? ` ${formatDate(form.signed_on)}` : '');
  return (
    <Box component="li" sx={{ borderBottom: 1, borderColor: 'divider' }}>
      <ButtonBase
        tabIndex={-1}
        disabled={!onOpen}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onOpen?.()}
        sx={{
          width: '100%',
          minHeight: 32,
          px: 2,
          display: 'grid',
          gridTemplateColumns: '36px minmax(0, 1fr) auto',
          font: 'inherit',
          columnGap: 2,
          textAlign: 'left',
          bgcolor: chosen ? 'soft' : 'transparent',
          '&.Mui-disabled': { opacity: 1 },
        }}
      >
        <Box sx={{ fontVariantNumeric: 'tabular-nums', fontWeight: 600, textAlign: 'right' }}>
          {form.form_number}
        </Box>
        <Box sx={{ whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' }}>
          {form.head_name}
          <Box component="span" sx={{ color: 'text.secondary', fontSize: 14 }}>
            {' '}
            · {formatBirth(form.birth)}
          </Box>
        </Box>
        <Box sx={{ fontSize: 13, color: 'text.secondary', whiteSpace: 'nowrap' }}>{how}</Box>
      </ButtonBase>
      {told.length > 0 && (
        <Box sx={{ pl: '52px', pr: 2, pb: 1, fontSize: 13, fontWeight: 500, color: toneColour[tone] }}>
          {sign[tone]} {told.join(' ')}
        </Box>
      )}
    </Box>
  );
}

const stateWords = {
  checking: 'Đang kiểm tra…',
  waiting: 'Đang chờ lưu…',
  saving: 'Đang lưu…',
} as const;

function queuedTold(queued: QueuedForm): string {
  if (queued.state === 'failed') return `Chưa lưu được: ${queued.failure?.text ?? ''} F9 để sửa và lưu lại.`;
  if (queued.state === 'held') {
    return `Chưa lưu: ${queued.warnings.map(({ text }) => text).join(' ')} F9 để xem lại.`;
  }
  return stateWords[queued.state];
}

interface RowsProps {
  readonly rows: readonly BatchForm[];
  readonly queued: readonly QueuedForm[];
  readonly editing: BatchForm | null;
  readonly onOpenRow: (row: BatchForm) => void;
  readonly onOpenQueued: (key: number) => void;
}

/** What a repeat says under its line. */
function repeatTold({ conflict }: BatchForm): string {
  return conflict
    ? 'Trùng tờ đã nhập nhưng khác ngày ký hoặc hình thức: không lưu lần hai; cần đối chiếu.'
    : 'Trùng tờ đã nhập: không lưu lần hai, vẫn tính vào số tờ trên bìa.';
}

/** The last forms of the batch: those on their way or sent back first, then the saved ones, newest first. */
export function FormRows({ rows, queued, editing, onOpenRow, onOpenQueued }: RowsProps) {
  return (
    <Box
      component="ol"
      aria-label="Các tờ vừa nhập"
      sx={{ m: 0, p: 0, listStyle: 'none', overflow: 'auto', flex: 1 }}
    >
      {[...queued].reverse().map((one) => {
        const back = one.state === 'failed' || one.state === 'held';
        return (
          <FormLine
            key={`q${one.key}`}
            form={one.form}
            told={[queuedTold(one)]}
            tone={one.state === 'failed' ? 'wrong' : one.state === 'held' ? 'late' : 'plain'}
            onOpen={back ? () => onOpenQueued(one.key) : undefined}
          />
        );
      })}
      {rows.map((row) => (
        <FormLine
          key={rowKey(row)}
          form={row}
          told={row.repeat ? [repeatTold(row)] : row.warnings}
          tone={row.repeat || row.warnings.length > 0 ? 'late' : 'plain'}
          chosen={editing !== null && rowKey(editing) === rowKey(row)}
          onOpen={() => onOpenRow(row)}
        />
      ))}
    </Box>
  );
}
