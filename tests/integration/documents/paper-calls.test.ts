import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { JobContext } from '../../../electron/data/context.ts';
import { DocumentStore } from '../../../electron/data/documents-store.ts';
import { fundPaperHandlers } from '../../../electron/data/records/funds/papers-handlers.ts';
import { housePaperHandlers } from '../../../electron/data/records/houses/papers-handlers.ts';
import { query } from '../../../electron/data/database/tables.ts';
import { fundBench, type FundBench } from './fund-kit.ts';
import { houseBench, type HouseBench } from './house-kit.ts';
import type { PaperBench } from './paper-kit.ts';
import { readPages } from './reader.ts';
import { runHere } from '../../support/run-here.ts';

const payloadSchema = z.object({ about: z.string() });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ba-yen-calls-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a call is given: the office's own database and store; the worker's tasks run at once, on their own connection. */
function callsOf(office: PaperBench) {
  const documents = new DocumentStore(folder);
  const { database } = office;
  const own: Pick<JobContext, 'documents' | 'runTask'> & { office: unknown } = {
    documents,
    runTask: (task, input) => runHere(task, input, office.context),
    office: { database, sample: false, requireSession: () => ({ user_id: 1 }) },
  };
  const trail = query
    .selectFrom('audit')
    .innerJoin('audit_payload', 'audit_payload.seq', 'audit.seq')
    .select(['audit.action', 'audit_payload.payload'])
    .where('audit.action', 'like', 'make_%')
    .orderBy('audit.seq');
  return {
    context: own as JobContext,
    trail: () =>
      database
        .all(trail.compile())
        .map(({ action, payload }) => [action, payloadSchema.parse(JSON.parse(payload)).about]),
    texts: async (id: string) => {
      const pages = await readPages(new Uint8Array(readFileSync(documents.get(id).path)));
      return pages.flat().map(({ text }) => text);
    },
  };
}

describe('papers of a fund', () => {
  let office: FundBench;
  beforeEach(() => {
    office = fundBench();
  });
  afterEach(() => office.close());

  it('are told to the trail before they are made: they bear the head of a chain that knows of them', async () => {
    const ids = [office.receipt(), office.receipt({ donor_name: 'Lô Văn Ân' })];
    const { context, trail, texts } = callsOf(office);
    const [first = 0, second = 0] = ids;
    const { documents } = await fundPaperHandlers['receipt_paper.make'](
      { receipt_ids: [second, first, second] },
      context,
    );
    expect(documents).toEqual([
      {
        document_id: expect.any(String),
        title: 'Phiếu thu: 2 phiếu',
        file_name: 'phieu-thu.pdf',
        ...{ pages: 2, rows: 2, signed: 0 },
      },
    ]);
    expect(trail()).toEqual([['make_receipt', 'Phiếu thu PT 02/2023, PT 01/2023']]);
    const drawn = await texts(documents[0]?.document_id ?? '');
    expect(drawn).toContain(`Đầu chuỗi nhật ký: ${office.database.chainHead.hash.toString('hex')}`);
    const numbers = drawn.filter((text) => text.startsWith('Số: '));
    expect(numbers).toEqual(['Số: PT 02/2023', 'Số: PT 02/2023', 'Số: PT 01/2023', 'Số: PT 01/2023']);
  });

  it('of one voucher are named by its number', async () => {
    office.receipt();
    const { context, trail } = callsOf(office);
    const paid = office.payment();
    const { documents } = await fundPaperHandlers['payment_paper.make']({ payment_ids: [paid] }, context);
    expect(documents[0]).toMatchObject({
      title: 'Bản in phiếu PC 01/2023',
      file_name: 'phieu-pc-01-2023.pdf',
    });
    expect(trail()).toEqual([['make_receipt', 'Phiếu chi PC 01/2023']]);
  });

  it('that cannot be leave no trace: drafts, unknown vouchers, voided funds, periods that end before they begin', async () => {
    const draft = office.receipt({}, { draft: true });
    const { context, trail } = callsOf(office);
    const receipts = (...receipt_ids: number[]) =>
      fundPaperHandlers['receipt_paper.make']({ receipt_ids }, context);
    await expect(receipts(office.receipt(), draft)).rejects.toThrow(/Phiếu nháp chưa có số/);
    await expect(receipts(999)).rejects.toMatchObject({ failure: { code: 'not_found' } });
    const period = {
      fund_id: office.fund,
      from: '2023-01-01',
      to: '2023-12-31',
      document_date: '2024-01-05',
    };
    const disclosure = fundPaperHandlers['disclosure.make'];
    await expect(disclosure({ ...period, to: '2022-12-31' }, context)).rejects.toMatchObject({
      failure: { code: 'invalid' },
    });
    const empty = office.insert('fund_campaign', { title: 'Đợt nhầm', purpose: 'x', opens_on: '2023-01-01' });
    office.voided('fund_campaign', empty, 'Nhập nhầm');
    await expect(disclosure({ ...period, fund_id: empty }, context)).rejects.toMatchObject({
      failure: { code: 'not_found' },
    });
    expect(trail()).toEqual([]);
  });

  it('list and report bear their fund and period', async () => {
    office.receipt();
    const { context, trail } = callsOf(office);
    const period = {
      fund_id: office.fund,
      from: '2023-01-01',
      to: '2023-12-31',
      document_date: '2024-01-05',
    };
    const listed = await fundPaperHandlers['disclosure.make'](period, context);
    expect(listed.documents[0]?.file_name).toBe('danh-sach-cong-khai-2023-01-01-2023-12-31.pdf');
    const told = await fundPaperHandlers['fund_report.make'](period, context);
    expect(told.documents[0]?.file_name).toBe('bao-cao-thu-chi-quy-2023-01-01-2023-12-31.pdf');
    const about = 'Ủng hộ làm nhà cho hộ nghèo huyện Kỳ Sơn, 01/01/2023 – 31/12/2023';
    expect(trail()).toEqual([
      ['make_disclosure', `Danh sách công khai: ${about}`],
      ['make_fund_report', `Báo cáo thu, chi quỹ: ${about}`],
    ]);
  });
});

