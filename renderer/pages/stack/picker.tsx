import Box from '@mui/material/Box';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useId, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { fold } from '../../../shared/vietnamese/fold.ts';

/** One of the things to pick from. */
export interface PickerOption {
  readonly id: number;
  readonly label: string;
}

interface Props {
  readonly label: string;
  readonly options: readonly PickerOption[];
  readonly chosen: PickerOption | null;
  readonly onChoose: (option: PickerOption) => void;
  /** Enter, after the choice: on to the next field. */
  readonly onDone: (option: PickerOption) => void;
  readonly inputRef?: React.Ref<HTMLInputElement>;
  readonly disabled?: boolean;
  readonly error?: string | undefined;
}

const fitting = (options: readonly PickerOption[], typed: string): readonly PickerOption[] => {
  const wanted = fold(typed);
  if (wanted === '') return options;
  const starts = options.filter(({ label }) => ` ${fold(label)}`.includes(` ${wanted}`));
  return starts.length > 0 ? starts : options.filter(({ label }) => fold(label).includes(wanted));
};

/**
 * Picks one of a list by typing part of its name, with or without diacritics; ↑ ↓ move, Enter takes it and goes
 * on. The text field is uncontrolled, so that no input method loses letters in it.
 */
export function Picker({ label, options, chosen, onChoose, onDone, inputRef, disabled, error }: Props) {
  const id = useId();
  const input = () => {
    const element = document.getElementById(id);
    return element instanceof HTMLInputElement ? element : null;
  };
  const write = (text: string) => {
    const element = input();
    if (element) element.value = text;
  };
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [current, setCurrent] = useState(0);
  const shown = fitting(options, typed);

  const take = (option: PickerOption | undefined) => {
    if (!option) return;
    // The next field depends on the choice and must be there before the next key.
    flushSync(() => onChoose(option));
    write(option.label);
    setOpen(false);
    setTyped('');
  };
  const begin = () => {
    setTyped('');
    setCurrent(
      Math.max(
        0,
        options.findIndex((option) => option.id === chosen?.id),
      ),
    );
    input()?.select();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setOpen(true);
      setCurrent((before) => Math.min(Math.max(0, before + step), Math.max(0, shown.length - 1)));
    } else if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey) {
      event.preventDefault();
      // What stands in the field counts, even when it came in the same instant as Enter.
      const now = input()?.value ?? '';
      const untouched = chosen && now === chosen.label && !open;
      const wanted = untouched ? chosen : fitting(options, now === chosen?.label ? '' : now)[current];
      take(wanted);
      if (wanted) onDone(wanted);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      setOpen(false);
    }
  };
  return (
    <Box sx={{ position: 'relative' }}>
      <Box component="label" htmlFor={id} sx={{ display: 'block', mb: 1, fontWeight: 500 }}>
        {label}
      </Box>
      <OutlinedInput
        id={id}
        size="small"
        fullWidth
        notched={false}
        disabled={disabled ?? false}
        error={Boolean(error)}
        defaultValue={chosen?.label ?? ''}
        inputRef={inputRef}
        onFocus={begin}
        onBlur={() => {
          setOpen(false);
          write(chosen?.label ?? '');
        }}
        onInput={() => {
          setTyped(input()?.value ?? '');
          setCurrent(0);
          setOpen(true);
        }}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
        slotProps={{
          input: {
            role: 'combobox',
            'aria-expanded': open,
            'aria-controls': `${id}-list`,
            'aria-autocomplete': 'list',
            'aria-activedescendant': open && shown[current] ? `${id}-${shown[current].id}` : undefined,
            autoComplete: 'off',
          },
        }}
      />
      {error && (
        <Box role="alert" sx={{ mt: 1, fontSize: 13, color: 'error.main' }}>
          {error}
        </Box>
      )}
      {open && (
        <Box
          component="ul"
          role="listbox"
          id={`${id}-list`}
          aria-label={label}
          sx={{
            position: 'absolute',
            zIndex: 10,
            top: '100%',
            left: 0,
            right: 0,
            m: 0,
            mt: 1,
            p: 1,
            maxHeight: 264,
            overflow: 'auto',
            listStyle: 'none',
            border: 1,
            borderColor: 'divider',
            borderRadius: 1,
            bgcolor: 'background.paper',
            boxShadow: '0 8px 24px rgb(0 0 0 / 18%)',
          }}
        >
          {shown.map((option, index) => (
            <Box
              component="li"
              role="option"
              id={`${id}-${option.id}`}
              key={option.id}
              aria-selected={index === current}
              ref={
                index === current
                  ? (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' })
                  : null
              }
              onMouseDown={(event) => {
                event.preventDefault();
                take(option);
              }}
              sx={{
                px: 3,
                minHeight: 36,
                display: 'flex',
                alignItems: 'center',
                borderRadius: 1,
                cursor: 'pointer',
                ...(index === current && { bgcolor: 'primary.main', color: 'primary.contrastText' }),
              }}
            >
              {option.label}
            </Box>
          ))}
          {shown.length === 0 && (
            <Box component="li" sx={{ px: 3, py: 2, color: 'text.secondary' }}>
              Không có mục nào khớp.
            </Box>
          )}
        </Box>
      )}
    </Box>
  );
}
