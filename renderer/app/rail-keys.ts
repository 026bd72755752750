import { useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import { keyName, useKeys } from './keys.tsx';

interface RailKeys {
  /** The row that has the focus; null while the focus is elsewhere. */
  readonly focused: string | null;
  readonly handlers: {
    readonly onFocus: (event: FocusEvent) => void;
    readonly onBlur: (event: FocusEvent) => void;
    readonly onKeyDown: (event: KeyboardEvent) => void;
  };
}

/**
 * The keys of the rail, as in a tree: ↑ ↓ to the next row, → opens a group, ← closes it or goes from a page to its
 * group. Rows are buttons with `data-row`; a page's has `data-group`, a group's has `aria-expanded`.
 */
export function useRailKeys(nav: RefObject<HTMLElement | null>): RailKeys {
  const [focused, setFocused] = useState<string | null>(null);
  const rows = () => [...(nav.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const step = (by: number) => {
    const all = rows();
    const at = all.findIndex((row) => row.dataset['row'] === focused);
    all[Math.min(Math.max(at + by, 0), all.length - 1)]?.focus();
  };
  const row = () => rows().find((one) => one.dataset['row'] === focused);
  const open = () => {
    if (row()?.ariaExpanded === 'true') step(1);
    else if (row()?.ariaExpanded === 'false') row()?.click();
  };
  const close = () => {
    if (row()?.ariaExpanded === 'true') row()?.click();
    const group = row()?.dataset['group'];
    rows()
      .find((one) => one.dataset['row'] === group)
      ?.focus();
  };
  const when = focused !== null;
  const bindings = [
    { key: 'ArrowUp', label: 'Dòng trên', run: () => step(-1), when },
    { key: 'ArrowDown', label: 'Dòng dưới', run: () => step(1), when },
    { key: 'ArrowRight', label: 'Mở nhóm', run: open, when },
    { key: 'ArrowLeft', label: 'Đóng nhóm', run: close, when },
    { key: 'Home', label: 'Dòng đầu', run: () => step(-rows().length), when, quiet: true },
    { key: 'End', label: 'Dòng cuối', run: () => step(rows().length), when, quiet: true },
  ];
  useKeys(bindings);
  return {
    focused,
    handlers: {
      onFocus: ({ target }) => setFocused((target as HTMLElement).dataset['row'] ?? null),
      onBlur: ({ relatedTarget }) => {
        if (!nav.current?.contains(relatedTarget)) setFocused(null);
      },
      // Before the page's own arrow keys, which work everywhere else.
      onKeyDown: (event) => {
        const binding = bindings.find(({ key }) => key === keyName(event.nativeEvent));
        if (!binding) return;
        event.preventDefault();
        binding.run();
      },
    },
  };
}
