import type { CallOutput } from '../../../shared/api.ts';
import type { Session, UnnumberedEvent } from '../../../shared/events.ts';
import { fail, FailureError, toFailure, type Failure } from '../../../shared/failure.ts';
import { may } from '../../../shared/rights.ts';
import { keepDailyBackups } from '../backup/daily.ts';
import type { Database } from '../database/database.ts';
import { watchIdentity } from '../database/file-identity.ts';
import type { AnswerKey } from '../database/key-envelope.ts';
import { keepCheckpoints } from '../jobs/checkpoints.ts';
import { WorkerClient } from '../jobs/worker-client.ts';
import { logError } from '../log.ts';
import type { DataConfig } from '../messages.ts';
import { refuseLocation } from './place.ts';
import { brokenOnDisk, meansDamage } from './damage.ts';
import { statusOf } from './status.ts';
import { Attempts } from './attempts.ts';
import { createOffice, type NewOffice } from './create.ts';
import { auditLogOut } from './log-out.ts';
import { OfficePlace } from './office-place.ts';
import { openDatabase, type OpenDatabase } from './open-database.ts';

/** What is there while a database is open. */
interface OpenOffice extends OpenDatabase {
  readonly key: Buffer;
  readonly worker: TaskRunner;
  readonly stopWatching: () => void;
  readonly userUid: string;
}

/** For tests: how long the first wrong password waits, how often the file's identity is checked. */
export interface OfficeOptions {
  readonly firstDelay?: number;
  readonly watchEvery?: number;
  /** Runs tasks in place of the worker thread. */
  readonly makeWorker?: (config: DataConfig, file: string, key: Buffer) => TaskRunner;
}

/** What runs long tasks away from the writer. */
export type TaskRunner = Pick<WorkerClient, 'busy' | 'run' | 'stop'>;

/**
 * The one office of this process: fresh (nothing there), closed (nobody logged in, no key in memory), open, or
 * locked. It knows what is open and who is logged in; what people do to its keys is in `access.ts`.
 */
export class Office extends OfficePlace {
  readonly attempts: Attempts;
  readonly emit: (event: UnnumberedEvent) => void;
  readonly #options: OfficeOptions;
  #open: OpenOffice | null = null;
  #session: Session | null = null;
  #trouble: Failure | null = null;
  #idleWorker: TaskRunner | null = null;
  #answerKey: AnswerKey | null = null;
  /** The recovery key just made, until it is confirmed or somebody logs in. */
  pendingRecoveryKey: string | null = null;

  constructor(config: DataConfig, emit: (event: UnnumberedEvent) => void, options: OfficeOptions = {}) {
    super(config);
    this.emit = emit;
    this.attempts = new Attempts(options.firstDelay);
    this.#options = options;
  }

  /** A worker thread for a database file and its key; the caller stops it. */
  makeWorker(file: string, key: Buffer): TaskRunner {
    const { makeWorker } = this.#options;
    return makeWorker ? makeWorker(this.config, file, key) : new WorkerClient(this.config, file, key);
  }

  get isOpen(): boolean {
    return this.#open !== null;
  }

  /** Who is logged in, locked or not. */
  get session(): Session | null {
    return this.#session;
  }

  /** The life-long name of who is logged in. */
  get userUid(): string {
    return this.#requireOpen().userUid;
  }

  /** The open database; stays usable while locked, because jobs go on. Closed: `not_signed_in`, or the trouble. */
  get database(): Database {
    return this.#requireOpen().database;
  }

  /** The raw key of the open database, for the worker; wiped when it closes. */
  get key(): Buffer {
    return this.#requireOpen().key;
  }

  /** The second key of whoever is logged in; null for who may not answer opinions. */
  get answerKey(): AnswerKey | null {
    return this.#answerKey;
  }

  /** Keeps the second key until log-out and wipes the one before. */
  holdAnswerKey(answerKey: AnswerKey | null): void {
    this.#answerKey?.key.fill(0);
    this.#answerKey = answerKey;
  }

