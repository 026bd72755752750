import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { ThemeProvider } from '@mui/material/styles';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { onContrast, savedContrast } from './contrast.ts';
import { makeTheme } from './theme.ts';

/** This load's nonce: the policy lets in only the styles that bear it. */
function styleNonce(): string | undefined {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  return meta?.nonce || meta?.content || undefined;
}

const nonce = styleNonce();
const cache = createCache(nonce === undefined ? { key: 'by' } : { key: 'by', nonce });

/** Dresses MUI's components in the program's theme; follows the choice of contrast. */
export function Dress({ children }: { readonly children: ReactNode }) {
  const [contrast, setContrast] = useState(savedContrast);
  useEffect(() => onContrast(setContrast), []);
  const theme = useMemo(() => makeTheme(contrast), [contrast]);
  return (
    <CacheProvider value={cache}>
      <ThemeProvider theme={theme}>{children}</ThemeProvider>
    </CacheProvider>
  );
}
