import { randomBytes } from 'node:crypto';
import { FailureError, toFailure, type Failure } from '../../../shared/failure.ts';
import type { UnnumberedEvent } from '../../../shared/events.ts';
import type { CallContext, JobContext } from '../context.ts';
import { logError } from '../log.ts';

/** Shortest time between two progress events, in ms: more would only load the page. */
const progressEvery = 80;

const cancelled: Failure = {
  code: 'cancelled',
  text: 'Đã hủy theo yêu cầu.',
  safe: 'Không có gì bị thay đổi.',
};

/** Runs jobs: gives each an id at once, tells progress and end as events, cancels on demand. */
export class JobRunner {
  #running = new Map<string, AbortController>();
  readonly #emit: (event: UnnumberedEvent) => void;

  constructor(emit: (event: UnnumberedEvent) => void) {
    this.#emit = emit;
  }

  /** Starts a job and gives its id; its end is told by `job_done` or `job_failed`. */
  start(context: CallContext, run: (context: JobContext) => Promise<unknown>): string {
    const job = randomBytes(12).toString('hex');
    const controller = new AbortController();
    this.#running.set(job, controller);
    const jobContext: JobContext = { ...context, signal: controller.signal, progress: this.#progressOf(job) };
    run(jobContext)
      .then(
        (value) => this.#emit({ type: 'job_done', job, value }),
        (error: unknown) => {
          logError('job', error);
          this.#emit({ type: 'job_failed', job, error: toFailure(error) });
        },
      )
      .finally(() => this.#running.delete(job));
    return job;
  }

  /** Asks a job to stop; it ends with `cancelled` at its next step. A job that is gone is none of ours. */
  cancel(job: string): void {
    this.#running.get(job)?.abort(new FailureError(cancelled));
  }

  /** Asks every job to stop: whoever started them is gone, and nothing is written in another's name. */
  cancelAll(): void {
    for (const job of this.#running.keys()) this.cancel(job);
  }

  #progressOf(job: string): JobContext['progress'] {
    const started = Date.now();
    let last = 0;
    return (step, done, total) => {
      const now = Date.now();
      if (now - last < progressEvery && done < total) return;
      last = now;
      const remaining =
        done > 0 && now - started > 500 ? Math.round(((now - started) * (total - done)) / done) : undefined;
      this.#emit({
        type: 'job_progress',
        job,
        step,
        done,
        total,
        ...(remaining !== undefined && { remaining_ms: remaining }),
      });
    };
  }
}
