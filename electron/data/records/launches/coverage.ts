import { sql } from 'kysely';
import type { CallOutput } from '../../../../shared/api.ts';
import { readLines, type Line } from '../../../../shared/records/lines.ts';
import type { Reader } from '../../database/reader.ts';
import { statement } from '../../database/statement.ts';
import { VillageRollUp } from '../../register/village-roll-up.ts';
import { wholeRow } from '../record-sql.ts';
import type { Row } from '../record-writer.ts';
import type { UnitDirectory } from '../units/directory.ts';

export type LaunchCoverage = CallOutput<'launches.coverage'>;

interface Session {
  readonly held_on: string;
  readonly attendance_count: number;
  readonly villages: readonly Line[];
  readonly attendance_by_commune: readonly Line[];
}

const heldIn = statement(
  ({
    from,
    to,
  }: {
    from: string;
    to: string;
  }) => sql<Row>`select ${wholeRow('launch_session')} from launch_session
    where held_on between ${from} and ${to} and voided_at is null order by held_on, id`,
);

function sessionsIn(reader: Reader, from: string, to: string): Session[] {
  return reader.all(heldIn({ from, to })).map((row) => ({
    held_on: String(row['held_on']),
    attendance_count: Number(row['attendance_count']),
    villages: readLines(row['villages']),
    attendance_by_commune: readLines(row['attendance_by_commune']),
  }));
}

/** How many people of a session came in each commune of the period's last day. */
function attendanceOf(
  session: Session,
  communeThen: (village: number) => number,
  communeNow: (village: number) => number,
) {
  const { villages, attendance_by_commune: split, attendance_count } = session;
  const [first] = villages;
  if (villages.every(({ count }) => count !== null))
    return villages.map(({ id, count }) => ({ commune: communeNow(id), people: count ?? 0 }));
  if (split.length === 0) return first ? [{ commune: communeNow(first.id), people: attendance_count }] : [];
  return split.map(({ id, count }) => {
    const village = villages.find((one) => communeThen(one.id) === id) ?? first;
    return { commune: village ? communeNow(village.id) : id, people: count ?? 0 };
  });
}

/** Which villages of the period's last day have had a session in it, and how many people came by commune. */
export function launchCoverage(
  reader: Reader,
  units: UnitDirectory,
  from: string,
  to: string,
): LaunchCoverage {
  const rollUp = new VillageRollUp(reader, to);
  const sessions = sessionsIn(reader, from, to);
  const held = new Map<number, { sessions: number; last_on: string }>();
  const people = new Map<number, number>();
  const communeNow = (village: number) => units.communeOf(rollUp.of(village), to);
  for (const session of sessions) {
    for (const village of new Set(session.villages.map(({ id }) => rollUp.of(id))))
      held.set(village, { sessions: (held.get(village)?.sessions ?? 0) + 1, last_on: session.held_on });
    const communeThen = (village: number) => units.communeOf(village, session.held_on);
    for (const part of attendanceOf(session, communeThen, communeNow))
      people.set(part.commune, (people.get(part.commune) ?? 0) + part.people);
  }
  const communes = units
    .listAt(to)
    .filter(({ level }) => level === 'commune')
    .map((commune) => ({
      commune_id: commune.id,
      name: commune.name,
      attendance: people.get(commune.id) ?? 0,
      villages: units.villagesOf(commune.id, to).map(({ id, name }) => ({
        village_id: id,
        name,
        sessions: held.get(id)?.sessions ?? 0,
        last_on: held.get(id)?.last_on ?? null,
      })),
    }));
  const attendance = sessions.reduce((sum, { attendance_count }) => sum + attendance_count, 0);
  return { sessions: sessions.length, attendance, communes };
}
