import { useState, type KeyboardEvent } from 'react';

const unpicked = 'Chưa chọn: Enter để chọn trong danh sách, hoặc xóa chữ đã gõ.';

interface HalfTyped {
  /** Why Ctrl+Enter did not save, as long as the same text stands there. */
  readonly error: string | undefined;
  /** For the Autocomplete itself, which would take Ctrl+Enter for a choice. */
  readonly onKeyDown: (event: KeyboardEvent & { defaultMuiPrevented?: boolean | undefined }) => void;
}

/**
 * Ctrl+Enter in a picker saves the form. A name that is typed and not chosen would be lost by that: it is refused
 * and said under the field.
 */
export function useHalfTyped(typed: string, chosen: string | null): HalfTyped {
  const [refused, setRefused] = useState<string | null>(null);
  const half = typed.trim() !== '' && typed !== chosen;
  return {
    error: half && refused === typed ? unpicked : undefined,
    onKeyDown: (event) => {
      if (event.key !== 'Enter' || !event.ctrlKey) return;
      event.defaultMuiPrevented = true;
      if (!half) return;
      event.preventDefault();
      setRefused(typed);
    },
  };
}
