import SearchOutlined from '@mui/icons-material/SearchOutlined';
import Box from '@mui/material/Box';
import { useId, useRef, useState } from 'react';
import type { CallOutput } from '../../shared/api.ts';
import { kindOf } from '../../shared/records/index.ts';
import { call } from '../client.ts';
import { searchFieldId } from './frame-keys.tsx';
import { useNavigate } from './navigation.tsx';
import { pageOfKind } from './page-of-kind.ts';
import { SearchResults } from './search-results.tsx';

export type Hit = CallOutput<'search.find'>['hits'][number];

const SHOWN = 12;

/** What a hit is, in words. */
export function hitLabel(hit: Hit): string {
  return hit.kind === 'unit' ? 'địa bàn' : kindOf(hit.kind).label;
}

/** One search field over everything: results while typing, arrows to choose, Enter to open. */
export function SearchBox() {
  const navigate = useNavigate();
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const asked = useRef(0);
  const [hits, setHits] = useState<readonly Hit[] | null>(null);
  const [active, setActive] = useState(0);

  const close = () => {
    asked.current += 1;
    setHits(null);
  };
  const search = async (text: string) => {
    const mine = ++asked.current;
    if (text.trim() === '') return setHits(null);
    const found = await call('search.find', { text, limit: SHOWN }).then(
      (value) => value.hits,
      () => [],
    );
    if (mine !== asked.current) return;
    setHits(found);
    setActive(0);
  };
  const open = (hit: Hit | undefined) => {
    if (!hit) return;
    close();
    if (field.current) field.current.value = '';
    field.current?.blur();
    navigate(pageOfKind[hit.kind] ?? 'home', { id: hit.id });
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const count = hits?.length ?? 0;
    if (event.key === 'ArrowDown' && count > 0) setActive((active + 1) % count);
    else if (event.key === 'ArrowUp' && count > 0) setActive((active + count - 1) % count);
    else if (event.key === 'Enter') open(hits?.[active]);
    else if (event.key === 'Escape') {
      close();
      field.current?.blur();
    } else return;
    event.preventDefault();
  };
  return (
    <Box role="search" sx={{ position: 'relative', width: 400, flex: 'none' }}>
      <SearchOutlined
        aria-hidden
        sx={{
          position: 'absolute',
          left: 8,
          top: 6,
          fontSize: 20,
          color: 'text.secondary',
          pointerEvents: 'none',
        }}
      />
      <Box
        component="input"
        ref={field}
        id={searchFieldId}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        placeholder="Tìm tên hộ, bản, cán bộ…  (Ctrl+K)"
        aria-label="Tìm trong toàn bộ sổ sách"
        aria-expanded={hits !== null}
        aria-controls={listId}
        aria-activedescendant={hits?.length ? `${listId}-${active}` : undefined}
        onInput={(event: React.FormEvent<HTMLInputElement>) => void search(event.currentTarget.value)}
        onFocus={(event: React.FocusEvent<HTMLInputElement>) => void search(event.currentTarget.value)}
        onBlur={close}
        onKeyDown={onKeyDown}
        sx={{
          width: '100%',
          height: 32,
          pl: 8.5,
          pr: 3,
          border: 0,
          borderRadius: 1.5,
          font: 'inherit',
          bgcolor: 'background.paper',
          color: 'text.primary',
          '&::placeholder': { color: 'text.secondary', opacity: 1 },
        }}
      />
      {hits && <SearchResults id={listId} hits={hits} active={active} onOpen={open} />}
    </Box>
  );
}
