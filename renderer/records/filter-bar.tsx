import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import MenuItem from '@mui/material/MenuItem';
import MenuList from '@mui/material/MenuList';
import Popover from '@mui/material/Popover';
import TextField from '@mui/material/TextField';
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { Kind } from '../../shared/records/kind.ts';
import { FilterEditor } from './filter-editor.tsx';
import {
  conditionInWords,
  filterFields,
  isNarrowed,
  noFilter,
  voidedWords,
  withCondition,
  type FixedFilter,
  type ListFilter,
  type Voided,
} from './filters.ts';

const WAIT_MS = 180;

interface Props {
  readonly kind: Kind;
  readonly fixed: FixedFilter;
  readonly filter: ListFilter;
  readonly onChange: (filter: ListFilter) => void;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  /** From the search field down into the list. */
  readonly onLeaveDown: () => void;
}

/** The filters of a list as one line: a search field and a chip for each field that narrows it. */
export function FilterBar({ kind, fixed, filter, onChange, searchRef, onLeaveDown }: Props) {
  const fields = filterFields(kind, fixed);
  const searchable = Object.values(kind.fields).some((field) => field.searchable || field.type === 'text');
  return (
    <Box
      role="search"
      aria-label={`Lọc ${kind.label}`}
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mb: 3 }}
    >
      {searchable && (
        <SearchField filter={filter} onChange={onChange} searchRef={searchRef} onLeaveDown={onLeaveDown} />
      )}
      {fields.map(([name, field]) => {
        const words = conditionInWords(kind, name, filter);
        const clear = () =>
          onChange({ ...withCondition(filter, name, null), period: { ...filter.period, [name]: {} } });
        return (
          <FilterChip key={name} label={field.label} words={words} onClear={clear}>
            {(close) => (
              <FilterEditor
                name={name}
                field={field}
                filter={filter}
                onChange={(changed, done) => {
                  onChange(changed);
                  if (done) close();
                }}
              />
            )}
          </FilterChip>
        );
      })}
      <FilterChip
        label="Đã hủy"
        words={filter.voided === 'without' ? null : voidedWords[filter.voided]}
        none={voidedWords.without}
        onClear={() => onChange({ ...filter, voided: 'without' })}
      >
        {(close) => (
          <MenuList autoFocusItem aria-label="Bản ghi đã hủy">
            {(Object.keys(voidedWords) as Voided[]).map((voided) => (
              <MenuItem
                key={voided}
                selected={filter.voided === voided}
                onClick={() => {
                  onChange({ ...filter, voided });
                  close();
                }}
              >
                {voidedWords[voided]}
              </MenuItem>
            ))}
          </MenuList>
        )}
      </FilterChip>
      {isNarrowed(filter) && (
        <Button
          size="small"
          onClick={() => {
            if (searchRef.current) searchRef.current.value = '';
            onChange(noFilter);
          }}
        >
          Bỏ lọc
        </Button>
      )}
    </Box>
  );
}

function SearchField({ filter, onChange, searchRef, onLeaveDown }: Omit<Props, 'kind' | 'fixed'>) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef({ filter, onChange });
  useEffect(() => {
    latest.current = { filter, onChange };
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  const send = () => {
    const text = searchRef.current?.value ?? '';
    if (text !== latest.current.filter.text) latest.current.onChange({ ...latest.current.filter, text });
  };
  return (
    <TextField
      placeholder="Tìm trong danh sách"
      defaultValue={filter.text}
      inputRef={searchRef}
      onInput={() => {
        clearTimeout(timer.current);
        timer.current = setTimeout(send, WAIT_MS);
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || event.keyCode === 229) return;
        if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
        event.preventDefault();
        clearTimeout(timer.current);
        send();
        onLeaveDown();
      }}
      slotProps={{
        htmlInput: { 'aria-label': 'Tìm trong danh sách', maxLength: 120, type: 'search', spellCheck: false },
      }}
      sx={{ flex: '1 1 180px', minWidth: 180, maxWidth: 240 }}
    />
  );
}

interface ChipProps {
  readonly label: string;
  /** The condition in words; null while there is none. */
  readonly words: string | null;
  readonly none?: string;
  readonly onClear: () => void;
  readonly children: (close: () => void) => ReactNode;
}

function FilterChip({ label, words, none = 'tất cả', onClear, children }: ChipProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  return (
    <>
      <Chip
        clickable
        label={
          <>
            {words === null ? label : `${label}: ${words}`} <span aria-hidden>▾</span>
          </>
        }
        aria-label={`${label}: ${words ?? none}`}
        title={`${label}: ${words ?? none}`}
        variant={words === null ? 'outlined' : 'filled'}
        color={words === null ? 'default' : 'primary'}
        aria-haspopup="true"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        {...(words === null ? {} : { onDelete: onClear })}
        sx={{ height: 32, maxWidth: 340, bgcolor: words === null ? 'background.paper' : undefined }}
      />
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { variant: 'outlined', elevation: 0, sx: { mt: 1 } } }}
      >
        {children(close)}
      </Popover>
    </>
  );
}