describe('papers of houses', () => {
  let office: HouseBench;
  beforeEach(() => {
    office = houseBench();
  });
  afterEach(() => office.close());

  it('lists come one document a commune, in the order of the communes', async () => {
    office.house({ beneficiary_name: 'Moong Phò Lư' }, { commune: 'Na Loi' });
    office.house({ beneficiary_name: 'Vừ Bá Rê' });
    const { context, trail, texts } = callsOf(office);
    const area = { phase_id: office.phase, document_date: '2023-12-20' };
    const { documents } = await housePaperHandlers['house_list.make']({ ...area, public: false }, context);
    expect(documents.map(({ title, file_name, rows }) => [title, file_name, rows])).toEqual([
      ['Danh sách nhà: Giai đoạn 1, xã Huồi Tụ', 'danh-sach-nha-16828.pdf', 1],
      ['Danh sách nhà: Giai đoạn 1, xã Na Loi', 'danh-sach-nha-16834.pdf', 1],
    ]);
    expect(trail()).toEqual([['make_house_paper', 'Danh sách nhà: Giai đoạn 1, xã Huồi Tụ, xã Na Loi']]);
    expect(await texts(documents[1]?.document_id ?? '')).toContain('Moong Phò Lư');
    const commune_id = office.commune('Na Loi');
    const survey = await housePaperHandlers['survey_list.make']({ ...area, commune_id }, context);
    expect(survey.documents.map(({ file_name }) => file_name)).toEqual(['khao-sat-nha-16834.pdf']);
    const none = { ...area, commune_id: office.commune('Mường Lống'), public: true };
    await expect(housePaperHandlers['house_list.make'](none, context)).rejects.toThrow(/Chưa có nhà nào/);
    expect(trail()).toHaveLength(2);
  });

  it('minutes name the house; a hand-over before its acceptance leaves no trace', async () => {
    const house_id = office.house();
    const { context, trail } = callsOf(office);
    const handover = housePaperHandlers['handover.make'];
    await expect(handover({ house_id }, context)).rejects.toThrow(/chưa nghiệm thu/);
    await expect(handover({ house_id: 999 }, context)).rejects.toMatchObject({
      failure: { code: 'not_found' },
    });
    expect(trail()).toEqual([]);
    const roof = await housePaperHandlers['acceptance.make']({ house_id, stage: 'roof' }, context);
    expect(roof.documents[0]?.file_name).toBe(`bien-ban-lop-mai-nha-${house_id}.pdf`);
    office.accept(house_id, '2023-05-10');
    const over = await handover({ house_id }, context);
    expect(over.documents[0]?.title).toBe('Biên bản bàn giao nhà: hộ Vừ Bá Rê');
    expect(trail()).toEqual([
      ['make_house_paper', 'Biên bản xác nhận hoàn thành (lợp mái): hộ Vừ Bá Rê'],
      ['make_house_paper', 'Biên bản bàn giao nhà: hộ Vừ Bá Rê'],
    ]);
  });

  it('labour of a period that ends before it begins is refused', async () => {
    office.labour();
    const { context, trail } = callsOf(office);
    const period = { from: '2023-01-01', to: '2023-12-31', document_date: '2024-01-05' };
    const make = housePaperHandlers['labour_table.make'];
    await expect(make({ ...period, to: '2022-01-01' }, context)).rejects.toMatchObject({
      failure: { code: 'invalid' },
    });
    expect((await make(period, context)).documents[0]).toMatchObject({ rows: 1 });
    expect(trail()).toEqual([['make_house_paper', 'Bảng ngày công giúp dân: 01/01/2023 – 31/12/2023']]);
  });
});
