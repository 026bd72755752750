import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Task, TaskContext } from '../../../electron/data/jobs/task.ts';
import { UnitOfWork } from '../../../electron/data/database/unit-of-work.ts';
import {
  insertRecord,
  rowOf,
  updateRecord,
  voidRecord,
} from '../../../electron/data/records/record-writer.ts';
import type { KindName } from '../../../shared/records/index.ts';
import type { StoredValue } from '../../../shared/records/schema.ts';
import { bench, type Bench } from '../records/fixture.ts';
import { fontFolder } from './reader.ts';

export type Given = Readonly<Record<string, StoredValue>>;

/** An office's database with its agency, and the worker's tasks that make papers of it. */
export interface PaperBench extends Bench {
  readonly insert: (kind: KindName, values: Given) => number;
  readonly update: (kind: KindName, id: number, values: Given) => void;
  readonly voided: (kind: KindName, id: number, reason: string) => void;
  /** Runs a task that makes a document; gives what it answers and the document. */
  readonly make: <I, O>(
    task: Task<I & { path: string }, O>,
    job: I,
  ) => Promise<{ result: O; pdf: Uint8Array }>;
  readonly context: TaskContext;
}

export const signer = { signer_rank: 'Thượng tá', signer_name: 'Nguyễn Văn Đức' };

/** Makes a bench of papers; close it after the test. */
export function paperBench(): PaperBench {
  const office = bench();
  const fonts = fontFolder();
  const folder = mkdtempSync(join(tmpdir(), 'ba-yen-papers-'));
  const { database } = office;
  const insert = (kind: KindName, values: Given) => {
    const unit = new UnitOfWork();
    const row = insertRecord(database, unit, kind, values, office.by);
    database.commit(unit);
    return row.id;
  };
  const update = (kind: KindName, id: number, values: Given) => {
    const unit = new UnitOfWork();
    const row = rowOf(database, kind, id);
    updateRecord(unit, kind, row, row.version, values, office.by);
    database.commit(unit);
  };
  const voided = (kind: KindName, id: number, reason: string) => {
    const unit = new UnitOfWork();
    const row = rowOf(database, kind, id);
    voidRecord(unit, kind, row, row.version, { ...office.by, reason });
    database.commit(unit);
  };
  const config = {
    programVersion: '0.1.0',
    resources: resolve('resources'),
    fonts,
    worker: resolve('dist/worker.cjs'),
    userData: folder,
    defaultFolder: folder,
  };
  const context: TaskContext = {
    config,
    file: office.file,
    key: office.key,
    progress: () => undefined,
    cancelled: () => false,
  };
  insert('agency', {
    valid_from: '2020-01-01',
    parent_agency: 'CÔNG AN TỈNH NGHỆ AN',
    own_agency: 'CÔNG AN HUYỆN KỲ SƠN',
    place_name: 'Kỳ Sơn',
    signer_title: 'TRƯỞNG CÔNG AN HUYỆN',
    ...signer,
  });
  return {
    ...office,
    get by() {
      return office.by;
    },
    insert,
    update,
    voided,
    context,
    make: async (task, job) => {
      const path = join(folder, 'paper.pdf');
      const result = await task({ ...job, path }, context);
      return { result, pdf: new Uint8Array(readFileSync(path)) };
    },
    close: () => {
      office.close();
      for (const place of [folder, fonts]) rmSync(place, { recursive: true, force: true });
    },
  };
}
