import { useState } from 'react';
import type { CallInput, CallOutput } from '../../../shared/api.ts';
import { toFailure, type Failure } from '../../../shared/failure.ts';
import { useCall } from '../../app/data.ts';
import { call } from '../../client.ts';

type Book = CallOutput<'funds.book'>;
export type BookQuestion = Omit<CallInput<'funds.book'>, 'after' | 'limit'>;

interface More {
  readonly question: string;
  readonly rows: Book['rows'];
  readonly next: string | null;
}

/** A stretch of a book, page by page: what is shown grows as more of it is asked for. */
export function useBook(question: BookQuestion, skip: boolean) {
  const text = JSON.stringify(question);
  const first = useCall('funds.book', { ...question, limit: 200 }, { skip });
  const [more, setMore] = useState<More | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const own = more?.question === text ? more : null;
  const next = own ? own.next : (first.value?.next ?? null);
  const rows = first.value ? [...first.value.rows, ...(own?.rows ?? [])] : [];
  const loadMore = async () => {
    if (next === null) return;
    try {
      const page = await call('funds.book', { ...question, after: next, limit: 200 });
      setMore({ question: text, rows: [...(own?.rows ?? []), ...page.rows], next: page.next });
    } catch (error) {
      setFailure(toFailure(error));
    }
  };
  return {
    book: first.value,
    rows,
    next,
    loadMore,
    failure: first.failure ?? failure,
    loading: first.loading,
  };
}
