import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CallOutput } from '../../../shared/api.ts';
import type { Session, UnnumberedEvent } from '../../../shared/events.ts';
import { fail, FailureError, toFailure, type Failure } from '../../../shared/failure.ts';
import { newestBackup } from '../backup/listing.ts';
import type { Database } from '../database/database.ts';
import { watchIdentity } from '../database/file-identity.ts';
import { readEnvelope, type Envelope } from '../database/key-envelope.ts';
import { keepCheckpoints } from '../jobs/checkpoints.ts';
import { WorkerClient } from '../jobs/worker-client.ts';
import { logError } from '../log.ts';
import type { DataConfig } from '../messages.ts';
import { locate } from '../../desktop/locations.ts';
import { Attempts } from './attempts.ts';
import { createOffice, type NewOffice } from './create.ts';
import { readLocation, writeLocation, type Location } from './location.ts';
import { openDatabase, type OpenDatabase } from './open-database.ts';
import { hasOffice, officePaths, type OfficePaths } from './paths.ts';
import { settingsOf, usualIdleMinutes } from './settings.ts';

/** What is there while a database is open. */
interface OpenOffice extends OpenDatabase {
  readonly key: Buffer;
  readonly worker: WorkerClient;
  readonly stopWatching: () => void;
  readonly userUid: string;
}

/** For tests: how long the first wrong password waits, how often the file's identity is checked. */
export interface OfficeOptions {
  readonly firstDelay?: number;
  readonly watchEvery?: number;
}

/**
 * The one office of this process: fresh (nothing there), closed (nobody logged in, no key in memory), open, or
 * locked. It knows where the office lies and who is logged in; what people do to its keys is in `access.ts`.
 */
export class Office {
  readonly config: DataConfig;
  readonly attempts: Attempts;
  readonly emit: (event: UnnumberedEvent) => void;
  readonly #watchEvery: number | undefined;
  #location: Location;
  #sample = false;
  #open: OpenOffice | null = null;
  #session: Session | null = null;
  #trouble: Failure | null = null;
  #idleWorker: WorkerClient | null = null;
  /** The recovery key just made, until it is confirmed or somebody logs in. */
  pendingRecoveryKey: string | null = null;

  constructor(config: DataConfig, emit: (event: UnnumberedEvent) => void, options: OfficeOptions = {}) {
    this.config = config;
    this.emit = emit;
    this.attempts = new Attempts(options.firstDelay);
    this.#watchEvery = options.watchEvery;
    this.#location = readLocation(config);
  }

