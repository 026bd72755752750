import { useCallback, useState } from 'react';
import { toFailure, type Failure } from '../../shared/failure.ts';

/** The reason that undoing writes into the trail. */
export const undoReason = 'hoàn tác';

export interface LastDone {
  /** Vietnamese: what was done, "Đã lưu." */
  readonly text: string;
  readonly undo?: (() => Promise<unknown>) | undefined;
  /** Rises with everything that is done. */
  readonly number?: number;
}

let doneSoFar = 0;

export interface Undo {
  readonly last: LastDone | null;
  readonly failure: Failure | null;
  readonly done: (text: string, undo?: () => Promise<unknown>) => void;
  /** Something went wrong instead: it is told in the same place. */
  readonly failed: (error: unknown) => void;
  readonly undo: () => Promise<void>;
  readonly clear: () => void;
}

/**
 * Keeps what was done last on a page, so that one key takes it back; `onUndone` runs after that. `first` is what
 * was done just before the page opened.
 */
export function useUndo(onUndone: () => void, first: LastDone | null = null): Undo {
  const [last, setLast] = useState<LastDone | null>(first);
  const [failure, setFailure] = useState<Failure | null>(null);
  const done = useCallback((text: string, undo?: () => Promise<unknown>) => {
    setFailure(null);
    doneSoFar += 1;
    setLast({ text, undo, number: doneSoFar });
  }, []);
  const clear = useCallback(() => {
    setLast(null);
    setFailure(null);
  }, []);
  const failed = useCallback((error: unknown) => setFailure(toFailure(error)), []);
  const undo = async () => {
    if (!last?.undo) return;
    try {
      await last.undo();
      setLast({ text: 'Đã hoàn tác.' });
      onUndone();
    } catch (error) {
      setFailure(toFailure(error));
    }
  };
  return { last, failure, done, failed, undo, clear };
}
