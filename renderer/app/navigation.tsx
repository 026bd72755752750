import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import type { PageKey } from './pages.ts';

/** What a page is asked to show, e.g. `{ id: 12 }`. */
export type PageParams = Readonly<Record<string, string | number>>;

interface Place {
  readonly page: PageKey;
  readonly params: PageParams;
}

interface Navigation extends Place {
  readonly navigate: (page: PageKey, params?: PageParams) => void;
  readonly back: () => void;
  readonly canGoBack: boolean;
}

const NavigationContext = createContext<Navigation | null>(null);
const MOST_PLACES = 100;
const start: Place = { page: 'home', params: {} };

/** Keeps the page that is shown and the way that led to it. */
export function NavigationProvider({ children }: { readonly children: ReactNode }) {
  const [places, setPlaces] = useState<readonly Place[]>([start]);
  const navigate = useCallback((page: PageKey, params: PageParams = {}) => {
    setPlaces((before) => [...before.slice(-MOST_PLACES), { page, params }]);
  }, []);
  const back = useCallback(() => setPlaces((all) => (all.length > 1 ? all.slice(0, -1) : all)), []);
  const here = places.at(-1) ?? start;
  const canGoBack = places.length > 1;
  const value = useMemo(
    () => ({ page: here.page, params: here.params, navigate, back, canGoBack }),
    [here, navigate, back, canGoBack],
  );
  return <NavigationContext value={value}>{children}</NavigationContext>;
}

/** The page shown now, its parameters, and the ways on and back. */
export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (!navigation) throw new Error('useNavigation outside of NavigationProvider');
  return navigation;
}

/** Gives the function that opens a page. */
export function useNavigate(): Navigation['navigate'] {
  return useNavigation().navigate;
}

/** What the page shown now was asked to show; a new object on every navigation. */
export function usePageParams(): PageParams {
  return useNavigation().params;
}

/** Hands over what the page is asked to show: when it opens and on every navigation to it, before it is drawn. */
export function useAsked(take: (params: PageParams) => void): void {
  const params = usePageParams();
  const [taken, setTaken] = useState<PageParams | null>(null);
  if (taken === params) return;
  setTaken(params);
  take(params);
}
