import { existsSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CallInput } from '../../../shared/api.ts';
import { FailureError } from '../../../shared/failure.ts';
import { desk, readWorkbook, type Desk } from './kit.ts';

// Lists as spreadsheets: through the data side's own calls, read back by a library that had no part in writing.

let office: Desk;
let village: number;
const heads = [
  ['Vừ Bá Rê', '1978', null],
  ['Moong Phò Lư', '1990-10-08', '=HYPERLINK("http://x.invalid")'],
  ['@Xeo Khăm Hương', '1900-01-05', null],
] as const;

beforeAll(async () => {
  office = await desk();
  const units = await office.call('units.list', { date: '2023-05-31' });
  village = units.find(({ level }) => level === 'village')?.id ?? 0;
  for (const [head_name, birth, note] of heads)
    await office.call('households.add', {
      village_id: village,
      head_name,
      birth,
      sex: 'male',
      member_count: 5,
      note,
    });
  const campaign = { year: 2023, title: 'Đợt 2023', from_date: '2023-05-01', to_date: '2023-05-31' };
  await office.call('records.create', { kind: 'pledge_campaign', values: campaign });
  const { id: batch_id } = await office.call('batches.open', {
    campaign_id: 1,
    village_id: village,
    way: 'stack',
    cover_count: 2,
  });
  const form = {
    batch_id,
    form_number: 1,
    head_name: 'Vừ Bá Rê',
    birth: '1978',
    sex: 'male',
    member_count: 5,
  } as const;
  await office.call('pledges.save', { ...form, signature_mode: 'not_yet', reason: 'away', signed_on: null });
});
afterAll(() => office.close());

type Asked = Omit<CallInput<'exports.xlsx'>, 'filter'> & { filter?: CallInput<'exports.xlsx'>['filter'] };
async function exported(asked: Asked) {
  const made = await office.call('exports.xlsx', { filter: {}, ...asked });
  return { ...made, ...readWorkbook(office.bytes(made.document_id)) };
}
async function codeOf(asked: Asked): Promise<string> {
  try {
    await exported(asked);
  } catch (error) {
    if (error instanceof FailureError) return error.failure.code;
    throw error;
  }
  return 'ok';
}
const trail = async () =>
  (await office.call('audit.list', { action: 'export', limit: 1 })).rows[0]?.about ?? '';

test('every row once in the list’s order, with real days and numbers; a year of birth stays a year', async () => {
  const { rows, list, file_name } = await exported({ kind: 'household', sensitive: true });
  expect(file_name).toMatch(/^ho-gia-dinh-\d{4}-\d\d-\d\d\.xlsx$/);
  const [labels, ...body] = rows;
  expect(labels?.slice(0, 6)).toEqual([
    'STT',
    'Bản, khối',
    'Họ và tên chủ hộ',
    'Năm sinh',
    'Giới tính',
    'Số khẩu',
  ]);
  expect(body.map((row) => [row[0], row[2], row[4], row[5]])).toEqual([
    [1, '@Xeo Khăm Hương', 'Nam', 5],
    [2, 'Moong Phò Lư', 'Nam', 5],
    [3, 'Vừ Bá Rê', 'Nam', 5],
  ]);
  expect(list['D4']).toMatchObject({ t: 'n', w: '1978', z: '0' });
  expect(list['D3']).toMatchObject({ t: 'n', z: 'dd/mm/yyyy', w: '08/10/1990' });
  // Before March 1900 spreadsheets reckon wrongly.
  expect(list['D2']).toMatchObject({ t: 's', v: '05/01/1900' });
  expect(list['G3']).toMatchObject({ t: 's', v: '=HYPERLINK("http://x.invalid")' });
});

test('personal data leaves only when chosen, also by the name that a field points to, and the trail says so', async () => {
  const without = await exported({ kind: 'household' });
  expect(JSON.stringify(without.rows)).not.toMatch(/Vừ Bá|Xeo Khăm|1978|Họ và tên|Gộp vào hộ/);
  expect(without.rows).toHaveLength(4);
  expect(await trail()).not.toContain('Họ và tên');
  await exported({
    kind: 'household',
    sensitive: true,
    filter: { equal: { village_id: village }, text: 'moong' },
  });
  const about = await trail();
  expect(about).toMatch(/^1 dòng; các mục: Bản, khối · Họ và tên chủ hộ · Năm sinh · /);
  expect(about).toMatch(/lọc: Bản, khối: .+; có chữ “moong”$/);
  const pledges = await exported({ kind: 'pledge' });
  expect(pledges.rows[0]).not.toContain('Hộ');
  expect(JSON.stringify(pledges.rows)).not.toContain('Vừ Bá');
});

test('ethnicity leaves only where the office writes it down', async () => {
  expect((await exported({ kind: 'household', sensitive: true })).rows[0]).not.toContain('Dân tộc');
});

test('what is for the office alone leaves only when chosen, and never for a role that may not read it', async () => {
  expect((await exported({ kind: 'pledge' })).rows[0]).not.toContain('Lý do chưa ký');
  const chosen = await exported({ kind: 'pledge', internal: true });
  expect(chosen.rows[0]).toContain('Lý do chưa ký');
  expect(chosen.rows[1]).toContain('vắng');
  await office.logIn('xem');
  expect(await codeOf({ kind: 'pledge', internal: true })).toBe('forbidden');
  expect(await codeOf({ kind: 'pledge', filter: { equal: { reason: 'away' } } })).toBe('forbidden');
  expect(await codeOf({ kind: 'pledge', sort: { field: 'reason', descending: false } })).toBe('forbidden');
  expect(JSON.stringify((await exported({ kind: 'pledge', sensitive: true })).rows)).not.toContain('vắng');
  await office.logIn('quantri');
});

test('the second sheet says what the list is', async () => {
  const { book } = await exported({
    kind: 'pledge_campaign',
    filter: { period: { from_date: { from: '2023-01-01' } } },
  });
  const about = Object.values(book.Sheets['Thông tin'] ?? {}).map((cell: { v?: unknown }) => cell.v);
  expect(about).toEqual(
    expect.arrayContaining(['Đợt cam kết', 'CÔNG AN HUYỆN KỲ SƠN', 'Từ ngày: từ 01/01/2023']),
  );
});

test('voided records come with their reason, and only when the list has them', async () => {
  await office
    .call('records.void', { kind: 'pledge_campaign', id: 1, version: 1, reason: 'thử' })
    .catch(() => undefined);
  const { id } = await office.call('records.create', { kind: 'team', values: { name: 'Đội hai' } });
  await office.call('records.void', { kind: 'team', id, version: 1, reason: 'lập nhầm' });
  await office.call('records.create', { kind: 'team', values: { name: 'Đội một' } });
  expect((await exported({ kind: 'team' })).rows).toHaveLength(2);
  const { rows } = await exported({ kind: 'team', filter: { voided: 'with' } });
  expect(rows[0]?.at(-1)).toBe('Đã hủy vì');
  expect(rows.map((row) => row.at(-1))).toContain('lập nhầm');
});

test('an empty list has nothing to export; a cancelled export leaves no file', async () => {
  const nothing = { text: 'không có ai như thế' };
  expect(await codeOf({ kind: 'household', filter: nothing })).toBe('invalid');
  const { folder } = office.context.documents;
  const before = existsSync(folder) ? readdirSync(folder) : [];
  office.cancelled = true;
  expect(await codeOf({ kind: 'household' })).toBe('cancelled');
  office.cancelled = false;
  expect(readdirSync(folder)).toEqual(before);
});
