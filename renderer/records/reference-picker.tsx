import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import type { ShownRecord } from '../../shared/api/records.ts';
import { kindNames, kindOf, type KindName } from '../../shared/records/index.ts';
import type { StoredValue } from '../../shared/records/schema.ts';
import { fold, searchTokens } from '../../shared/vietnamese/fold.ts';
import { useCall } from '../app/data.ts';
import { call } from '../client.ts';
import { columnsOf } from './columns.ts';
import { callFilter, noFilter } from './filters.ts';
import { useHalfTyped } from './half-typed.ts';
import { nameOf, showField } from './value.ts';

const MOST_OFFERED = 30;
const WAIT_MS = 150;

interface Props {
  readonly label: string;
  readonly kind: string;
  readonly value: number | null;
  readonly onChange: (id: number | null, name: string | null, record: ShownRecord | null) => void;
  /** Only records with these values. */
  readonly fixed?: Readonly<Record<string, StoredValue>>;
  /** Never offer these. */
  readonly except?: readonly number[] | undefined;
  readonly required?: boolean | undefined;
  readonly error?: string | undefined;
  readonly help?: string | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
  readonly onBlur?: (() => void) | undefined;
}

/** The kind of that name; throws for a name that no kind has. */
export function kindNamed(name: string): KindName {
  const found = kindNames.find((one) => one === name);
  if (!found) throw new RangeError(`No such kind: ${name}`);
  return found;
}

function useLater(text: string): string {
  const [later, setLater] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setLater(text), WAIT_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return later;
}

/** Whether every word typed begins a word of the name: what may still be offered while a newer list is fetched. */
function stillFits(name: string, typed: string): boolean {
  const words = searchTokens(fold(name));
  return searchTokens(fold(typed)).every((word) => words.some((one) => one.startsWith(word)));
}

/**
 * Chooses a record of a kind by typing a part of its name; two more of its values tell namesakes apart. Enter never
 * takes what does not fit the letters typed: where the list is still that of fewer letters, it waits for the answer.
 */
export function ReferencePicker(props: Props) {
  const name = kindNamed(props.kind);
  const kind = kindOf(name);
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState<ShownRecord | null>(null);
  const [open, setOpen] = useState(false);
  const known = picked?.id === props.value ? picked : null;
  const missing = props.value !== null && !known;
  const current = useCall('records.get', { kind: name, id: props.value ?? 1 }, { skip: !missing });
  const chosen = known ?? (current.value?.id === props.value ? current.value : null) ?? null;
  const chosenName = chosen ? nameOf(kind, chosen) : null;
  const wanted = typed === chosenName ? '' : typed;
  const text = useLater(wanted);
  const question = (words: string) => ({
    kind: name,
    filter: callFilter({ ...noFilter, text: words }, props.fixed ?? {}),
    limit: MOST_OFFERED,
  });
  const list = useCall('records.list', question(text));
  const late = text !== wanted || list.loading;
  const offered = (rows: readonly ShownRecord[]) => rows.filter(({ id }) => !props.except?.includes(id));
  const options = offered(list.value?.rows ?? []).filter(
    (record) => !late || stillFits(nameOf(kind, record), wanted),
  );
  const half = useHalfTyped(typed, chosenName);
  const pick = (record: ShownRecord | null) => {
    setPicked(record);
    setOpen(false);
    props.onChange(record?.id ?? null, record ? nameOf(kind, record) : null, record);
  };
  const latest = useRef(wanted);
  useEffect(() => {
    latest.current = wanted;
  }, [wanted]);
  const pickWhenThere = (event: KeyboardEvent) => {
    const enter = event.key === 'Enter' && !event.ctrlKey && !event.nativeEvent.isComposing;
    if (!enter || !late || wanted.trim() === '' || options.length > 0) return;
    event.preventDefault();
    void call('records.list', question(wanted)).then(
      ({ rows }) => {
        const [first] = offered(rows);
        if (first && latest.current === wanted) pick(first);
      },
      () => undefined,
    );
  };
  const details = columnsOf(kind)
    .map((column) => column.field)
    .filter((field) => field !== kind.nameField)
    .slice(0, 2);
  return (
    <Autocomplete
      options={options}
      value={chosen}
      open={open}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      onChange={(_event, record) => pick(record)}
      onKeyDown={(event) => {
        half.onKeyDown(event);
        pickWhenThere(event);
      }}
      onInputChange={(_event, text) => setTyped(text)}
      onBlur={props.onBlur}
      getOptionLabel={(record) => nameOf(kind, record)}
      getOptionKey={(record) => record.id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      filterOptions={(all) => all}
      autoHighlight
      handleHomeEndKeys={false}
      loading={late}
      loadingText="Đang tìm…"
      noOptionsText="Không có mục nào khớp."
      clearText="Bỏ chọn"
      openText="Mở danh sách"
      closeText="Đóng danh sách"
      renderOption={({ key, ...option }, record) => (
        <Box component="li" key={key} {...option} sx={{ display: 'flex', gap: 2, minHeight: 36 }}>
          <span>{nameOf(kind, record)}</span>
          <Typography component="span" variant="body2" color="textSecondary" noWrap>
            {details
              .map((field) => showField(kind, field, record))
              .filter(Boolean)
              .join(' · ')}
          </Typography>
        </Box>
      )}
      renderInput={(input) => (
        <TextField
          {...input}
          label={props.label}
          required={props.required ?? false}
          autoFocus={props.autoFocus ?? false}
          inputRef={props.inputRef}
          error={Boolean(half.error ?? props.error ?? list.failure)}
          helperText={half.error ?? props.error ?? list.failure?.text ?? props.help}
        />
      )}
    />
  );
}
