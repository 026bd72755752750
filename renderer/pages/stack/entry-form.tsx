import Box from '@mui/material/Box';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { SignatureMode } from '../../../shared/records/pledge.ts';
import { reasonChoices, sexChoices } from '../../entry/choice.ts';
import { fieldLabels, type EntryField } from '../../entry/fields.ts';
import { proposalEffect } from '../../entry/proposal.ts';
import { ChoiceKeys } from './choice-keys.tsx';
import { EntryRow } from './entry-row.tsx';
import { inputOf } from './inputs.ts';
import { ModeKeys } from './mode-keys.tsx';
import type { Desk } from './use-desk.ts';

interface Props extends Desk {
  readonly ethnicity: boolean;
  readonly onMode: (mode: SignatureMode) => void;
}

const isFromInputMethod = (event: KeyboardEvent): boolean =>
  event.nativeEvent.isComposing || event.keyCode === 229;

function fieldOf(event: { target: EventTarget }): EntryField | null {
  return event.target instanceof HTMLInputElement && event.target.name in fieldLabels
    ? (event.target.name as EntryField)
    : null;
}

/** The fields of one form in the order of the paper; Enter on, Shift+Enter back, all texts uncontrolled. */
export function EntryForm({ desk, view, register, ethnicity, onMode }: Props) {
  /** The field whose proposed value has been begun to be edited by the caret keys. */
  const edited = useRef<EventTarget | null>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    const field = fieldOf(event);
    if (!field || isFromInputMethod(event)) return;
    if (event.key === 'Enter' && !event.altKey && !event.metaKey) {
      event.preventDefault();
      if (event.repeat) return;
      if (event.ctrlKey) desk.finish(true);
      else if (event.shiftKey) desk.back(field);
      else desk.enter(field);
      return;
    }
    if (field !== 'signed_on' && field !== 'form_number') return;
    const input = event.target as HTMLInputElement;
    const effect = edited.current === input ? 'keep' : proposalEffect(event);
    if (effect === 'replace') input.select();
    if (effect !== 'keep') edited.current = input;
  };
  const row = (
    field: EntryField,
    width: number | string,
    more: { dim?: boolean; beside?: ReactNode } = {},
  ) => (
    <EntryRow
      field={field}
      width={width}
      register={register}
      error={view.errors[field]}
      warnings={view.warnings.filter((warning) => warning.field === field)}
      {...more}
    />
  );
  const pick = (field: 'sex' | 'reason', digit: string) => {
    const input = inputOf(field);
    if (!input) return;
    input.value = digit;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    desk.left(field);
    input.focus();
    input.select();
  };
  const notYet = view.mode === 'not_yet';
  const sexNow = <ChoiceKeys field="sex" choices={sexChoices} onPick={(digit) => pick('sex', digit)} />;
  const reasonNow = (
    <ChoiceKeys field="reason" choices={reasonChoices} onPick={(digit) => pick('reason', digit)} />
  );
  return (
    <Box
      component="form"
      noValidate
      autoComplete="off"
      aria-label="Tờ cam kết"
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={onKeyDown}
      onInput={() => desk.changed()}
      onFocus={() => {
        edited.current = null;
      }}
      onBlur={(event) => {
        const field = fieldOf(event);
        if (field) desk.left(field);
      }}
      sx={{ display: 'flex', flexDirection: 'column' }}
    >
      {row('form_number', 110)}
      {row('head_name', '100%')}
      {row('birth', 122)}
      {row('sex', 90, { beside: sexNow })}
      {ethnicity && row('ethnicity', 200)}
      {row('member_count', 90)}
      {row('signed_on', 122, { dim: notYet, beside: <ModeKeys mode={view.mode} onMode={onMode} /> })}
      {row('reason', 122, { dim: !notYet, beside: notYet ? reasonNow : null })}
      {row('note', '100%')}
    </Box>
  );
}
