import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Unit } from '../../../shared/api/units.ts';
import { formatDate } from '../../../shared/vietnamese/dates.ts';
import { ago, brokenTrail, houseKit, type HouseKit } from './kit.ts';

// Who carries a housing programme out: working groups with their communes, steering committees with their members.

let kit: HouseKit;
let officer: number;
let team: number;
beforeAll(async () => {
  kit = await houseKit();
  team = await kit.create('team', { name: 'Đội An ninh' });
  officer = await kit.create('officer', { full_name: 'Lầu Bá Chò', team_id: team });
});
afterAll(() => kit.page.end());

const lines = (...ids: number[]) => JSON.stringify(ids.map((id) => [id, null]));
const commune = (place: number) => kit.communes[place]?.id ?? 0;

describe('working groups', () => {
  const group = (values: object) => ({
    program_id: kit.program,
    name: 'Tổ 1',
    leader_id: officer,
    members: lines(officer),
    from_date: ago(200),
    to_date: ago(100),
    ...values,
  });

  test('a commune has one group at a time; the fault names the group, the commune and the days', async () => {
    await kit.create('working_group', group({ communes: lines(commune(0), commune(1)) }));
    const overlap = {
      name: 'Tổ 2',
      communes: lines(commune(1), commune(2)),
      from_date: ago(100),
      to_date: null,
    };
    const fault = (await kit.refusedFields('working_group', group(overlap)))['communes'] ?? '';
    expect(fault).toContain('Tổ 1');
    expect(fault).toContain(kit.communes[1]?.name);
    expect(fault).toContain(formatDate(ago(200)));
    expect(fault).toContain(formatDate(ago(100)));
    expect(fault).not.toContain(kit.communes[2]?.name);
    const after = await kit.create('working_group', group({ ...overlap, from_date: ago(99) }));
    const open = { name: 'Tổ 3', communes: lines(commune(2)), from_date: ago(10), to_date: ago(5) };
    expect(await kit.refusedFields('working_group', group(open))).toHaveProperty('communes');
    expect((await kit.voided('working_group', after)).ok).toBe(true);
    await kit.create('working_group', group(open));
    const { version } = await kit.page.value<{ version: number }>('records.get', {
      kind: 'working_group',
      id: after,
    });
    const restore = { kind: 'working_group', id: after, version, reason: 'đúng' };
    expect((await kit.refused('records.restore', restore)).fields).toHaveProperty('communes');
  });

  test('another programme may have its own group there', async () => {
    const program_id = await kit.create('housing_program', {
      title: 'Chương trình khác',
      from_date: ago(400),
    });
    await kit.create('working_group', group({ program_id, communes: lines(commune(0)) }));
  });

  test('the communes are there when the group begins', async () => {
    const before = await kit.page.value<Unit[]>('units.list', { date: '2025-06-30' });
    const ended = before.find(
      ({ level, id }) => level === 'commune' && kit.communes.every((one) => one.id !== id),
    );
    const gone = {
      name: 'Tổ 9',
      communes: lines(commune(3), ended?.id ?? 0),
      from_date: ago(20),
      to_date: null,
    };
    const fault = (await kit.refusedFields('working_group', group(gone)))['communes'] ?? '';
    expect(fault).toContain(`không còn: ${ended?.name}.`);
  });

  test('a village is no commune', async () => {
    const village = kit.villagesOf(commune(0))[0] ?? 0;
    expect(
      await kit.refusedFields('working_group', group({ name: 'Tổ 8', communes: lines(village) })),
    ).toHaveProperty('communes');
  });

  test('whoever leads or belongs to a group is not voided from under it', async () => {
    const answer = await kit.voided('officer', officer);
    expect(answer.ok ? '' : answer.error.text).toContain('tổ công tác');
    const member = await kit.create('officer', { full_name: 'Xeo Khăm Hương', team_id: team });
    const values = {
      name: 'Tổ 7',
      communes: lines(commune(4)),
      members: lines(officer, member),
      to_date: null,
    };
    await kit.create('working_group', group(values));
    expect((await kit.voided('officer', member)).ok).toBe(false);
  });
});

describe('a steering committee', () => {
  let committee: number;
  const member = (values: object) => ({
    committee_id: committee,
    full_name: 'Thò Bá Rê',
    role: 'head',
    from_date: ago(300),
    ...values,
  });
  beforeAll(async () => {
    committee = await kit.create('steering_committee', {
      program_id: kit.program,
      title: 'Ban Chỉ đạo làm nhà',
      decision_number: '12/QĐ-UBND',
      decided_on: ago(300),
      issuing_agency: 'UBND huyện Kỳ Sơn',
      dissolved_on: ago(10),
    });
  });

  test('has members from a day to a day within its own life', async () => {
    await kit.create('committee_member', member({}));
    await kit.create('committee_member', member({ officer_id: officer, role: 'member', to_date: ago(200) }));
    for (const [wrong, field] of [
      [{ from_date: ago(301) }, 'from_date'],
      [{ from_date: ago(9) }, 'from_date'],
      [{ to_date: ago(9) }, 'to_date'],
      [{ from_date: ago(100), to_date: ago(101) }, 'to_date'],
    ] as const)
      expect(
        await kit.refusedFields('committee_member', member(wrong)),
        JSON.stringify(wrong),
      ).toHaveProperty(field);
  });

  test('nobody sits in it twice at one time, but may in another role later', async () => {
    const again = member({ officer_id: officer, role: 'deputy', from_date: ago(200) });
    expect((await kit.refusedFields('committee_member', again))['officer_id']).toContain(
      formatDate(ago(300)),
    );
    await kit.create('committee_member', { ...again, from_date: ago(199) });
  });

  test('lasts as long as its members, and stays while it has them', async () => {
    const { version, ...row } = await kit.page.value<{ version: number } & Record<string, unknown>>(
      'records.get',
      {
        kind: 'steering_committee',
        id: committee,
      },
    );
    const { program_id, title, decision_number, issuing_agency, note } = row;
    const same = { program_id, title, decision_number, issuing_agency, note };
    const change = (values: object) =>
      kit.refused('records.update', {
        kind: 'steering_committee',
        id: committee,
        version,
        values: { ...same, decided_on: ago(300), dissolved_on: ago(10), ...values },
      });
    expect((await change({ decided_on: ago(299) })).fields).toHaveProperty('decided_on');
    expect((await change({ dissolved_on: ago(201) })).fields).toHaveProperty('dissolved_on');
    expect((await change({ dissolved_on: ago(301) })).fields).toHaveProperty('dissolved_on');
    const answer = await kit.voided('steering_committee', committee);
    expect(answer.ok ? '' : answer.error.text).toContain('thành viên');
  });
});

test('the trail of all this holds', async () => {
  expect(await brokenTrail(kit)).toEqual([]);
});
