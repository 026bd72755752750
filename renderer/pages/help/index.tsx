import type { PageKey } from '../../app/pages.ts';

/** F1. */
export function HelpPanel({ page, onClose }: { readonly page: PageKey; readonly onClose: () => void }) {
  return (
    <aside>
      {page} <button onClick={onClose}>x</button>
    </aside>
  );
}
