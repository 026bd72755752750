import { definitionOf } from '../shared/api.ts';
import { jobSchema } from '../shared/api/common.ts';
import { maxInputBytes, type CallDefinition } from '../shared/api/define.ts';
import { eventSchema, type PageEvent, type Session, type UnnumberedEvent } from '../shared/events.ts';
import { fail, FailureError, toFailure, type Answer } from '../shared/failure.ts';
import { errorInWords } from './data/log.ts';
import type { ChosenPath, DataConfig } from './data/messages.ts';
import type { Desktop } from './desktop/desktop.ts';
import { checkAccess } from '../shared/access.ts';
import { Attachments } from './gateway/attachments.ts';
import { DataLink, processGone, type DataProcess } from './gateway/data-link.ts';
import { desktopHandlers, type DesktopHandlers } from './gateway/desktop-calls.ts';
import { Documents } from './gateway/documents.ts';
import { TokenStore } from './gateway/tokens.ts';
import { parseInput, parseOutput } from './gateway/validate.ts';

export interface GatewayOptions {
  /** Starts a data process; called again when it died. */
  readonly startDataProcess: () => DataProcess;
  readonly config: DataConfig;
  readonly desktop: Desktop;
  /** Gets every event for the page, numbered from 1 without gaps. */
  readonly emit: (event: PageEvent) => void;
  /** For the program's own mistakes; never gets names of people or values. */
  readonly log: (line: string) => void;
}

/** One call as it came from a window. */
export interface IncomingCall {
  /** The shell's check of who sent it: our own page, in the main frame of our own window. */
  readonly trusted: boolean;
  readonly name: unknown;
  readonly input: unknown;
}

export interface Gateway {
  /** Never throws: every failure is an answer. */
  handle(call: IncomingCall): Promise<Answer>;
  /** The bytes behind a one-time address; undefined when there are none (any more). */
  openOnce(token: string): Promise<{ bytes: Uint8Array; contentType: string } | undefined>;
  /** Locks the screen: the machine sleeps, or its own screen is locked. */
  lock(): void;
  /** A person touched key or mouse: the idle time begins anew. */
  personActive(): void;
  /** Closes the database and ends the data process. */
  stop(): Promise<void>;
  /** Ends the data process at once, as a power cut does. */
  kill(): void;
  readonly dataProcessId: () => number | undefined;
}

/** The one door between page and program: who asks, what, may they, and does the answer fit. */
export function createGateway(options: GatewayOptions): Gateway {
  return new ProgramGateway(options);
}

class ProgramGateway implements Gateway {
  readonly #options: GatewayOptions;
  readonly #tokens = new TokenStore();
  readonly #files = new TokenStore();
  readonly #link: DataLink;
  readonly #documents: Documents;
  readonly #attachments: Attachments;
  readonly #desktopCalls: DesktopHandlers;
  /** job id → the call that started it */
  readonly #jobs = new Map<string, string>();
  #session: Session | null = null;
  #seq = 0;

