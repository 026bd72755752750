import SearchOutlined from '@mui/icons-material/SearchOutlined';
import Box from '@mui/material/Box';
import { useId, useRef, useState } from 'react';
import { call } from '../client.ts';
import { foundPage, foundRecord, type Found } from './found.ts';
import { searchFieldId } from './frame-keys.tsx';
import { useNavigate } from './navigation.tsx';
import { findPages } from './page-search.ts';
import { pagesFor } from './pages.ts';
import { SearchResults } from './search-results.tsx';
import { useSession } from './session.tsx';

const SHOWN = 12;

/** One search field over everything, pages by their names first: results while typing, arrows to choose, Enter to open. */
export function SearchBox() {
  const navigate = useNavigate();
  const { role } = useSession();
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const asked = useRef(0);
  const [found, setFound] = useState<readonly Found[] | null>(null);
  const [active, setActive] = useState(0);

  const close = () => {
    asked.current += 1;
    setFound(null);
  };
  const search = async (text: string) => {
    const mine = ++asked.current;
    if (text.trim() === '') return setFound(null);
    const records = await call('search.find', { text, limit: SHOWN }).then(
      ({ hits }) => hits.map(foundRecord),
      () => [],
    );
    if (mine !== asked.current) return;
    setFound([...findPages(pagesFor(role), text).map(foundPage), ...records]);
    setActive(0);
  };
  const open = (one: Found | undefined) => {
    if (!one) return;
    close();
    if (field.current) field.current.value = '';
    field.current?.blur();
    navigate(one.page, one.params);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const count = found?.length ?? 0;
    if (event.key === 'ArrowDown' && count > 0) setActive((active + 1) % count);
    else if (event.key === 'ArrowUp' && count > 0) setActive((active + count - 1) % count);
    else if (event.key === 'Enter') open(found?.[active]);
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
        placeholder="Tìm hộ, bản, cán bộ, trang…  (Ctrl+K)"
        aria-label="Tìm trong toàn bộ sổ sách"
        aria-expanded={found !== null}
        aria-controls={listId}
        aria-activedescendant={found?.length ? `${listId}-${active}` : undefined}
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
      {found && <SearchResults id={listId} found={found} active={active} onOpen={open} />}
    </Box>
  );
}
