import { useEffect, useState } from 'react';
import { kindOf } from '../../shared/records/index.ts';
import { call } from '../client.ts';
import { kindNamed } from './reference-picker.tsx';
import { nameOf } from './value.ts';

/** The names of records of a kind by their ids, asked once each; none while they are being asked. */
export function useReferenceNames(kind: string | null, ids: readonly number[]): ReadonlyMap<number, string> {
  const [names, setNames] = useState<ReadonlyMap<number, string>>(new Map());
  const missing = kind === null ? '' : ids.filter((id) => !names.has(id)).join(',');
  useEffect(() => {
    if (kind === null || missing === '') return;
    const name = kindNamed(kind);
    for (const id of missing.split(',').map(Number))
      call('records.get', { kind: name, id }).then(
        (record) => setNames((before) => new Map(before).set(id, nameOf(kindOf(name), record))),
        () => setNames((before) => new Map(before).set(id, `số ${id}`)),
      );
  }, [kind, missing]);
  return names;
}
