import type { CallOutput } from '../../../../shared/api.ts';
import type { KindName } from '../../../../shared/records/index.ts';
import type { Role } from '../../../../shared/rights.ts';
import type { Database } from '../../database/database.ts';
import { rowOf, type Row } from '../record-writer.ts';
import { shown } from '../shown.ts';

/** Every household that went into this one, directly or by way of another. */
const familySql = `WITH RECURSIVE family(id) AS (
    SELECT ? UNION SELECT h.id FROM household h JOIN family f ON h.merged_into = f.id)
  SELECT id FROM family`;

/** A household's page: itself, what happened to it, its pledges over the years, and what was merged into it. */
export function householdPage(database: Database, id: number, role: Role): CallOutput<'households.page'> {
  const household = rowOf(database, 'household', id);
  const family = database.all<{ id: number }>(familySql, id).map((row) => row.id);
  const among = JSON.stringify(family);
  const rows = (kind: KindName, where: string) =>
    database
      .all<Row>(
        `SELECT * FROM ${kind} WHERE ${where}`,
        ...Array.from({ length: where.split('?').length - 1 }, () => among),
      )
      .map((row) => shown(database, kind, row, role));
  const listed = 'IN (SELECT value FROM json_each(?))';
  return {
    household: shown(database, 'household', household, role),
    events: rows(
      'household_event',
      `household_id ${listed} OR other_household_id ${listed} ORDER BY event_on DESC, id DESC`,
    ),
    pledges: rows(
      'pledge',
      `household_id ${listed} ORDER BY (SELECT from_date FROM pledge_campaign c WHERE c.id = campaign_id) DESC, id DESC`,
    ),
    breaches: rows(
      'pledge_breach',
      `pledge_id IN (SELECT id FROM pledge WHERE household_id ${listed}) ORDER BY decision_on DESC, id DESC`,
    ),
    merged: rows('household', `id ${listed} AND merged_into IS NOT NULL AND id <> ${Number(id)} ORDER BY id`),
  };
}
