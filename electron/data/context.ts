import type { CallInput, CallOutput, DataCallName, JobName, ParsedInput } from '../../shared/api.ts';
import type { Session, UnnumberedEvent } from '../../shared/events.ts';
import type { DocumentStore } from './documents-store.ts';
import type { TaskHooks } from './jobs/worker-client.ts';
import type { TaskInput, TaskName, TaskOutput } from './jobs/tasks.ts';
import type { ChosenPath, DataConfig } from './messages.ts';
import type { Office } from './office/office.ts';

/** What every handler is given besides its input. */
export interface CallContext {
  readonly config: DataConfig;
  /** The one office of this process: opens, closes, holds the database and the session. */
  readonly office: Office;
  /** token → what the person chose. */
  readonly chosen: Readonly<Record<string, ChosenPath>>;
  readonly emit: (event: UnnumberedEvent) => void;
  /** Who is logged in; handlers of calls that need a right may rely on `requireSession`. */
  readonly session: Session | null;
  /** Documents made in this session. */
  readonly documents: DocumentStore;
  /** Runs a task in the worker thread of the open database. */
  readonly runTask: <N extends TaskName>(
    task: N,
    input: TaskInput<N>,
    hooks?: TaskHooks,
  ) => Promise<TaskOutput<N>>;
  /** Asks a job to stop. */
  readonly cancelJob: (job: string) => void;
}

/** What a job is given besides. */
export interface JobContext extends CallContext {
  readonly signal: AbortSignal;
  /** Vietnamese step, done of total; remaining time is computed from it. */
  readonly progress: (step: string, done: number, total: number) => void;
}

type PlainHandler<N extends DataCallName> = (
  input: ParsedInput<N>,
  context: CallContext,
) => Promise<CallOutput<N>> | CallOutput<N>;
type JobHandler<N extends DataCallName> = (
  input: ParsedInput<N>,
  context: JobContext,
) => Promise<CallOutput<N>>;

/** The handler of a call of the data process. */
export type Handler<N extends DataCallName> = N extends JobName ? JobHandler<N> : PlainHandler<N>;
/** A feature's handlers; the registry demands that every call has exactly one. */
export type Handlers<N extends DataCallName> = { readonly [K in N]: Handler<K> };
export type { CallInput };
