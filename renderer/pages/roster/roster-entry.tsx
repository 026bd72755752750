import Box from '@mui/material/Box';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import type { Batch } from '../../../shared/api/batches.ts';
import type { NotYetReason, SignatureMode } from '../../../shared/records/pledge.ts';
import { formatDate, parseDate } from '../../../shared/vietnamese/dates.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { useKeys } from '../../app/keys.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { today } from '../../components/words.ts';
import { reasonChoices } from '../../entry/choice.ts';
import { countsLine } from '../../entry/counts.ts';
import { jumpTo, lineAfter, rosterAction } from '../../entry/roster.ts';
import { BatchLine } from '../stack/batch-line.tsx';
import { ClosedCampaign } from '../stack/closed-campaign.tsx';
import { EndOfBatch } from '../stack/end-of-batch.tsx';
import { MarkRest } from './mark-rest.tsx';
import { KeyLegend } from './key-legend.tsx';
import { lineId, RosterLines } from './roster-lines.tsx';
import { useMarks, type RosterRow } from './use-marks.ts';

interface Props {
  readonly batch: Batch;
  readonly rows: readonly RosterRow[];
  /** The campaign is closed: a reason is asked for first. */
  readonly closed: boolean;
  readonly onClosed: () => void;
}

/** The roster of a village: the keyboard stays in one small field, each key answers for the current line. */
export function RosterEntry({ batch, rows, closed, onClosed }: Props) {
  const {
    marks,
    counts,
    mark,
    refresh,
    undoRest,
    needsReason,
    askReason,
    giveReason,
    reason: why,
  } = useMarks(batch, rows, closed);
  const marked = rows.map((row) => Boolean(marks.get(row.household_id)?.mode));
  const [current, setCurrent] = useState(() => Math.max(0, marked.indexOf(false)));
  const [askingReason, setAskingReason] = useState(false);
  const [panel, setPanel] = useState<'none' | 'rest' | 'end' | 'reason'>(closed ? 'reason' : 'none');
  const [told, setTold] = useState('');
  const [bulk, setBulk] = useState(false);
  const [restDate, setRestDate] = useState('');
  const search = useRef<HTMLInputElement>(null);
  const date = useRef<HTMLInputElement>(null);
  const listId = useId();
  const backToList = () => {
    setPanel('none');
    setTimeout(() => search.current?.focus());
  };
  const signingDate = (): string | null => {
    const parsed = parseDate(date.current?.value ?? '', { today: today() });
    setTold(parsed.ok ? '' : parsed.reason);
    if (!parsed.ok) date.current?.focus();
    return parsed.ok ? parsed.date : null;
  };
  const markLine = (mode: SignatureMode, reason: NotYetReason | null) => {
    const row = rows[current];
    const signedOn = mode === 'not_yet' ? null : signingDate();
    if (!row || (mode !== 'not_yet' && signedOn === null)) return;
    mark(row, mode, reason, signedOn);
    setAskingReason(false);
    setCurrent(lineAfter(current, marked));
  };
  const clearSearch = () => {
    if (search.current) search.current.value = '';
  };
  /** Gives whether the key was used up. */
  const act = (key: string): boolean => {
    const searching = (search.current?.value ?? '') !== '';
    if (searching && (key === 'Enter' || key === 'Escape')) {
      clearSearch();
      return true;
    }
    const action = rosterAction(key, { current, askingReason }, { count: rows.length, searching });
    if (action.type === 'mark') markLine(action.mode, action.reason);
    else if (action.type === 'move') setCurrent(action.to);
    else if (action.type === 'ask_reason') setAskingReason(true);
    else if (action.type === 'leave_reason') setAskingReason(false);
    return action.type !== 'type';
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.ctrlKey || event.altKey || event.metaKey || /^F\d+$|^Tab$|^Shift$/.test(event.key)) return;
    if (event.repeat && !event.key.startsWith('Arrow') && !event.key.startsWith('Page')) {
      event.preventDefault();
      return;
    }
    if (act(event.key)) event.preventDefault();
  };
  const onInput = () => {
    const typed = search.current?.value ?? '';
    // An input method may deliver a digit as text instead of as a key.
    if (/^\d$/.test(typed) || askingReason) {
      clearSearch();
      act(typed);
      return;
    }
    const found = jumpTo(
      typed,
      rows.map((row) => row.head_name),
      current,
    );
    if (found !== null) setCurrent(found);
  };
  /** The campaign was closed in the middle of this sitting. */
  const askWhy = () => {
    askReason();
    setPanel('reason');
  };
  const undoBulk = async () => {
    const { text, done, closed: wantsReason } = await undoRest();
    setBulk(!done);
    setTold(text);
    if (wantsReason) askWhy();
  };
  const askRest = () => {
    const signedOn = signingDate();
    if (signedOn === null) return;
    setRestDate(signedOn);
    setPanel('rest');
  };
  useKeys([
    { key: 'F7', label: 'Ngày ký', run: () => date.current?.select() },
    { key: 'F8', label: 'Tất cả đã ký, trừ…', when: panel === 'none', run: askRest },
    { key: 'F10', label: 'Đóng tập', when: panel === 'none', run: () => setPanel('end') },
    {
      key: 'Ctrl+G',
      label: 'Ghi lý do nhập thêm',
      when: needsReason && panel === 'none',
      run: () => setPanel('reason'),
    },
    { key: 'Ctrl+U', label: 'Hoàn tác đánh dấu hàng loạt', when: bulk, run: () => void undoBulk() },
  ]);
  if (rows.length === 0) {
    return (
      <EmptyState
        text={`${batch.village_name} chưa có hộ nào trong sổ.`}
        hint="Danh sách này dành cho hộ đã biết từ trước. Với bản mới, hãy nhập từng tờ ở màn hình Nhập tờ."
      />
    );
  }
  const row = rows[current];
  const saving = [...marks.values()].some(({ state }) => state === 'saving');
  return (
    <Box
      data-entry={saving ? 'saving' : 'ready'}
      sx={{ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0, gap: 3 }}
    >
      <BatchLine batch={batch} forms={counts.forms} />
      <Box sx={{ display: 'flex', gap: 4, alignItems: 'center' }}>
        <Typography data-testid="batch-counts" sx={{ fontWeight: 600, flex: 1 }} aria-live="polite">
          {countsLine(counts)}
        </Typography>
        <label htmlFor={`${listId}-date`}>Ngày ký</label>
        <OutlinedInput
          id={`${listId}-date`}
          size="small"
          notched={false}
          inputRef={date}
          defaultValue={batch.last_signed_on ? formatDate(batch.last_signed_on) : ''}
          sx={{ width: 140 }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.keyCode === 229) return;
            event.preventDefault();
            const signedOn = signingDate();
            if (signedOn === null || !date.current) return;
            date.current.value = formatDate(signedOn);
            search.current?.focus();
          }}
        />
        <label htmlFor={`${listId}-search`}>Tìm tên</label>
        <OutlinedInput
          id={`${listId}-search`}
          size="small"
          notched={false}
          inputRef={search}
          autoFocus
          sx={{ width: 240 }}
          onKeyDown={onKeyDown}
          onInput={onInput}
          slotProps={{
            input: {
              role: 'combobox',
              'aria-expanded': true,
              'aria-controls': listId,
              'aria-activedescendant': row ? lineId(listId, row.household_id) : undefined,
              autoComplete: 'off',
              spellCheck: false,
            },
          }}
        />
      </Box>
      {told !== '' && (
        <Typography role="status" color="warning" sx={{ fontWeight: 500 }}>
          {told} {bulk && 'Ctrl+U để hoàn tác.'}
        </Typography>
      )}
      {needsReason && panel === 'none' && (
        <Typography role="status" color="warning" sx={{ fontWeight: 500 }}>
          Đợt cam kết đã khóa: chỉ đánh dấu được khi có lý do. Ctrl+G để ghi lý do.
        </Typography>
      )}
      {panel === 'reason' && (
        <ClosedCampaign
          onCancel={backToList}
          onReason={(reason) => {
            giveReason(reason);
            backToList();
          }}
        />
      )}
      {panel === 'rest' && (
        <MarkRest
          batchId={batch.id}
          signedOn={restDate}
          why={why()}
          open={marked.filter((done) => !done).length}
          onCancel={backToList}
          onClosed={askWhy}
          onDone={(count) => {
            setBulk(true);
            setTold(`Đã đánh dấu ${formatNumber(count)} hộ đã ký.`);
            backToList();
            void refresh();
          }}
        />
      )}
      {panel === 'end' && (
        <EndOfBatch batchId={batch.id} unsaved={saving ? 1 : 0} onClosed={onClosed} onCancel={backToList} />
      )}
      <RosterLines rows={rows} marks={marks} current={current} listId={listId} onPick={setCurrent} />
      <KeyLegend reasons={askingReason ? reasonChoices : null} />
    </Box>
  );
}
