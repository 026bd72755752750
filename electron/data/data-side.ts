import { definitionOf, type DataCallName } from '../../shared/api.ts';
import type { UnnumberedEvent } from '../../shared/events.ts';
import { fail, toFailure, type Answer } from '../../shared/failure.ts';
import { checkAccess } from '../../shared/access.ts';
import { openAttachment } from './attachments/open.ts';
import type { CallContext, JobContext } from './context.ts';
import { UnitOfWork } from './database/unit-of-work.ts';
import { DocumentStore } from './documents-store.ts';
import { handlers } from './handlers.ts';
import { JobRunner } from './jobs/job-runner.ts';
import { logError } from './log.ts';
import type { AttachmentBytes, DataConfig, DocumentFile, FromData, ToData } from './messages.ts';
import { lock } from './office/access.ts';
import { IdleLock, type IdleLockOptions } from './office/idle-lock.ts';
import { Office } from './office/office.ts';

type AnyHandler = (input: unknown, context: CallContext | JobContext) => unknown;
type Send = (message: FromData) => void;

/** The data side of the program: one office, its documents and jobs, and an answer to every message. */
export class DataSide {
  readonly #config: DataConfig;
  readonly #send: Send;
  readonly #office: Office;
  readonly #documents: DocumentStore;
  readonly #jobs: JobRunner;
  readonly #idle: IdleLock;

  constructor(config: DataConfig, send: Send, idle?: IdleLockOptions) {
    this.#config = config;
    this.#send = send;
    this.#documents = new DocumentStore(config.userData);
    this.#jobs = new JobRunner(this.#emit);
    this.#office = new Office(config, this.#emit);
    this.#idle = new IdleLock(this.#office, idle);
  }

  /** Answers one message; `stop` closes the database first. */
  async receive(message: Exclude<ToData, { type: 'start' }>): Promise<void> {
    switch (message.type) {
      case 'call':
        this.#send({ type: 'answer', id: message.id, answer: await this.#call(message) });
        return;
      case 'document':
        this.#idle.touch();
        this.#send({ type: 'answer', id: message.id, answer: this.#document(message.documentId) });
        return;
      case 'attachment':
        this.#idle.touch();
        this.#send({ type: 'answer', id: message.id, answer: await this.#attachment(message.attachmentId) });
        return;
      case 'audit_print':
        this.#auditPrint(message.documentId, message.action);
        return;
      case 'lock':
        lock(this.#office);
        return;
      case 'person_active':
        this.#idle.touch();
        return;
      case 'stop':
        this.#idle.stop();
        await this.#office.close();
        this.#documents.sweep();
        this.#send({ type: 'stopped' });
    }
  }

  #emit = (event: UnnumberedEvent): void => {
    // What was shown or printed names people: it goes with the person who was logged in.
    if (event.type === 'session' && event.session === null) {
      this.#jobs.cancelAll();
      this.#documents.sweep();
    }
    this.#send({ type: 'event', event });
  };

  async #call({ name, input, chosen }: Extract<ToData, { type: 'call' }>): Promise<Answer> {
    try {
      const definition = definitionOf(name);
      if (definition?.runsIn !== 'data') fail('unknown_call', 'Chương trình không biết lệnh này.');
      if (!definition.unattended) this.#idle.touch();
      // The gateway asked as well; between there and here somebody else may have logged in.
      checkAccess(definition.access, this.#office.session);
      const run = handlers[name as DataCallName] as AnyHandler;
      const context = this.#context(chosen);
      if (!definition.job) return { ok: true, value: await run(input, context) };
      const job = this.#jobs.start(context, async (jobContext) => {
        try {
          return await run(input, jobContext);
        } catch (error) {
          await this.#noticeDamage(name, error);
          throw error;
        }
      });
      return { ok: true, value: { job } };
    } catch (error) {
      logError(name, error);
      await this.#noticeDamage(name, error);
      return { ok: false, error: toFailure(error) };
    }
  }

  /** A call that could not read the live database; what is wrong with a backup is no concern of it. */
  async #noticeDamage(name: string, error: unknown): Promise<void> {
    if (name.startsWith('backup.')) return;
    await this.#office.noticeDamage(toFailure(error)).catch((failed: unknown) => logError('damage', failed));
  }

  #context(chosen: CallContext['chosen']): CallContext {
    const office = this.#office;
    return {
      config: this.#config,
      office,
      chosen,
      emit: this.#emit,
      session: office.session,
      documents: this.#documents,
      runTask: (task, input, hooks) => office.worker.run(task, input, hooks),
      cancelJob: (job) => this.#jobs.cancel(job),
    };
  }

  async #attachment(id: number): Promise<Answer<AttachmentBytes>> {
    try {
      return { ok: true, value: await openAttachment(this.#office, id) };
    } catch (error) {
      logError('attachment', error);
      return { ok: false, error: toFailure(error) };
    }
  }

  #document(documentId: string): Answer<DocumentFile> {
    try {
      const { path, format } = this.#documents.get(documentId);
      return { ok: true, value: { path, format } };
    } catch (error) {
      return { ok: false, error: toFailure(error) };
    }
  }

  /** Printing and saving leave the program, so the trail says who did it and what it was. */
  #auditPrint(documentId: string, action: 'print' | 'save'): void {
    const { session } = this.#office;
    if (!session || !this.#office.isOpen) return;
    try {
      const about = this.#documents.get(documentId).title;
      this.#office.database.commit(
        new UnitOfWork().audit({ action: `${action}_document`, userId: session.user_id, payload: { about } }),
      );
    } catch (error) {
      logError('audit of a print', error);
    }
  }
}
