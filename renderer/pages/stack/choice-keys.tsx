import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { useSyncExternalStore } from 'react';
import { readChoice, type Choice } from '../../entry/choice.ts';
import type { EntryField } from '../../entry/fields.ts';
import { inputOf } from './inputs.ts';

interface Props<V> {
  readonly field: EntryField;
  readonly choices: readonly Choice<V>[];
  readonly onPick: (digit: string) => void;
}

const onTyping = (listener: () => void): (() => void) => {
  document.addEventListener('input', listener);
  return () => document.removeEventListener('input', listener);
};

/** The keys of a choice beside its field; the one that the field means now is marked. */
export function ChoiceKeys<V>({ field, choices, onPick }: Props<V>) {
  const typed = useSyncExternalStore(onTyping, () => inputOf(field)?.value ?? '');
  const chosen = readChoice(typed, choices);
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', pt: 0.75 }}>
      {choices.map((choice) => (
        <KeyButton
          key={choice.digit}
          name={choice.digit}
          word={choice.word}
          pressed={chosen === choice}
          onPress={() => onPick(choice.digit)}
        />
      ))}
    </Box>
  );
}

interface KeyButtonProps {
  readonly name: string;
  readonly word: string;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

/** A key and its word; a click does the same and leaves the focus where it is. */
export function KeyButton({ name, word, pressed, onPress }: KeyButtonProps) {
  return (
    <ButtonBase
      tabIndex={-1}
      aria-pressed={pressed}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
      sx={{
        height: 30,
        px: 1.5,
        gap: 1,
        fontFamily: 'inherit',
        fontSize: 14,
        whiteSpace: 'nowrap',
        borderRadius: 1,
        border: 1,
        borderColor: pressed ? 'primary.main' : 'divider',
        bgcolor: pressed ? 'primary.main' : 'background.paper',
        color: pressed ? 'primary.contrastText' : 'text.primary',
      }}
    >
      <Box
        component="kbd"
        sx={{ font: 'inherit', fontWeight: 600, fontSize: 13, opacity: pressed ? 1 : 0.75 }}
      >
        {name}
      </Box>
      {word}
    </ButtonBase>
  );
}
