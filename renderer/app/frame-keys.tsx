import { useState } from 'react';
import { call } from '../client.ts';
import { useKeys } from './keys.tsx';
import { useNavigation } from './navigation.tsx';

/** The id of the search field in the top bar. */
export const searchFieldId = 'search-everything';

/** The keys that work on every page; gives what F1 opens and closes. */
export function useFrameKeys() {
  const [open, setOpen] = useState(false);
  const { back, canGoBack } = useNavigation();
  const toggle = () => setOpen((before) => !before);
  const close = () => setOpen(false);
  useKeys([
    { key: 'F1', label: 'Trợ giúp, mọi phím', run: toggle },
    { key: 'Ctrl+K', label: 'Tìm', run: () => document.getElementById(searchFieldId)?.focus() },
    { key: 'Ctrl+L', label: 'Khóa máy', run: () => void call('office.lock', {}) },
    { key: 'Alt+ArrowLeft', label: 'Trang trước', run: back, when: canGoBack },
  ]);
  return { open, toggle, close };
}
