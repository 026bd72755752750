/** One page of a long list: where it starts, and its rows while they are near the view. */
interface RowPage<R> {
  readonly after: string | undefined;
  readonly rows: readonly R[] | null;
  /** The rows may have changed since they were read; they stay on screen until they are read again. */
  readonly stale: boolean;
}

/** What is known of a list that is read page by page. */
export interface PageWindow<R> {
  readonly pages: readonly RowPage<R>[];
  readonly size: number;
  /** Rows in the last page; every page before it is full. */
  readonly lastCount: number;
  /** No page follows. */
  readonly complete: boolean;
}

/** A list of which nothing has been read. */
export function emptyWindow<R>(size: number): PageWindow<R> {
  return { pages: [{ after: undefined, rows: null, stale: true }], size, lastCount: 0, complete: false };
}

/** How many rows are known so far. */
export function knownRows<R>({ pages, size, lastCount }: PageWindow<R>): number {
  return (pages.length - 1) * size + lastCount;
}

/** The row at a place, or undefined while its page has not been read (again). */
export function rowAt<R>({ pages, size }: PageWindow<R>, index: number): R | undefined {
  return pages[Math.floor(index / size)]?.rows?.[index % size];
}

/**
 * The page to read next for the rows in view: one of them that is missing or stale, else the next one when the
 * view comes near the end of what is known. Null when nothing is to be read.
 */
export function pageToRead<R>(
  window: PageWindow<R>,
  first: number,
  last: number,
): { page: number; after: string | undefined } | null {
  const { pages, size } = window;
  const newest = pages.length - 1;
  const from = Math.min(newest, Math.max(0, Math.floor(first / size)));
  const to = Math.min(newest, Math.floor((last + size / 2) / size));
  for (let page = from; page <= to; page += 1) {
    const one = pages[page];
    if (one && (one.rows === null || one.stale)) return { page, after: one.after };
  }
  return null;
}

/** Pages this far from the last one read keep their place but not their rows. */
const KEPT_AROUND = 12;

/**
 * Puts a page's rows in. A changed start of the page after it makes that one stale, so that rows which moved over
 * the border are neither lost nor doubled; a page that has become the last one cuts off what followed.
 */
export function putPage<R>(
  window: PageWindow<R>,
  page: number,
  rows: readonly R[],
  next: string | null,
): PageWindow<R> {
  const pages = window.pages.map((one, place) =>
    Math.abs(place - page) > KEPT_AROUND ? { ...one, rows: null } : one,
  );
  const own = pages[page];
  if (!own) return window;
  pages[page] = { after: own.after, rows, stale: false };
  if (next === null) {
    return { ...window, pages: pages.slice(0, page + 1), lastCount: rows.length, complete: true };
  }
  const follower = pages[page + 1];
  if (!follower) {
    pages.push({ after: next, rows: null, stale: true });
    return { ...window, pages, lastCount: 0, complete: false };
  }
  if (follower.after !== next) pages[page + 1] = { ...follower, after: next, stale: true };
  return { ...window, pages };
}

/** Marks everything as possibly changed; what is on screen stays until it is read again. */
export function staleWindow<R>(window: PageWindow<R>): PageWindow<R> {
  return { ...window, pages: window.pages.map((page) => ({ ...page, stale: true })) };
}
