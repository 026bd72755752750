import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ShownRecord } from '../../../shared/api/records.ts';
import type { Unit } from '../../../shared/api/units.ts';
import type { Failure } from '../../../shared/failure.ts';
import { takenPage, type TakenPage } from '../taken-page.ts';

// Launch sessions with their villages, and the book of advisory documents, through the generic calls.

let page: TakenPage;
let communes: Unit[];
let villages: (commune: number) => number[];
const kind = 'launch_session';

beforeAll(async () => {
  page = await takenPage();
  // A second commune beside the one that the office was set up with.
  const second = await addUnit({ level: 'commune', name: 'Keng Đu', type: 'xã' });
  await addUnit({ level: 'village', name: 'Bản Một', type: 'bản', parent_id: second });
  await page.logIn('lan');
  const units = await page.value<Unit[]>('units.list', { date: '2023-05-01' });
  communes = units.filter(({ level }) => level === 'commune');
  villages = (place) =>
    units
      .filter(({ level, parent_id }) => level === 'village' && parent_id === communes[place]?.id)
      .map(({ id }) => id);
  await page.value('records.create', { kind: 'officer', values: { full_name: 'Lầu Bá Chò' } });
});
afterAll(() => page.end());

async function addUnit(unit: object): Promise<number> {
  return (await page.value<{ id: number }>('units.add', { valid_from: '2020-01-01', ...unit })).id;
}
async function failureOf(name: string, input: unknown): Promise<Failure> {
  const answer = await page.call(name, input);
  if (answer.ok) throw new Error(`${name} should have failed`);
  return answer.error;
}
const lines = (...all: (readonly [number, number | null])[]) => JSON.stringify(all);
const session = (more: object) => ({
  held_on: '2023-05-01',
  launch_form: 'mass_form',
  attendance_count: 100,
  content: 'Phát động toàn dân bảo vệ an ninh Tổ quốc',
  ...more,
});
const create = (values: object) =>
  page.value<{ id: number }>('records.create', { kind, values: session(values) });
const refused = async (values: object) =>
  (await failureOf('records.create', { kind, values: session(values) })).fields ?? {};

test('a session keeps its villages with their numbers and its presenters, and is found by village and commune', async () => {
  const [first = 0, second = 0, third = 0] = villages(0);
  const { id } = await create({ villages: lines([second, 60], [first, 40]), presenters: lines([1, null]) });
  const read = await page.value<ShownRecord>('records.get', { kind, id });
  expect(read['villages']).toBe(lines([second, 60], [first, 40]));
  expect(read.names['presenters']).toBe('Lầu Bá Chò');
  expect(read.names['villages']).toMatch(/ \(60\), .* \(40\)$/);
  const found = async (value: number | undefined) => {
    const filter = { equal: { villages: value } };
    return (await page.value<{ rows: ShownRecord[] }>('records.list', { kind, filter })).rows.map(
      (row) => row.id,
    );
  };
  expect(await found(first)).toEqual([id]);
  expect(await found(third)).toEqual([]);
  expect(await found(communes[0]?.id)).toEqual([id]);
  expect(await found(communes[1]?.id)).toEqual([]);
});

test('changed lines replace those before, and the trail tells both', async () => {
  const [first = 0, second = 0] = villages(0);
  const { id } = await create({ villages: lines([first, 100]) });
  const values = session({ villages: lines([second, 70], [first, 30]) });
  await page.value('records.update', { kind, id, version: 1, values });
  expect((await page.value<ShownRecord>('records.get', { kind, id }))['villages']).toBe(
    values['villages' as never],
  );
  const [last] = await page.value<{ before: object; after: object }[]>('records.history', { kind, id });
  expect(last).toMatchObject({
    before: { villages: lines([first, 100]) },
    after: { villages: lines([second, 70], [first, 30]) },
  });
  await page.value('records.update', { kind, id, version: 2, values });
  expect((await page.value<ShownRecord>('records.get', { kind, id })).version).toBe(2);
});

test('the numbers of the villages add up to the whole', async () => {
  const [first = 0, second = 0] = villages(0);
  expect(await refused({ villages: lines([first, 60], [second, 30]) })).toHaveProperty('attendance_count');
  expect(await refused({ villages: lines([first, 60], [second, null]) })).toHaveProperty('villages');
  expect(await refused({ villages: null })).toHaveProperty('villages');
});

test('a session of a day to come is refused: the year was mistyped', async () => {
  const [first = 0] = villages(0);
  const fault = await refused({ held_on: '2099-05-01', villages: lines([first, 100]) });
  expect(fault['held_on']).toContain('tương lai');
});

test('an attendance known only in all is split by commune where there are several', async () => {
  const [here = 0] = villages(0);
  const [there = 0] = villages(1);
  const both = lines([here, null], [there, null]);
  const [one, two] = [communes[0]?.id ?? 0, communes[1]?.id ?? 0];
  expect(await refused({ villages: both })).toHaveProperty('attendance_by_commune');
  expect(
    await refused({ villages: both, attendance_by_commune: lines([one, 60], [two, 30]) }),
  ).toHaveProperty('attendance_by_commune');
  await create({ villages: both, attendance_by_commune: lines([one, 60], [two, 40]) });
  const alone = lines([here, null]);
  expect(await refused({ villages: alone, attendance_by_commune: lines([two, 100]) })).toHaveProperty(
    'attendance_by_commune',
  );
  await create({ villages: alone });
});

