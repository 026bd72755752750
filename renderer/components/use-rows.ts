import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';

type RowOptions = Parameters<typeof useVirtualizer<HTMLDivElement, Element>>[0];

/** The rows of a long list that are in view, by TanStack Virtual: the one place where lists meet it. */
export function useRows(options: RowOptions): Virtualizer<HTMLDivElement, Element> {
  // eslint-disable-next-line react-hooks/incompatible-library -- no component here is memoized by a compiler
  return useVirtualizer<HTMLDivElement, Element>(options);
}