  /** The worker thread: of the open database, or one without a database (a restore on a bare machine). */
  get worker(): TaskRunner {
    if (this.#open) return this.#open.worker;
    this.#idleWorker ??= this.makeWorker('', Buffer.alloc(0));
    return this.#idleWorker;
  }

  /** Who is logged in and at the desk: `not_signed_in` or `locked` otherwise. */
  requireSession(): Session {
    if (!this.#session) return fail('not_signed_in', 'Hãy đăng nhập.');
    if (this.#session.locked) return fail('locked', 'Màn hình đang khóa. Hãy nhập mật khẩu để mở khóa.');
    return this.#session;
  }

  #requireOpen(): OpenOffice {
    if (this.#open) return this.#open;
    if (this.#trouble) throw new FailureError(this.#trouble);
    return fail('not_signed_in', 'Hãy đăng nhập.');
  }

  /** What is wrong with the database, if anything is known to be. */
  get trouble(): Failure | null {
    return this.#trouble;
  }

  /** What the first page shows. Never fails: what is wrong is its `trouble`. */
  status(): CallOutput<'office.status'> {
    return statusOf(this);
  }

  /** Makes a new office; nobody is logged in after it. Gives the recovery key, shown once. */
  async create(folder: string | undefined, office: NewOffice): Promise<string> {
    const target = folder ?? this.config.defaultFolder;
    await refuseLocation(target);
    await this.close();
    const recoveryKey = await createOffice(target, office, this.config);
    this.pointTo(target, office.agency.own_agency);
    this.pendingRecoveryKey = recoveryKey;
    return recoveryKey;
  }

  override pointTo(folder: string, officeName: string | null): void {
    this.#trouble = null;
    super.pointTo(folder, officeName);
  }

  /** Turns to the sample year or back; nobody is logged in after it. */
  async useSample(sample: boolean): Promise<void> {
    await this.close();
    this.#trouble = null;
    this.turnTo(sample);
  }

  /** Opens the database with its key, which the office keeps and wipes at closing. */
  async open(key: Buffer, userUid: string): Promise<Database> {
    await this.close();
    try {
      const opened = openDatabase(this.paths, key, this.config.programVersion);
      const { file } = opened.database;
      const worker = this.makeWorker(file, key);
      const stopCheckpoints = keepCheckpoints(file, worker, (error) => logError('checkpoint', error));
      const stopIdentity = watchIdentity(file, () => void this.#vanish(), this.#options.watchEvery);
      const stopDaily = keepDailyBackups(this);
      const stopWatching = () => {
        stopCheckpoints();
        stopIdentity();
        stopDaily();
      };
      this.#open = { ...opened, key, userUid, worker, stopWatching };
      this.#trouble = null;
      return opened.database;
    } catch (error) {
      key.fill(0);
      this.#noticeTrouble(error);
      throw error;
    }
  }

  #noticeTrouble(error: unknown): void {
    const failure = toFailure(error);
    if (meansDamage(failure.code) || failure.code === 'newer_program') this.#trouble = failure;
  }

  /** Somebody at work met a database that cannot be read: where the disk says so too, it closes and the page is told. */
  async noticeDamage(failure: Failure): Promise<void> {
    const open = this.#open;
    if (open && meansDamage(failure.code) && brokenOnDisk(open.database.file, open.key))
      await this.#breakOff(failure);
  }

  async #breakOff(error: Failure): Promise<void> {
    await this.close(false);
    this.#trouble = error;
    this.emit({ type: 'trouble', error });
  }

  #vanish(): Promise<void> {
    return this.#breakOff({
      code: 'vanished',
      text: 'Tệp cơ sở dữ liệu đã bị xóa hoặc bị thay trong lúc đang mở, nên chương trình đã dừng ghi. Hãy khôi phục từ bản sao lưu gần nhất.',
      safe: 'Các bản sao lưu không bị ảnh hưởng.',
    });
  }

  /**
   * Closes the database while `work` replaces its files, and opens it again with the key that `work` gives; null
   * logs out. Nothing can be saved meanwhile. Where `work` fails, the database is open as before, unless its files
   * are half replaced: then nobody is logged in until that is finished.
   */
  async replaceFiles(work: (key: Buffer) => Promise<Buffer | null> | Buffer | null): Promise<void> {
    const { worker, database, lock, stopWatching, key, userUid } = this.#requireOpen();
    this.#open = null;
    this.#trouble = { code: 'in_use', text: 'Dữ liệu đang được thay. Hãy đợi một lát.' };
    stopWatching();
    await worker.stop();
    database.close();
    let next: Buffer | null = key;
    try {
      next = await work(key);
    } finally {
      lock.release();
      this.#trouble = null;
      if (next !== key) key.fill(0);
      await this.#reopen(next, userUid);
    }
  }

  /** Opens the database for who was logged in, or logs out where there is no key or it cannot be opened. */
  async #reopen(key: Buffer | null, userUid: string): Promise<void> {
    try {
      if (key) await this.open(key, userUid);
    } finally {
      if (!this.isOpen) this.setSession(null);
    }
  }

  /** Says who is logged in; null after log-out. */
  setSession(session: Session | null): void {
    // What only who made it may see goes with her.
    if (session === null) this.pendingRecoveryKey = null;
    if (session === null || !may(session.role, 'opinions.answer')) this.holdAnswerKey(null);
    this.#session = session;
    this.emit({ type: 'session', session });
  }

  /** Closes the database, stops its jobs and wipes the key; does nothing when it is closed. */
  async close(clean = true): Promise<void> {
    await this.#idleWorker?.stop();
    this.#idleWorker = null;
    const open = this.#open;
    if (!open) return;
    this.#open = null;
    open.stopWatching();
    if (clean) auditLogOut(open.database, this.#session);
    await open.worker.stop();
    open.database.close();
    open.lock.release(clean);
    open.key.fill(0);
    if (this.#session) this.setSession(null);
  }
}
