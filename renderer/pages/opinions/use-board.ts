import { useState } from 'react';
import type { CallOutput } from '../../../shared/api.ts';
import type { ShownRecord } from '../../../shared/api/records.ts';
import { toFailure, type Failure } from '../../../shared/failure.ts';
import { useCall } from '../../app/data.ts';
import { call } from '../../client.ts';
import { askedOf, type BoardFilter } from './board-filter.ts';

type Page = CallOutput<'opinions.board'>;
interface More {
  /** The first page that these rows follow. */
  readonly behind: Page | undefined;
  readonly rows: readonly ShownRecord[];
  readonly next: string | null;
}

export interface Board {
  readonly first: Page | undefined;
  readonly rows: readonly ShownRecord[];
  readonly failure: Failure | null;
  /** There is more; null where all is shown. */
  readonly more: (() => Promise<void>) | null;
}

/** The board page by page; a new question or a save begins it anew. */
export function useBoard(filter: BoardFilter, round: number): Board {
  const asked = askedOf(filter);
  const first = useCall('opinions.board', { filter: asked }, { deps: [round] });
  const [more, setMore] = useState<More>({ behind: undefined, rows: [], next: null });
  const [failure, setFailure] = useState<Failure | null>(null);
  const page = first.value;
  const following = more.behind === page ? more : { behind: page, rows: [], next: page?.next ?? null };
  const read = async () => {
    if (following.next === null) return;
    try {
      const got = await call('opinions.board', { filter: asked, after: following.next });
      setMore({ behind: page, rows: [...following.rows, ...got.rows], next: got.next });
    } catch (error) {
      setFailure(toFailure(error));
    }
  };
  return {
    first: page,
    rows: [...(page?.rows ?? []), ...following.rows],
    failure: first.failure ?? failure,
    more: following.next === null ? null : read,
  };
}
