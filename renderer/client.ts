import type { CallInput, CallOutput, JobName, PlainCallName } from '../shared/api.ts';
import { eventSchema, type PageEvent } from '../shared/events.ts';
import { FailureError, type Answer } from '../shared/failure.ts';

/** The only door that the page has; put there by the preload script or the browser shell. */
interface Door {
  readonly call: (name: string, input: unknown) => Promise<Answer>;
  readonly onEvent: (listener: (event: unknown) => void) => void;
}
declare global {
  interface Window {
    readonly baYen: Door;
  }
}

const listeners = new Set<(event: PageEvent) => void>();
/** Ends of jobs that came before their call's answer. */
const earlyEnds = new Map<string, PageEvent>();
const waiting = new Map<string, (event: PageEvent) => void>();

window.baYen.onEvent((raw) => {
  const event = eventSchema.parse(raw);
  if ('job' in event) {
    const wait = waiting.get(event.job);
    if (wait) wait(event);
    else if (event.type !== 'job_progress') earlyEnds.set(event.job, event);
  }
  for (const listener of listeners) listener(event);
});

/** Listens to the main side's events; gives the function that stops listening. */
export function onEvent(listener: (event: PageEvent) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function ask(name: string, input: unknown): Promise<unknown> {
  const answer = await window.baYen.call(name, input);
  if (!answer.ok) throw new FailureError(answer.error);
  return answer.value;
}

/** Makes a call of the contract; throws `FailureError` with the Vietnamese text. */
export async function call<N extends PlainCallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  return (await ask(name, input)) as CallOutput<N>;
}

/** How far a job is; `remaining_ms` is absent while unknown. */
export interface JobProgress {
  readonly step: string;
  readonly done: number;
  readonly total: number;
  readonly remaining_ms?: number | undefined;
}

/** Starts a job and waits for its end; `signal` cancels it (it then fails with `cancelled`). */
export async function runJob<N extends JobName>(
  name: N,
  input: CallInput<N>,
  options: { onProgress?: (progress: JobProgress) => void; signal?: AbortSignal } = {},
): Promise<CallOutput<N>> {
  const { job } = (await ask(name, input)) as { job: string };
  const cancel = () => void ask('jobs.cancel', { job });
  if (options.signal?.aborted) cancel();
  options.signal?.addEventListener('abort', cancel, { once: true });
  try {
    const end = await new Promise<PageEvent>((resolve) => {
      const early = earlyEnds.get(job);
      earlyEnds.delete(job);
      if (early) resolve(early);
      else
        waiting.set(job, (event) => {
          if (event.type === 'job_progress') options.onProgress?.(event);
          else resolve(event);
        });
    });
    if (end.type === 'job_failed') throw new FailureError(end.error);
    return (end as Extract<PageEvent, { type: 'job_done' }>).value as CallOutput<N>;
  } finally {
    waiting.delete(job);
    options.signal?.removeEventListener('abort', cancel);
  }
}
