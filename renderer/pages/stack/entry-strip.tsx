import Box from '@mui/material/Box';
import type { BatchForm } from '../../../shared/api/batches.ts';
import type { DeskView } from '../../entry/desk-view.ts';
import type { Sheet } from '../../entry/draft.ts';

/** What Ctrl+U takes back. */
export type Undoable =
  | { readonly type: 'discarded'; readonly sheet: Sheet }
  | { readonly type: 'voided'; readonly row: BatchForm };

function stripText(view: DeskView, undoable: Undoable | null): { text: string; late: boolean } {
  const { editing, restored, warnings } = view;
  if (view.needsReason) {
    return { text: 'Đợt cam kết đã khóa: tờ chỉ được lưu khi có lý do. Ctrl+G để ghi lý do.', late: true };
  }
  if (editing?.repeat) {
    return {
      text: `Tờ trùng số ${editing.form_number}: chỉ xem. Ctrl+D hủy, Esc về tờ đang nhập.`,
      late: true,
    };
  }
  if (editing) {
    return {
      text: `Đang xem tờ số ${editing.form_number} đã lưu. Sửa rồi Ctrl+Enter; Esc để thôi.`,
      late: true,
    };
  }
  const whole = warnings.filter(({ field }) => !knownFields.has(field)).map(({ text }) => text);
  if (warnings.length > 0) {
    const tail = 'Có điều cần xem lại: ghi chú nếu cần, rồi Ctrl+Enter để lưu.';
    return { text: [...whole, tail].join(' '), late: true };
  }
  if (undoable) {
    const what =
      undoable.type === 'voided' ? `Đã hủy tờ số ${undoable.row.form_number}.` : 'Đã bỏ tờ đang nhập.';
    return { text: `${what} Ctrl+U để hoàn tác.`, late: false };
  }
  if (restored) {
    return {
      text: 'Có tờ đang nhập dở từ lần trước, đã điền lại. Nhập tiếp, hoặc Ctrl+D để bỏ.',
      late: true,
    };
  }
  return { text: '', late: false };
}

const knownFields = new Set([
  'form_number',
  'head_name',
  'birth',
  'sex',
  'ethnicity',
  'member_count',
  'signed_on',
  'reason',
  'note',
]);

/** One line above the form that says what is special about it now; its place is kept when there is nothing. */
export function EntryStrip({
  view,
  undoable,
}: {
  readonly view: DeskView;
  readonly undoable: Undoable | null;
}) {
  const { text, late } = stripText(view, undoable);
  return (
    <Box
      role="status"
      title={text}
      sx={{
        height: 30,
        mb: 2,
        px: 3,
        lineHeight: '30px',
        borderRadius: 1,
        whiteSpace: 'nowrap',
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        fontSize: 14,
        fontWeight: 500,
        ...(text !== '' && { bgcolor: late ? 'var(--amber-soft)' : 'soft' }),
        color: late ? 'warning.main' : 'text.primary',
      }}
    >
      {text}
    </Box>
  );
}
