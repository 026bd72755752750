import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { useEffect, useState, type RefObject } from 'react';
import { readChoice, type Choice } from '../../entry/choice.ts';

interface Props<V> {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly field: string;
  readonly choices: readonly Choice<V>[];
  readonly onPick: (digit: string) => void;
}

/** The keys of a choice beside its field; the one that the field means now is marked. */
export function ChoiceKeys<V>({ form, field, choices, onPick }: Props<V>) {
  const [typed, setTyped] = useState('');
  // The desk fills fields without an event; it renders the form anew whenever it does.
  useEffect(() => {
    const input = form.current?.elements.namedItem(field);
    if (input instanceof HTMLInputElement) setTyped(input.value);
  });
  useEffect(() => {
    const input = form.current?.elements.namedItem(field);
    if (!(input instanceof HTMLInputElement)) return;
    const read = () => setTyped(input.value);
    input.addEventListener('input', read);
    return () => input.removeEventListener('input', read);
  }, [form, field]);
  const chosen = readChoice(typed, choices);
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
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
