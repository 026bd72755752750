import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallInput, CallOutput, JobName, PlainCallName } from '../../shared/api.ts';
import { toFailure, type Failure } from '../../shared/failure.ts';
import { call, onEvent, runJob, type JobProgress } from '../client.ts';

export interface CallState<T> {
  /** The last value; stays while a newer one is fetched. */
  readonly value: T | undefined;
  readonly failure: Failure | null;
  readonly loading: boolean;
  readonly reload: () => void;
}

interface CallOptions {
  /** Calls again whenever one of these changes, besides the input itself. */
  readonly deps?: readonly unknown[];
  /** Does not call while true. */
  readonly skip?: boolean;
}

interface Held<T> {
  readonly value: T | undefined;
  readonly failure: Failure | null;
  /** The question that the last answer belongs to. */
  readonly answered: string;
}

/** Makes a call when the component appears and whenever its input changes; answers that come late are dropped. */
export function useCall<N extends PlainCallName>(
  name: N,
  input: CallInput<N>,
  { deps = [], skip = false }: CallOptions = {},
): CallState<CallOutput<N>> {
  const [held, setHeld] = useState<Held<CallOutput<N>>>({ value: undefined, failure: null, answered: '' });
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  const latest = useRef(input);
  useEffect(() => {
    latest.current = input;
  });
  const question = JSON.stringify([name, input, deps, round]);
  useEffect(() => {
    if (skip) return;
    let current = true;
    call(name, latest.current).then(
      (value) => current && setHeld({ value, failure: null, answered: question }),
      (error: unknown) =>
        current && setHeld((before) => ({ ...before, failure: toFailure(error), answered: question })),
    );
    return () => {
      current = false;
    };
  }, [name, question, skip]);
  const refused = held.failure?.code === 'locked';
  useEffect(() => {
    if (!refused) return;
    return onEvent((event) => {
      if (event.type === 'session' && event.session && !event.session.locked) reload();
    });
  }, [refused, reload]);
  const { value, failure, answered } = held;
  return { value, failure, loading: !skip && answered !== question, reload };
}

export interface JobState<N extends JobName> {
  /** Starts the job; gives its output, or null when it failed or was cancelled (see `failure`). */
  readonly run: (input: CallInput<N>) => Promise<CallOutput<N> | null>;
  readonly running: boolean;
  readonly progress: JobProgress | null;
  /** Why the last run failed; null for one that the person cancelled. */
  readonly failure: Failure | null;
  readonly cancelled: boolean;
  readonly cancel: () => void;
  /** Forgets the last failure. */
  readonly clear: () => void;
}

type Running = {
  running: boolean;
  progress: JobProgress | null;
  failure: Failure | null;
  cancelled: boolean;
};
const idle: Running = { running: false, progress: null, failure: null, cancelled: false };

/** A long job of the contract, one at a time, with its progress and a way to cancel it. */
export function useJob<N extends JobName>(name: N): JobState<N> {
  const [state, setState] = useState<Running>(idle);
  const stop = useRef<AbortController | null>(null);
  const run = useCallback(
    async (input: CallInput<N>) => {
      const controller = new AbortController();
      stop.current = controller;
      setState({ ...idle, running: true });
      try {
        const onProgress = (progress: JobProgress) => setState((before) => ({ ...before, progress }));
        const value = await runJob(name, input, { onProgress, signal: controller.signal });
        setState(idle);
        return value;
      } catch (error) {
        const failure = toFailure(error);
        const cancelled = failure.code === 'cancelled';
        setState({ ...idle, failure: cancelled ? null : failure, cancelled });
        return null;
      }
    },
    [name],
  );
  const cancel = useCallback(() => stop.current?.abort(), []);
  const clear = useCallback(() => setState((before) => (before.running ? before : idle)), []);
  return { run, ...state, cancel, clear };
}
