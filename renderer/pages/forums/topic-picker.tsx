import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useState, type Ref } from 'react';
import { fold } from '../../../shared/vietnamese/fold.ts';
import { useHalfTyped } from '../../records/half-typed.ts';

/** A topic of the office's list. */
export interface Topic {
  readonly id: number;
  readonly name: string;
}

interface Props {
  readonly topics: readonly Topic[];
  readonly value: number | null;
  readonly onChange: (id: number | null) => void;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
  readonly error?: string | undefined;
}

/** Topics that fit what is typed, with or without diacritics; those that begin with it first. */
function fitting(topics: readonly Topic[], typed: string): Topic[] {
  const wanted = fold(typed);
  if (wanted === '') return [...topics];
  const at = ({ name }: Topic) => ` ${fold(name)}`.indexOf(` ${wanted}`);
  return topics.filter((topic) => at(topic) >= 0).sort((one, other) => at(one) - at(other));
}

/** Chooses a topic by typing a part of it; the whole list is here, so that no key waits for an answer. */
export function TopicPicker({ topics, value, onChange, inputRef, error }: Props) {
  const [typed, setTyped] = useState('');
  const chosen = topics.find(({ id }) => id === value) ?? null;
  const half = useHalfTyped(typed, chosen?.name ?? null);
  return (
    <Autocomplete
      options={[...topics]}
      value={chosen}
      onInputChange={(_event, text) => setTyped(text)}
      onKeyDown={half.onKeyDown}
      onChange={(_event, topic) => onChange(topic?.id ?? null)}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      filterOptions={(all, { inputValue }) => fitting(all, inputValue)}
      autoHighlight
      handleHomeEndKeys={false}
      noOptionsText="Không có chủ đề nào khớp."
      clearText="Bỏ chọn"
      openText="Mở danh sách"
      closeText="Đóng danh sách"
      renderInput={(input) => (
        <TextField
          {...input}
          label="Chủ đề"
          required
          inputRef={inputRef}
          error={(half.error ?? error) !== undefined}
          helperText={half.error ?? error}
        />
      )}
    />
  );
}
