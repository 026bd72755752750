import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TaskContext } from '../../../electron/data/jobs/task.ts';
import { insertRecord } from '../../../electron/data/records/record-writer.ts';
import { UnitOfWork } from '../../../electron/data/database/unit-of-work.ts';
import { RegisterSource } from '../../../electron/data/register/register-data.ts';
import { registerTask, type RegisterJob } from '../../../electron/data/register/register-task.ts';
import { meetingSheetTask } from '../../../electron/data/register/sheet-tasks.ts';
import { campaignIn, onSnapshot } from '../../../electron/data/register/snapshot.ts';
import { fontFolder } from '../documents/reader.ts';
import { bench, type Bench } from './fixture.ts';

const fonts = fontFolder();
afterAll(() => rmSync(fonts, { recursive: true, force: true }));

let made: Bench;
let folder: string;
let campaign: number;
beforeEach(() => {
  made = bench();
  folder = mkdtempSync(join(tmpdir(), 'ba-yen-register-'));
  campaign = made.campaign(2023);
  const unit = new UnitOfWork();
  const agency = (valid_from: string, own_agency: string) => ({
    valid_from,
    parent_agency: 'CÔNG AN TỈNH NGHỆ AN',
    own_agency,
    place_name: 'Kỳ Sơn',
    signer_title: 'TRƯỞNG CÔNG AN',
    signer_name: 'Lầu Bá Thử',
  });
  insertRecord(made.database, unit, 'agency', agency('2020-01-01', 'CÔNG AN HUYỆN KỲ SƠN'), made.by);
  insertRecord(made.database, unit, 'agency', agency('2025-03-01', 'CÔNG AN XÃ HUỒI TỤ'), made.by);
  made.database.commit(unit);
});
afterEach(() => {
  made.close();
  rmSync(folder, { recursive: true, force: true });
});

function context(more: Partial<TaskContext> = {}): TaskContext {
  return {
    config: {
      programVersion: '0.1.0',
      resources: resolve('resources'),
      fonts,
      worker: resolve('dist/worker.cjs'),
      userData: folder,
      defaultFolder: folder,
    },
    file: made.file,
    key: made.key,
    progress: () => undefined,
    cancelled: () => false,
    ...more,
  };
}

const look = {
  order: 'form_number',
  ethnicity: false,
  signature_column: false,
  internal: false,
  document_date: '2023-12-20',
  sample: false,
} as const;

function job(...communes: string[]): RegisterJob {
  const targets = communes.map((name) => ({
    document_id: name,
    path: join(folder, `${name}.pdf`),
    commune_id: made.commune(name),
    village_id: null,
  }));
  return { ...look, campaign_id: campaign, targets };
}

/** Forms of two villages of Huồi Tụ, typed in the other order, and two of Na Loi. */
function forms() {
  const second = made.place(campaign, made.village('Huồi Tụ', 2));
  const first = made.place(campaign, made.village('Huồi Tụ', 1));
  made.save(second, { form_number: 1, head_name: 'Vừ Bá Ân' });
  made.save(second, {
    form_number: 2,
    head_name: 'Lô Văn Dung',
    signature_mode: 'not_yet',
    signed_on: null,
    reason: 'away',
  });
  made.save(first, { form_number: 3, head_name: 'Cụt Văn Đức', note: 'Vợ ký thay' });
  made.save(made.place(campaign, made.village('Na Loi', 1)), { form_number: 1 });
}

describe('the data of a register', () => {
  it('has the villages in their order, the agency of its own day and the head of the chain', () => {
    forms();
    const area = { commune_id: made.commune('Huồi Tụ'), village_id: null };
    onSnapshot(context(), (snapshot) => {
      const source = new RegisterSource(snapshot, campaignIn(snapshot, campaign));
      const data = source.data(area, look);
      const groups = [...data.groups];
      expect(groups.map(({ rows }) => rows.map((row) => row.head_name))).toEqual([
        ['Cụt Văn Đức'],
        ['Vừ Bá Ân', 'Lô Văn Dung'],
      ]);
      expect(source.rows(area)).toBe(3);
      expect(groups[1]?.rows[1]).toMatchObject({ signature_mode: 'not_yet', reason: 'away', note: '' });
      expect(data.agency.own_agency).toBe('CÔNG AN HUYỆN KỲ SƠN');
      expect(source.data(area, { ...look, document_date: '2025-03-01' }).agency.own_agency).toBe(
        'CÔNG AN XÃ HUỒI TỤ',
      );
      expect(source.data(area, { ...look, document_date: '2019-01-01' }).agency.own_agency).toBe(
        'CÔNG AN HUYỆN KỲ SƠN',
      );
      expect(data.chain_head).toBe(made.database.chainHead.hash.toString('hex'));
    });
  });

  it('is of one state, whatever is saved meanwhile', () => {
    forms();
    onSnapshot(context(), (snapshot) => {
      const head = snapshot.chainHead;
      made.save(made.place(campaign, made.village('Huồi Tụ', 1)), { form_number: 9, head_name: 'Hờ Bá Và' });
      const source = new RegisterSource(snapshot, campaignIn(snapshot, campaign));
      expect(source.rows({ commune_id: made.commune('Huồi Tụ'), village_id: null })).toBe(3);
      expect(source.data({ commune_id: made.commune('Huồi Tụ'), village_id: null }, look).chain_head).toBe(
        head,
      );
    });
  });
});

describe('making registers', () => {
  it('gives one file a commune that has households, with its counts', async () => {
    forms();
    const steps: number[] = [];
    const result = await registerTask(
      job('Huồi Tụ', 'Mường Lống', 'Na Loi'),
      context({ progress: (_step, done, total) => void (steps.push(done), expect(total).toBe(4)) }),
    );
    expect(result).toEqual([
      { document_id: 'Huồi Tụ', pages: 1, rows: 3, signed: 2 },
      { document_id: 'Na Loi', pages: 1, rows: 1, signed: 1 },
    ]);
    expect(steps.at(-1)).toBe(4);
    expect(readFileSync(join(folder, 'Huồi Tụ.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect(existsSync(join(folder, 'Mường Lống.pdf'))).toBe(false);
  });

  it('says so when there is nothing to print', async () => {
    const run = async () => registerTask(job('Mường Lống'), context());
    await expect(run()).rejects.toThrow(/Chưa có hộ nào để in/);
  });

  it('leaves no file behind when it is cancelled', async () => {
    forms();
    let asked = 0;
    const run = async () =>
      registerTask(job('Huồi Tụ', 'Na Loi'), context({ cancelled: () => (asked += 1) > 2 }));
    await expect(run()).rejects.toThrow(/cancelled/);
    expect(existsSync(join(folder, 'Huồi Tụ.pdf'))).toBe(false);
    expect(existsSync(join(folder, 'Na Loi.pdf'))).toBe(false);
  });
});

it('the meeting sheet has every known household of the village', async () => {
  forms();
  const path = join(folder, 'sheet.pdf');
  const sheet = { campaign_id: campaign, document_date: '2023-02-01', sample: false, path };
  const village_id = made.village('Huồi Tụ', 2);
  expect(await meetingSheetTask({ ...sheet, village_id }, context())).toEqual({ pages: 1, rows: 2 });
  expect(existsSync(path)).toBe(true);
  const run = async () => meetingSheetTask({ ...sheet, village_id: made.village('Na Loi', 2) }, context());
  await expect(run()).rejects.toThrow(/Chưa có hộ nào/);
});