  constructor(options: GatewayOptions) {
    this.#options = options;
    this.#link = new DataLink({
      start: options.startDataProcess,
      config: options.config,
      onEvent: (event) => this.#receive(event),
      onGone: (restarted) => this.#dataProcessGone(restarted),
    });
    this.#documents = new Documents(this.#link, options.desktop);
    this.#attachments = new Attachments(this.#link, options.desktop, this.#files);
    this.#desktopCalls = desktopHandlers(options.desktop, this.#documents, this.#attachments, this.#tokens);
  }

  readonly dataProcessId = () => this.#link.pid;

  async openOnce(token: string) {
    // An address from before the lock waits until it is unlocked.
    if (this.#session?.locked) return undefined;
    return this.#attachments.openOnce(token) ?? this.#documents.openOnce(token);
  }

  lock() {
    // At once, however busy the data process is just now; it tells the page.
    if (this.#session) this.#session = { ...this.#session, locked: true };
    this.#link.tell({ type: 'lock' });
  }

  personActive() {
    this.#link.tell({ type: 'person_active' });
  }

  stop() {
    return this.#link.stop();
  }

  kill() {
    this.#link.kill();
  }

  async handle({ trusted, name, input }: IncomingCall): Promise<Answer> {
    try {
      if (!trusted) fail('forbidden', 'Yêu cầu không đến từ màn hình của chương trình.');
      const definition = typeof name === 'string' ? definitionOf(name) : undefined;
      if (typeof name !== 'string' || !definition) {
        fail('unknown_call', 'Chương trình không có chức năng này.');
      }
      checkAccess(definition.access, this.#session);
      const parsed = parseInput(definition, input, definition.maxBytes ?? maxInputBytes);
      return { ok: true, value: await this.#carryOut(name, definition, parsed) };
    } catch (error) {
      return { ok: false, error: this.#failure(error) };
    }
  }

  async #carryOut(name: string, definition: CallDefinition, input: unknown): Promise<unknown> {
    if (definition.runsIn === 'desktop') {
      // The table has a handler for every such name (its type demands it), each with its own input.
      const handler = this.#desktopCalls[name as keyof DesktopHandlers] as (input: unknown) => unknown;
      return parseOutput(name, definition.output, await handler(input));
    }
    const chosen = this.#chosenIn(definition, input);
    const started = (answer: Answer) => {
      const job = answer.ok ? jobSchema.safeParse(answer.value).data?.job : undefined;
      if (job !== undefined) this.#jobs.set(job, name);
    };
    const answer = await this.#link.call(name, input, chosen, definition.job ? started : undefined);
    if (!answer.ok) throw new FailureError(answer.error);
    return parseOutput(name, definition.job ? jobSchema : definition.output, answer.value);
  }

  /** The paths behind the tokens in an input. */
  #chosenIn(definition: CallDefinition, input: unknown): Record<string, ChosenPath> {
    const chosen: Record<string, ChosenPath> = {};
    const find = (fields: readonly string[] | undefined, store: TokenStore, what: string) => {
      for (const field of fields ?? []) {
        const token = (input as Record<string, unknown>)[field];
        if (token === undefined || token === null) continue;
        const path = typeof token === 'string' ? store.get(token) : undefined;
        if (!path || typeof token !== 'string') {
          fail('bad_input', `${what} đã chọn không còn được nhớ, hãy chọn lại.`);
        }
        chosen[token] = path;
      }
    };
    find(definition.tokens, this.#tokens, 'Thư mục');
    find(definition.fileTokens, this.#files, 'Tệp');
    return chosen;
  }

  #receive(event: UnnumberedEvent): void {
    if (event.type === 'session') this.#session = event.session;
    if (event.type === 'session' && event.session === null) this.#attachments.forget();
    this.#emit(this.#checked(event));
  }

  /** The end of a job with its value held to its declaration. */
  #checked(event: UnnumberedEvent): UnnumberedEvent {
    if (event.type !== 'job_done' && event.type !== 'job_failed') return event;
    const name = this.#jobs.get(event.job);
    this.#jobs.delete(event.job);
    const definition = name === undefined ? undefined : definitionOf(name);
    if (event.type !== 'job_done' || name === undefined || !definition) return event;
    try {
      return { ...event, value: parseOutput(name, definition.output, event.value) };
    } catch (error) {
      return { type: 'job_failed', job: event.job, error: this.#failure(error) };
    }
  }

  #dataProcessGone(restarted: boolean): void {
    this.#options.log(`data process gone, ${restarted ? 'started again' : 'not started again'}`);
    this.#session = null;
    this.#attachments.forget();
    for (const job of this.#jobs.keys()) this.#emit({ type: 'job_failed', job, error: processGone });
    this.#jobs.clear();
    this.#emit({ type: 'session', session: null });
    this.#emit({ type: 'trouble', error: processGone });
  }

  #emit(event: UnnumberedEvent): void {
    const numbered = eventSchema.safeParse({ ...event, seq: this.#seq + 1 });
    if (!numbered.success) {
      this.#options.log(`an event of type ${event.type} does not fit its declaration`);
      return;
    }
    this.#seq += 1;
    this.#options.emit(numbered.data);
  }

  #failure(error: unknown) {
    if (!(error instanceof FailureError)) {
      this.#options.log(errorInWords(error));
    }
    return toFailure(error);
  }
}
