import type {
  AttachmentBytes,
  ChosenPath,
  DataConfig,
  DocumentFile,
  FromData,
  ToData,
} from '../data/messages.ts';
import type { UnnumberedEvent } from '../../shared/events.ts';
import type { Answer, Failure } from '../../shared/failure.ts';

/** A running data process, however it was started: Electron's utility process, or a forked Node. */
export interface DataProcess {
  readonly pid: number | undefined;
  send(message: ToData): void;
  onMessage(listener: (message: FromData) => void): void;
  onExit(listener: (code: number | null) => void): void;
  kill(): void;
}

export interface DataLinkOptions {
  readonly start: () => DataProcess;
  readonly config: DataConfig;
  readonly onEvent: (event: UnnumberedEvent) => void;
  /** The process is gone; `restarted` says whether another one was started. */
  readonly onGone: (restarted: boolean) => void;
}

/** What every call that waited for a dead data process is told. */
export const processGone: Failure = {
  code: 'process_gone',
  text: 'Phần quản lý dữ liệu của chương trình vừa dừng đột ngột. Hãy đăng nhập lại; nếu còn lỗi, hãy khởi động lại chương trình.',
  safe: 'Những gì đã báo là đã lưu vẫn còn nguyên; hãy xem lại việc đang làm dở.',
};

/** A process that dies again within this time, in ms, is not started a third time. */
const steadyAfter = 60_000;

type Unsent = { type: 'call'; name: string; input: unknown; chosen: Record<string, ChosenPath> };
type Question =
  Unsent | { type: 'document'; documentId: string } | { type: 'attachment'; attachmentId: number };

/**
 * The line to the data process: questions get numbers and wait for their answer; when the process dies, all
 * that wait are told so and it is started once more.
 */
export class DataLink {
  readonly #options: DataLinkOptions;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #process: DataProcess | undefined;
  #nextId = 1;
  #startedAt = 0;
  #restarts = 0;
  #stopping: (() => void) | undefined;

  constructor(options: DataLinkOptions) {
    this.#options = options;
    this.#start();
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /**
   * Answers what the handler answers, or `process_gone`. `seen` gets the answer before any message behind it
   * is read: events of a job may follow at once.
   */
  call(
    name: string,
    input: unknown,
    chosen: Record<string, ChosenPath>,
    seen?: (answer: Answer) => void,
  ): Promise<Answer> {
    return this.#ask({ type: 'call', name, input, chosen }, seen);
  }

  /** Where a made document lies. */
  async document(documentId: string): Promise<Answer<DocumentFile>> {
    return (await this.#ask({ type: 'document', documentId })) as Answer<DocumentFile>;
  }

  /** The bytes of an attachment. */
  async attachment(attachmentId: number): Promise<Answer<AttachmentBytes>> {
    return (await this.#ask({ type: 'attachment', attachmentId })) as Answer<AttachmentBytes>;
  }

  /** Says something that has no answer. */
  tell(message: Extract<ToData, { type: 'audit_print' | 'lock' | 'person_active' }>): void {
    if (!this.#stopping) this.#process?.send(message);
  }

  /** Has the database closed and waits for the process to end; kills it after `patience` ms. */
  async stop(patience = 10_000): Promise<void> {
    const dataProcess = this.#process;
    if (!dataProcess) return;
    const ended = new Promise<void>((resolve) => (this.#stopping = resolve));
    dataProcess.send({ type: 'stop' });
    const timer = setTimeout(() => dataProcess.kill(), patience);
    await ended;
    clearTimeout(timer);
  }

  /** Ends the process at once and for good, as a power cut does. */
  kill(): void {
    this.#stopping = () => undefined;
    this.#process?.kill();
  }

  #ask(question: Question, seen?: (answer: Answer) => void): Promise<Answer> {
    const dataProcess = this.#process;
    if (!dataProcess || this.#stopping) return Promise.resolve({ ok: false, error: processGone });
    return new Promise((resolve) => {
      const id = this.#nextId++;
      this.#waiting.set(id, (answer) => {
        seen?.(answer);
        resolve(answer);
      });
      dataProcess.send({ ...question, id });
    });
  }

  #start(): void {
    const dataProcess = this.#options.start();
    this.#process = dataProcess;
    this.#startedAt = Date.now();
    dataProcess.onMessage((message) => {
      if (dataProcess === this.#process) this.#receive(message);
    });
    dataProcess.onExit(() => {
      if (dataProcess === this.#process) this.#gone();
    });
    dataProcess.send({ type: 'start', config: this.#options.config });
  }

  #receive(message: FromData): void {
    switch (message.type) {
      case 'answer': {
        const resolve = this.#waiting.get(message.id);
        this.#waiting.delete(message.id);
        resolve?.(message.answer);
        return;
      }
      case 'event':
        this.#options.onEvent(message.event);
        return;
      case 'started':
      case 'stopped':
        return;
    }
  }

  #gone(): void {
    this.#process = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const resolve of waiting) resolve({ ok: false, error: processGone });
    if (this.#stopping) {
      this.#stopping();
      return;
    }
    if (Date.now() - this.#startedAt > steadyAfter) this.#restarts = 0;
    const restart = this.#restarts < 1;
    if (restart) {
      this.#restarts += 1;
      this.#start();
    }
    this.#options.onGone(restart);
  }
}