test('a village that there was not on the day is refused by its name', async () => {
  await page.logIn('quantri');
  const parent = communes[0]?.id;
  await addUnit({
    level: 'village',
    name: 'Bản Mới Lập',
    type: 'bản',
    parent_id: parent,
    valid_from: '2024-01-01',
  });
  const units = await page.value<Unit[]>('units.list', { date: '2024-06-01' });
  const fresh = units.find(({ name }) => name === 'Bản Mới Lập');
  expect(fresh).toBeDefined();
  const fault = await refused({ villages: lines([fresh?.id ?? 0, 100]) });
  expect(fault['villages']).toContain('Bản Mới Lập');
  await page.logIn('lan');
});

test('lines that point to nothing, or to another kind of thing, are refused and nothing is written', async () => {
  const before = await page.value<{ total: number }>('records.total', { kind, filter: {} });
  const [first = 0] = villages(0);
  expect(
    await page.ask('records.create', { kind, values: session({ villages: lines([999_999, 100]) }) }),
  ).not.toBe('ok');
  const stranger = session({ villages: lines([first, 100]), presenters: lines([4711, null]) });
  expect(await page.ask('records.create', { kind, values: stranger })).not.toBe('ok');
  const commune = session({ villages: lines([communes[0]?.id ?? 0, 100]) });
  expect(await page.ask('records.create', { kind, values: commune })).toBe('invalid');
  expect(await page.value('records.total', { kind, filter: {} })).toEqual(before);
});

const advisory = (more: object = {}) => ({
  dated: '2023-03-01',
  doc_type: 'report',
  issuing_agency: 'Công an huyện Kỳ Sơn',
  doc_summary: 'Kết quả phong trào quý I',
  addressee: 'party_committee',
  signed_result: 'pending',
  ...more,
});
const enter = async (more: object = {}) => {
  const { id } = await page.value<{ id: number }>('records.create', {
    kind: 'advisory_document',
    values: advisory(more),
  });
  return page.value<ShownRecord>('records.get', { kind: 'advisory_document', id });
};
const documentFaults = async (more: object) =>
  (await failureOf('records.create', { kind: 'advisory_document', values: advisory(more) })).fields ?? {};

test('a year’s book of 400 documents has no gap, with a reserved number and a voided document in it', async () => {
  for (let number = 1; number <= 400; number += 1) {
    const values =
      number === 200
        ? { signed_result: 'reserved', doc_summary: 'Giữ số cho báo cáo tháng 6' }
        : { doc_number: `${String(number).padStart(2, '0')}/BC-CAH` };
    const entered = await enter(values);
    expect([entered['entry_year'], entered['entry_number']]).toEqual([2023, number]);
    if (number === 300)
      await page.value('records.void', {
        kind: 'advisory_document',
        id: entered.id,
        version: 1,
        reason: 'ghi nhầm',
      });
  }
  expect(await enter()).toMatchObject({ entry_number: 401 });
  expect(await enter({ dated: '2024-01-02' })).toMatchObject({ entry_year: 2024, entry_number: 1 });
});

test('a document’s number is unique per issuer, type and year; that of a voided one is free again', async () => {
  expect(await documentFaults({ doc_number: '05/BC-CAH' })).toHaveProperty('doc_number');
  await enter({ doc_number: '300/BC-CAH' });
  await enter({ doc_number: '05/BC-CAH', issuing_agency: 'UBND huyện Kỳ Sơn' });
  await enter({ doc_number: '05/KH-CAH', doc_type: 'plan' });
  await enter({ doc_number: '05/BC-CAH', dated: '2024-03-01' });
});

test('an agency is the same one however its name is written; names that only fold alike are two', async () => {
  const taken = { doc_number: '905/BC-CAX' };
  await enter({ ...taken, issuing_agency: 'Công an xã Nậm Cắn' });
  for (const issuing_agency of ['CÔNG AN XÃ NẬM CẮN', 'công an xã  Nậm Cắn'])
    expect(await documentFaults({ ...taken, issuing_agency }), issuing_agency).toHaveProperty('doc_number');
  await enter({ ...taken, issuing_agency: 'Công an xã Nậm Càn' });
});

test('what cannot be is refused with its reason', async () => {
  expect(await documentFaults({ doc_number: '5/BC-CAH' })).toHaveProperty('doc_number');
  expect((await documentFaults({ doc_summary: '(Mật) Tình hình biên giới' }))['doc_summary']).toContain(
    'bí mật',
  );
  expect(await documentFaults({ addressee: 'other' })).toHaveProperty('addressee_other');
  expect(await documentFaults({ signed_result: 'signed' })).toHaveProperty('doc_number');
  const signed = { signed_result: 'signed', other_book: true };
  expect(await documentFaults(signed)).toHaveProperty('signed_on');
  expect(await documentFaults({ ...signed, signed_on: '2023-02-28' })).toHaveProperty('signed_on');
  await enter({ ...signed, signed_on: '2023-03-02' });
});

test('a document does not move into the book of another year', async () => {
  const { id } = await enter();
  const values = advisory({ dated: '2024-01-05' });
  const failure = await failureOf('records.update', { kind: 'advisory_document', id, version: 1, values });
  expect(failure.fields).toHaveProperty('dated');
});
