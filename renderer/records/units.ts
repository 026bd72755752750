import { useEffect, useState } from 'react';
import type { Unit } from '../../shared/api/units.ts';
import { toFailure, type Failure } from '../../shared/failure.ts';
import type { IsoDate } from '../../shared/vietnamese/dates.ts';
import { call, onEvent } from '../client.ts';

const known = new Map<IsoDate, Promise<readonly Unit[]>>();
const watchers = new Set<() => void>();

/** The covered units of a day; asked once a day and kept until `forgetUnits`. */
export function loadUnits(date: IsoDate): Promise<readonly Unit[]> {
  const before = known.get(date);
  if (before) return before;
  const asked = call('units.list', { date });
  known.set(date, asked);
  asked.catch(() => known.delete(date));
  return asked;
}

/** Forgets every unit read so far, after a change of units, another log-in or another database. */
export function forgetUnits(): void {
  known.clear();
  for (const watcher of watchers) watcher();
}

// Another person or another database may cover other units.
onEvent((event) => {
  if (event.type === 'session') forgetUnits();
});

interface UnitsState {
  readonly units: readonly Unit[];
  readonly failure: Failure | null;
  readonly loading: boolean;
}

/** The covered units of a day, asked again after `forgetUnits`. */
export function useUnits(date: IsoDate): UnitsState {
  const [state, setState] = useState<UnitsState>({ units: [], failure: null, loading: true });
  const [round, setRound] = useState(0);
  useEffect(() => {
    const watcher = () => setRound((before) => before + 1);
    watchers.add(watcher);
    return () => void watchers.delete(watcher);
  }, []);
  useEffect(() => {
    let current = true;
    loadUnits(date).then(
      (units) => current && setState({ units, failure: null, loading: false }),
      (error: unknown) =>
        current && setState((before) => ({ ...before, failure: toFailure(error), loading: false })),
    );
    return () => {
      current = false;
    };
  }, [date, round]);
  return state;
}
