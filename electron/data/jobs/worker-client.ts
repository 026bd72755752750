import { Worker } from 'node:worker_threads';
import { FailureError, toFailure } from '../../../shared/failure.ts';
import type { JobContext } from '../context.ts';
import { logError } from '../log.ts';
import type { DataConfig } from '../messages.ts';
import type { TaskInput, TaskName, TaskOutput } from './tasks.ts';
import type { FromWorker, ToWorker, WorkerStart } from './worker.ts';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly progress: JobContext['progress'];
  readonly signal: AbortSignal | undefined;
}

/** What a caller may hand over with a task: progress and cancellation of its job. */
export type TaskHooks = Partial<Pick<JobContext, 'progress' | 'signal'>>;

/** The worker thread of an open database, started at its first task. */
export class WorkerClient {
  #worker: Worker | undefined;
  #waiting = new Map<number, Waiting>();
  #lastId = 0;
  readonly #cancelFlag = new SharedArrayBuffer(4);
  readonly #config: DataConfig;
  readonly #file: string;
  readonly #key: Buffer;
  /** The worker's copy of the key, in memory that both threads see: it is wiped from here. */
  #lent: Uint8Array | undefined;

  constructor(config: DataConfig, file: string, key: Buffer) {
    this.#config = config;
    this.#file = file;
    this.#key = key;
  }

  /** Whether a task is running or waiting. */
  get busy(): boolean {
    return this.#waiting.size > 0;
  }

  /** Runs a task after those before it; fails with its typed failure. */
  async run<N extends TaskName>(task: N, input: TaskInput<N>, hooks: TaskHooks = {}): Promise<TaskOutput<N>> {
    const worker = (this.#worker ??= this.#start());
    const id = ++this.#lastId;
    const value = new Promise<unknown>((resolve, reject) => {
      const { progress = () => undefined, signal } = hooks;
      this.#waiting.set(id, { resolve, reject, progress, signal });
      signal?.addEventListener('abort', () => this.#cancel(id), { once: true });
    });
    if (this.#waiting.size === 1) this.#follow(id);
    worker.postMessage({ id, task, input } satisfies ToWorker);
    return (await value) as TaskOutput<N>;
  }

  /** Ends the thread; what was running fails with `cancelled`. */
  async stop(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    this.#failAll(
      new FailureError({ code: 'cancelled', text: 'Việc đang làm đã dừng vì cơ sở dữ liệu đóng lại.' }),
    );
    await worker?.terminate();
    this.#wipe();
  }

  #wipe(): void {
    this.#lent?.fill(0);
    this.#lent = undefined;
  }

  #start(): Worker {
    const lent = new Uint8Array(new SharedArrayBuffer(this.#key.length));
    lent.set(this.#key);
    this.#lent = lent;
    const workerData: WorkerStart = {
      config: this.#config,
      file: this.#file,
      key: lent,
      cancelFlag: this.#cancelFlag,
    };
    const worker = new Worker(this.#config.worker, { workerData });
    worker.on('message', (message: FromWorker) => this.#receive(message));
    worker.on('error', (error) => {
      logError('worker', error);
      this.#worker = undefined;
      this.#wipe();
      this.#failAll(new FailureError(toFailure(error)));
    });
    worker.unref();
    return worker;
  }

  #receive(message: FromWorker): void {
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return;
    if (message.type === 'progress') {
      waiting.progress(message.step, message.done, message.total);
      return;
    }
    this.#waiting.delete(message.id);
    const [next] = this.#waiting.keys();
    if (next !== undefined) this.#follow(next);
    if (message.type === 'done') waiting.resolve(message.value);
    else waiting.reject(new FailureError(message.error));
  }

  /** The cancel flag now belongs to this task. */
  #follow(id: number): void {
    Atomics.store(new Int32Array(this.#cancelFlag), 0, this.#waiting.get(id)?.signal?.aborted ? 1 : 0);
  }

  #cancel(id: number): void {
    const [running] = this.#waiting.keys();
    if (running === id) Atomics.store(new Int32Array(this.#cancelFlag), 0, 1);
  }

  #failAll(error: FailureError): void {
    const all = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const waiting of all) waiting.reject(error);
  }
}