  /** The files of the office that is in use: the real one, or the sample. */
  get paths(): OfficePaths {
    return officePaths(this.#sample ? this.sampleFolder : this.#location.folder);
  }

  /** Where the sample year lies, apart from everything real. */
  get sampleFolder(): string {
    return join(this.config.userData, 'du-lieu-mau');
  }

  /** Whether the sample year is in use: its papers bear "DỮ LIỆU MẪU". */
  get sample(): boolean {
    return this.#sample;
  }

  get location(): Location {
    return this.#location;
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

  /** The worker thread: of the open database, or one without a database (a restore on a bare machine). */
  get worker(): WorkerClient {
    if (this.#open) return this.#open.worker;
    this.#idleWorker ??= new WorkerClient(this.config, '', Buffer.alloc(0));
    return this.#idleWorker;
  }

  /** Who is logged in and at the desk: `not_signed_in` or `locked` otherwise. */
  requireSession(): Session {
    if (!this.#session) return fail('not_signed_in', 'Hãy đăng nhập.');
    if (this.#session.locked) return fail('locked', 'Màn hình đang khóa. Hãy nhập mật khẩu để mở khóa.');
    return this.#session;
  }

  /** Who may open the office: `no_office` where there is none. */
  requireEnvelope(): Envelope {
    return (
      readEnvelope(this.paths.keys) ??
      fail(
        'no_office',
        'Chưa có cơ sở dữ liệu trên máy này. Hãy thiết lập đơn vị hoặc khôi phục từ bản sao lưu.',
      )
    );
  }

  #requireOpen(): OpenOffice {
    if (this.#open) return this.#open;
    if (this.#trouble) throw new FailureError(this.#trouble);
    return fail('not_signed_in', 'Hãy đăng nhập.');
  }

  /** What the first page shows. Never fails: what is wrong is its `trouble`. */
  status(): CallOutput<'office.status'> {
    const { folder } = this.paths;
    let logins: string[] = [];
    let trouble = this.#trouble;
    try {
      logins =
        readEnvelope(this.paths.keys)
          ?.users.map((user) => user.login)
          .sort() ?? [];
    } catch (error) {
      trouble ??= toFailure(error);
    }
    if (!this.#open && hasOffice(folder)) trouble ??= this.#missingPart();
    return {
      state: this.#state(trouble),
      folder,
      office_name: this.#location.office_name,
      logins,
      session: this.#session,
      sample: this.#sample,
      program_version: this.config.programVersion,
      trouble,
      newest_backup: newestBackup(this.paths.backups),
      idle_minutes: this.#open ? settingsOf(this.#open.database).idle_minutes : usualIdleMinutes,
    };
  }

  #state(trouble: Failure | null): CallOutput<'office.status'>['state'] {
    if (this.#open) return this.#session?.locked ? 'locked' : 'open';
    if (trouble) return 'trouble';
    return hasOffice(this.paths.folder) ? 'closed' : 'fresh';
  }

  #missingPart(): Failure | null {
    const { database, keys } = this.paths;
    const safe = 'Các bản sao lưu không bị ảnh hưởng.';
    if (!existsSync(database))
      return {
        code: 'vanished',
        text: 'Không thấy tệp cơ sở dữ liệu. Hãy khôi phục từ bản sao lưu gần nhất.',
        safe,
      };
    if (!existsSync(keys))
      return {
        code: 'vanished',
        text: 'Không thấy tệp khóa keys.json. Hãy khôi phục từ bản sao lưu gần nhất.',
        safe,
      };
    return null;
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

  /** From now on the office is the one in this folder. */
  pointTo(folder: string, officeName: string | null): void {
    this.#sample = false;
    this.#trouble = null;
    this.remember({ folder, office_name: officeName });
  }

  /** Keeps something in this Windows user's own folder; nothing of the sample is kept. */
  remember(change: Partial<Location>): void {
    if (this.#sample) return;
    this.#location = { ...this.#location, ...change };
    writeLocation(this.config, this.#location);
  }

  /** Turns to the sample year or back; nobody is logged in after it. */
  async useSample(sample: boolean): Promise<void> {
    await this.close();
    this.#trouble = null;
    this.#sample = sample;
  }

  /** Opens the database with its key, which the office keeps and wipes at closing. */
  async open(
    key: Buffer,
    userUid: string,
    backUp: (schemaVersion: number) => Promise<void>,
  ): Promise<Database> {
    await this.close();
    try {
      const opened = await openDatabase(this.paths, key, this.config.programVersion, backUp);
      const { file } = opened.database;
      const worker = new WorkerClient(this.config, file, key);
      const stopCheckpoints = keepCheckpoints(file, worker, (error) => logError('checkpoint', error));
      const stopIdentity = watchIdentity(file, () => void this.#vanish(), this.#watchEvery);
      const stopWatching = () => {
        stopCheckpoints();
        stopIdentity();
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
    if (failure.code === 'damaged' || failure.code === 'vanished') this.#trouble = failure;
  }

  async #vanish(): Promise<void> {
    const error: Failure = {
      code: 'vanished',
      text: 'Tệp cơ sở dữ liệu đã bị xóa hoặc bị thay trong lúc đang mở, nên chương trình đã dừng ghi. Hãy khôi phục từ bản sao lưu gần nhất.',
      safe: 'Các bản sao lưu không bị ảnh hưởng.',
    };
    await this.close(false);
    this.#trouble = error;
    this.emit({ type: 'trouble', error });
  }

  /** Says who is logged in; null after log-out. */
  setSession(session: Session | null): void {
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
    await open.worker.stop();
    open.database.close();
    open.lock.release(clean);
    open.key.fill(0);
    if (this.#session) this.setSession(null);
  }
}

/** Refuses what a live database must not lie on: network paths and removable drives (`bad_location`). */
export async function refuseLocation(folder: string): Promise<void> {
  const place = await locate(folder);
  if (place === 'network')
    fail(
      'bad_location',
      'Không đặt cơ sở dữ liệu trên ổ mạng: dễ hỏng dữ liệu. Hãy chọn thư mục trên ổ đĩa của máy.',
    );
  if (place === 'removable')
    fail(
      'bad_location',
      'Không đặt cơ sở dữ liệu trên USB hay ổ tháo rời. Hãy chọn thư mục trên ổ đĩa của máy.',
    );
}
