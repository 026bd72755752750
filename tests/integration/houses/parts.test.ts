import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ago, approval, brokenTrail, houseKit, today, type HouseKit } from './kit.ts';

// Programmes with their phases, and what belongs to a house, through the real gateway.

let kit: HouseKit;
let team: number;
beforeAll(async () => {
  kit = await houseKit();
  team = await kit.create('team', { name: 'Đội An ninh' });
  await kit.create('officer', { full_name: 'Lầu Bá Chò', team_id: team });
});
afterAll(() => kit.page.end());

const commune = (place: number) => kit.communes[place]?.id ?? 0;

describe('programmes and phases', () => {
  const phase = (values: object) => ({
    program_id: kit.program,
    name: 'Giai đoạn 2',
    planned_houses: 309,
    from_date: ago(90),
    to_date: today,
    ...values,
  });

  test('a phase lies within its programme', async () => {
    expect(await kit.refusedFields('housing_phase', phase({ from_date: ago(401) }))).toHaveProperty(
      'from_date',
    );
    const program_id = await kit.create('housing_program', {
      title: 'Chương trình 2022',
      from_date: ago(200),
      to_date: ago(50),
    });
    expect(await kit.refusedFields('housing_phase', phase({ program_id }))).toHaveProperty('to_date');
    await kit.create('housing_phase', phase({ program_id, to_date: ago(50) }));
    const values = { title: 'Chương trình 2022', from_date: ago(200), to_date: ago(51) };
    const shorter = { kind: 'housing_program', id: program_id, version: 1, values };
    expect((await kit.refused('records.update', shorter)).fields).toHaveProperty('to_date');
    const later = { ...values, from_date: ago(89), to_date: ago(50) };
    expect((await kit.refused('records.update', { ...shorter, values: later })).fields).toHaveProperty(
      'from_date',
    );
  });

  test('a phase with houses keeps its first day before them and is not shortened past them', async () => {
    const id = await kit.create('housing_phase', phase({}));
    await kit.house({ phase_id: id, approved_on: ago(60) });
    const update = (values: object) =>
      kit.refused('records.update', { kind: 'housing_phase', id, version: 1, values: phase(values) });
    expect((await update({ from_date: ago(59) })).fields).toHaveProperty('from_date');
    expect((await update({ to_date: ago(61) })).fields).toHaveProperty('to_date');
    for (const [kind, of] of [
      ['housing_phase', id],
      ['housing_program', kit.program],
    ] as const) {
      const answer = await kit.voided(kind, of);
      expect(answer.ok ? '' : answer.error.code).toBe('invalid');
    }
  });

  test('nothing is tied to a programme that was voided', async () => {
    const program_id = await kit.create('housing_program', { title: 'Ghi nhầm', from_date: ago(400) });
    expect((await kit.voided('housing_program', program_id)).ok).toBe(true);
    expect(
      (await kit.refusedFields('housing_phase', phase({ program_id, name: 'x' })))['program_id'],
    ).toContain('Ghi nhầm');
  });
});

describe('the parts of a house', () => {
  test('a source stands once a house, and its line stays with the house', async () => {
    const { id } = await kit.house({ funding: [{ source: 'ministry', planned_amount: 50_000_000 }] });
    const line = { house_id: id, source: 'ministry', planned_amount: 1, paid_outside: 0 };
    expect((await kit.refusedFields('house_funding', line))['source']).toContain('Bộ Công an');
    const funding = await kit.create('house_funding', { ...line, source: 'family' });
    const other = await kit.house();
    const values = { ...line, source: 'family', house_id: other.id };
    const moved = { kind: 'house_funding', id: funding, version: 1, values };
    expect((await kit.refused('records.update', moved)).fields).toHaveProperty('house_id');
    await kit.page.value('houses.void', { id: other.id, version: 1, reason: 'nhầm' });
    expect(await kit.refusedFields('house_funding', { ...line, house_id: other.id })).toHaveProperty(
      'house_id',
    );
  });

  test('the same source twice at an approval is refused', async () => {
    const one = { source: 'loan', planned_amount: 1 };
    const household_id = await kit.household();
    const input = { phase_id: kit.phase, household_id, ...approval, funding: [one, one] };
    expect((await kit.refused('houses.add', input)).text).toContain('vay');
  });

  const turn = (values: object) => ({
    worked_on: ago(20),
    team_id: team,
    work: 'building',
    people: 5,
    days: 2500,
    ...values,
  });
  const labour = (id: number) =>
    kit.page.value<Record<string, unknown>>('records.get', { kind: 'labour_turn', id });

  test('turns and person-days follow from people and days, the village from the house, at every save', async () => {
    const { id: house_id } = await kit.house();
    const id = await kit.create('labour_turn', turn({ house_id }));
    const village_id = kit.villagesOf(commune(0))[0];
    expect(await labour(id)).toMatchObject({ turns: 15, person_days: 12_500, village_id });
    const values = turn({ house_id, village_id, people: 4, days: 1000 });
    await kit.page.value('records.update', { kind: 'labour_turn', id, version: 1, values });
    expect(await labour(id)).toMatchObject({ turns: 4, person_days: 4000 });
    const page = await kit.pageOf(house_id);
    expect(page.labour.map((one) => one['person_days'])).toEqual([4000]);
  });

  test('help for a village alone, by another unit', async () => {
    const village_id = kit.villagesOf(commune(2))[0];
    const values = turn({ team_id: null, unit_name: 'Đoàn thanh niên', village_id, work: 'site_levelling' });
    expect(await labour(await kit.create('labour_turn', values))).toMatchObject({ village_id, turns: 15 });
  });

  test.each<[string, object, string]>([
    ['no unit', { team_id: null }, 'unit_name'],
    ['a day to come', { worked_on: ago(-1) }, 'worked_on'],
    ['half of nobody', { people: 0 }, 'people'],
    ['more than a year', { days: 366_001 }, 'days'],
  ])('labour of %s is refused', async (_what, values, field) => {
    const village_id = kit.villagesOf(commune(2))[0];
    expect(await kit.refusedFields('labour_turn', turn({ village_id, ...values }))).toHaveProperty(field);
  });

  test('neither a village nor a house, another village than the house’s, or a voided house is refused', async () => {
    expect(await kit.refusedFields('labour_turn', turn({}))).toHaveProperty('village_id');
    const { id: house_id } = await kit.house();
    const elsewhere = turn({ house_id, village_id: kit.villagesOf(commune(2))[0] });
    expect((await kit.refusedFields('labour_turn', elsewhere))['village_id']).toContain('Nhà này ở');
    await kit.page.value('houses.void', { id: house_id, version: 1, reason: 'nhầm' });
    expect(await kit.refusedFields('labour_turn', turn({ house_id }))).toHaveProperty('house_id');
  });
});

test('the trail of all this holds', async () => {
  expect(await brokenTrail(kit)).toEqual([]);
});
