import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useState, type ReactNode } from 'react';
import { useKeys } from '../app/keys.tsx';
import { useAsked } from '../app/navigation.tsx';

/** One of the kinds that share a page. */
export interface KindTab<K extends string> {
  readonly kind: K;
  readonly label: string;
}

/** Which of a page's kinds is shown, and the buttons that change it; F6 goes to the next. Others may ask for one. */
export function useKindTabs<K extends string>(tabs: readonly [KindTab<K>, ...KindTab<K>[]]) {
  const [shown, setShown] = useState<K>(tabs[0].kind);
  useAsked(({ kind }) => {
    const asked = tabs.find((tab) => tab.kind === kind);
    if (asked) setShown(asked.kind);
  });
  const next = tabs[(tabs.findIndex(({ kind }) => kind === shown) + 1) % tabs.length] ?? tabs[0];
  useKeys([{ key: 'F6', label: next.label, run: () => setShown(next.kind) }]);
  const buttons: ReactNode = (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={shown}
      aria-label="Danh sách"
      onChange={(_event, chosen: K | null) => chosen !== null && setShown(chosen)}
    >
      {tabs.map(({ kind, label }) => (
        <ToggleButton key={kind} value={kind} sx={{ color: 'text.primary', px: 3 }}>
          {label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
  return { shown, buttons };
}
