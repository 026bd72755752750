import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallInput } from '../../shared/api.ts';
import type { ShownRecord } from '../../shared/api/records.ts';
import { toFailure, type Failure } from '../../shared/failure.ts';
import { call } from '../client.ts';
import { emptyWindow, pageToRead, putPage, staleWindow, type PageWindow } from './page-window.ts';

const PAGE_SIZE = 100;

/** What a list asks for. */
export type Question = Pick<CallInput<'records.list'>, 'kind' | 'filter' | 'sort'>;

interface Held {
  readonly key: string;
  readonly window: PageWindow<ShownRecord>;
}

export interface RecordPages {
  readonly window: PageWindow<ShownRecord>;
  /** The rows belong to an older question; the answer to the present one is on its way. */
  readonly waiting: boolean;
  readonly failure: Failure | null;
  /** Tells which rows are in view, first and last. */
  readonly show: (first: number, last: number) => void;
  /** Reads again what may have changed, without losing the place. */
  readonly refresh: () => void;
}

interface Reading {
  key: string;
  question: Question;
  held: Held;
  /** The rows in view. */
  first: number;
  last: number;
  /** The question whose page is on its way. */
  flying: string;
}

/** The page that is to be read next; null while one is on its way or nothing is missing. */
function missing(state: Reading) {
  if (state.flying === state.key) return null;
  const fresh = state.held.key !== state.key;
  const window = fresh ? emptyWindow<ShownRecord>(PAGE_SIZE) : state.held.window;
  const wanted = pageToRead(window, fresh ? 0 : state.first, fresh ? 0 : state.last);
  return wanted ? { asked: state.key, window, wanted } : null;
}

/** Reads a long list page by page as it is scrolled; one question at a time, late answers dropped. */
export function useRecordPages(question: Question): RecordPages {
  const key = JSON.stringify(question);
  const [held, setHeld] = useState<Held>({ key: '', window: emptyWindow(PAGE_SIZE) });
  const [failure, setFailure] = useState<Failure | null>(null);
  const now = useRef<Reading>({ key, question, held, first: 0, last: 0, flying: '' });

  const pump = useCallback(async () => {
    const state = now.current;
    for (let next = missing(state); next; next = missing(state)) {
      const { asked, window, wanted } = next;
      state.flying = asked;
      const after = wanted.after === undefined ? {} : { after: wanted.after };
      try {
        const page = await call('records.list', { ...state.question, ...after, limit: PAGE_SIZE });
        if (state.key !== asked) return;
        const base = state.held.key === asked ? state.held.window : window;
        state.held = { key: asked, window: putPage(base, wanted.page, page.rows, page.next) };
        setHeld(state.held);
        setFailure(null);
      } catch (error) {
        if (state.key === asked) setFailure(toFailure(error));
        return;
      } finally {
        if (state.flying === asked) state.flying = '';
      }
    }
  }, []);

  useEffect(() => {
    const state = now.current;
    if (state.key !== key) Object.assign(state, { key, question, first: 0, last: 0 });
    void pump();
    // The question is compared by its key.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, pump]);

  const show = useCallback(
    (first: number, last: number) => {
      Object.assign(now.current, { first, last });
      void pump();
    },
    [pump],
  );
  const refresh = useCallback(() => {
    const state = now.current;
    state.held = { ...state.held, window: staleWindow(state.held.window) };
    setHeld(state.held);
    void pump();
  }, [pump]);
  return { window: held.window, waiting: held.key !== key, failure, show, refresh };
}
