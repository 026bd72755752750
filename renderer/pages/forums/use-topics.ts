import { useEffect, useState } from 'react';
import { toFailure, type Failure } from '../../../shared/failure.ts';
import { useMay } from '../../app/session.tsx';
import { call } from '../../client.ts';
import { callFilter, noFilter } from '../../records/filters.ts';
import { kindOf } from '../../../shared/records/index.ts';
import { nameOf } from '../../records/value.ts';
import type { Topic } from './topic-picker.tsx';

const MOST = 200;

/** The office's topics in their order; an office without any gets the usual ones, where the person may write. */
export function useTopics(): { topics: readonly Topic[]; failure: Failure | null } {
  const mayWrite = useMay('records.write');
  const [topics, setTopics] = useState<readonly Topic[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let current = true;
    const read = async () => {
      if (mayWrite) await call('opinions.usual_topics', {});
      const input = { kind: 'opinion_topic', filter: callFilter(noFilter, {}), limit: MOST } as const;
      const { rows } = await call('records.list', input);
      if (current) setTopics(rows.map((row) => ({ id: row.id, name: nameOf(kindOf('opinion_topic'), row) })));
    };
    read().catch((error: unknown) => current && setFailure(toFailure(error)));
    return () => {
      current = false;
    };
  }, [mayWrite]);
  return { topics, failure };
}
