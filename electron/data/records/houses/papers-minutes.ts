import { sql } from 'kysely';
import { fail } from '../../../../shared/failure.ts';
import { fundingSources, type FundingSource } from '../../../../shared/records/house-funding.ts';
import { houseSteps, type HouseStep } from '../../../../shared/records/house-step.ts';
import { buildKinds, povertyClasses } from '../../../../shared/records/house.ts';
import { formatQuantity } from '../../../../shared/vietnamese/quantity.ts';
import type { AcceptanceData, HandoverData, HouseMinutes } from '../../documents/index.ts';
import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';
import type { Reader } from '../../database/reader.ts';
import { officerOn } from '../../register/officers.ts';
import { lower, placeOn, unitOn, unitsAbove, villageOn } from '../../register/places.ts';
import { agencyOn, type Snapshot } from '../../register/snapshot.ts';
import { phaseIn } from './papers-list.ts';

/** The stages that have minutes of their own. */
export type AcceptanceStage = Extract<HouseStep, 'foundation' | 'frame_walls' | 'roof' | 'accepted'>;

const house = statement(({ id }: { id: number }) =>
  query.selectFrom('house').selectAll().where('id', '=', id).where('voided_at', 'is', null),
);
const step = statement(({ id, step: name }: { id: number; step: HouseStep }) =>
  query
    .selectFrom('house_step')
    .select('step_on')
    .where('house_id', '=', id)
    .where('step', '=', name)
    .where('voided_at', 'is', null),
);
const group = statement(
  ({ commune, then, phase, day }: { commune: number; then: number; phase: number; day: string }) => sql<{
    name: string;
    leader_id: number;
  }>`select g.name, g.leader_id from working_group g join housing_phase p on p.program_id = g.program_id
    where p.id = ${phase} and g.voided_at is null and g.from_date <= ${day}
      and (g.to_date is null or g.to_date >= ${day})
      and exists (select 1 from working_group_communes c where c.record_id = g.id
        and c.target_id in (${commune}, ${then}))
    order by g.from_date desc, g.id desc limit 1`,
);
const funding = statement(
  ({ id }: { id: number }) => sql<{ source: FundingSource; planned: number; paid: number }>`
    select source, sum(planned) as planned, sum(paid) as paid from (
      select source, planned_amount as planned, paid_outside as paid from house_funding
        where house_id = ${id} and voided_at is null
      union all
      select house_source, 0, standing_amount from payment where house_id = ${id} and voided_at is null)
    group by source having planned > 0 or paid > 0`,
);

/** A house that is not voided. */
export function houseIn(reader: Reader, id: number) {
  return reader.first(house({ id })) ?? fail('not_found', 'Không tìm thấy nhà này, hoặc nhà đã bị hủy.');
}
type HouseRow = ReturnType<typeof houseIn>;

const dayOf = (reader: Reader, id: number, name: HouseStep): string | null =>
  reader.first(step({ id, step: name }))?.step_on ?? null;

/** "Tổ công tác số 1: Thượng tá Vừ Bá Rê, tổ trưởng": of the commune, or of the one that its village had come to. */
function groupWords(snapshot: Snapshot, row: HouseRow, day: string): string | null {
  const { commune_id: commune, village_id, phase_id: phase } = row;
  const then = snapshot.units.communeOf(village_id, day);
  const found = snapshot.reader.first(group({ commune, then, phase, day }));
  return found ? `${found.name}: ${officerOn(snapshot, found.leader_id, day).name}, tổ trưởng` : null;
}

/** What minutes of a house have in common; `today` stands for the day while none is recorded. */
function minutesOf(
  snapshot: Snapshot,
  row: HouseRow,
  day: string | null,
  today: string,
): Omit<HouseMinutes, 'sample'> {
  const { units, reader, chainHead } = snapshot;
  const { approved_on, village_id, commune_id, phase_id, floor_area } = row;
  const { name, title } = phaseIn(reader, phase_id);
  const above = unitsAbove(snapshot, commune_id, approved_on);
  const on = day ?? today;
  return {
    house: {
      program: title,
      phase: name,
      head: row.beneficiary_name,
      poverty_class: povertyClasses[row.poverty_class],
      build_kind: buildKinds[row.build_kind],
      place: [placeOn(snapshot, village_id, approved_on), ...above].join(', '),
      village: lower(villageOn(snapshot, village_id, approved_on)),
      commune: unitOn(snapshot, commune_id, approved_on),
      commune_type: units.unitAt(commune_id, approved_on).type,
      standard: row.standard,
      floor_area: floor_area === null ? null : formatQuantity(floor_area),
      group: groupWords(snapshot, row, on),
    },
    agency: agencyOn(snapshot, on),
    day,
    document_date: on,
    chain_head: chainHead,
  };
}

/** Whether something was found of all three. */
function hardOf(row: HouseRow): AcceptanceData['hard'] {
  const { hard_foundation, hard_frame, hard_roof } = row;
  if (hard_foundation === null || hard_frame === null || hard_roof === null) return null;
  return { hard_foundation: hard_foundation === 1, hard_frame: hard_frame === 1, hard_roof: hard_roof === 1 };
}

/** The minutes of a stage, or of the whole house (stage `accepted`). */
export function acceptanceIn(
  snapshot: Snapshot,
  id: number,
  stage: AcceptanceStage,
  today: string,
): Omit<AcceptanceData, 'sample'> {
  const row = houseIn(snapshot.reader, id);
  const whole = stage === 'accepted';
  const minutes = minutesOf(snapshot, row, dayOf(snapshot.reader, id, stage), today);
  return { ...minutes, stage: whole ? null : houseSteps[stage], hard: whole ? hardOf(row) : null };
}

/** The day of a house's acceptance; `invalid` where there was none: nothing is handed over before it. */
export function acceptedDay(reader: Reader, id: number): string {
  const text = 'Nhà này chưa nghiệm thu nên chưa lập được biên bản bàn giao. Hãy ghi bước nghiệm thu trước.';
  return dayOf(reader, id, 'accepted') ?? fail('invalid', text);
}

/** The minutes by which a house is handed over; `invalid` before its acceptance. */
export function handoverIn(snapshot: Snapshot, id: number, today: string): Omit<HandoverData, 'sample'> {
  const { reader } = snapshot;
  const row = houseIn(reader, id);
  const sources = Object.keys(fundingSources);
  const paid = reader.all(funding({ id }));
  return {
    ...minutesOf(snapshot, row, dayOf(reader, id, 'handed_over'), today),
    accepted_on: acceptedDay(reader, id),
    funding: paid
      .sort((a, b) => sources.indexOf(a.source) - sources.indexOf(b.source))
      .map(({ source, ...amounts }) => ({ ...amounts, source: fundingSources[source] })),
  };
}
