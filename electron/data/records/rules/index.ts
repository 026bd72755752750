import { fail } from '../../../../shared/failure.ts';
import { kindOf, type KindName } from '../../../../shared/records/index.ts';
import { readLines } from '../../../../shared/records/lines.ts';
import type { Database } from '../../database/database.ts';
import { localDay } from '../../office/wording.ts';
import type { Values } from '../record-sql.ts';
import type { Row } from '../record-writer.ts';
import { unitsOf } from '../units/directory.ts';
import { advisoryDocumentRule } from './advisory-document.ts';
import { forumRule } from './forum.ts';
import { fundCampaignRule } from './fund-campaign.ts';
import { inKindItemRule } from './in-kind-item.ts';
import { houseFundingRule, labourTurnRule } from './house-parts.ts';
import { housingPhaseRule, housingProgramRule } from './housing-program.ts';
import { launchSessionRule } from './launch-session.ts';
import { pledgeBreachRule, pledgeCampaignRule } from './pledges.ts';
import { propagandaSessionRule } from './propaganda-session.ts';
import { reconciliationRule } from './reconciliation.ts';
import type { KindRule } from './rule.ts';
import { committeeMemberRule, steeringCommitteeRule } from './steering-committee.ts';
import { workingGroupRule } from './working-group.ts';

const rules: Partial<Record<KindName, KindRule>> = {
  advisory_document: advisoryDocumentRule,
  committee_member: committeeMemberRule,
  forum: forumRule,
  fund_campaign: fundCampaignRule,
  in_kind_item: inKindItemRule,
  house_funding: houseFundingRule,
  housing_phase: housingPhaseRule,
  housing_program: housingProgramRule,
  labour_turn: labourTurnRule,
  launch_session: launchSessionRule,
  pledge_breach: pledgeBreachRule,
  pledge_campaign: pledgeCampaignRule,
  propaganda_session: propagandaSessionRule,
  reconciliation: reconciliationRule,
  steering_committee: steeringCommitteeRule,
  working_group: workingGroupRule,
};

/** Fields that point to a unit of another level, or to no unit at all, by name. */
function wrongUnits(database: Database, kind: KindName, values: Values): Record<string, string> {
  const units = unitsOf(database);
  const faults: Record<string, string> = {};
  for (const [name, field] of Object.entries(kindOf(kind).fields)) {
    if (field.type !== 'unit' && field.type !== 'units') continue;
    const value = values[name];
    const ids = field.type === 'units' ? readLines(value).map(({ id }) => id) : [value];
    if (ids.some((id) => typeof id === 'number' && units.level(id) !== field.level))
      faults[name] = `${field.label}: có địa bàn không hợp lệ.`;
  }
  return faults;
}

/** Days to come of what is said to have happened, by name. */
function daysToCome(kind: KindName, values: Values): Record<string, string> {
  const today = localDay(new Date());
  const faults: Record<string, string> = {};
  for (const [name, field] of Object.entries(kindOf(kind).fields))
    if (field.type === 'date' && field.past === true && String(values[name] ?? '') > today)
      faults[name] = `${field.label} ở tương lai. Hãy xem lại năm.`;
  return faults;
}

/** The values of a record with what the program computes; `invalid` where the kind's rule refuses them. */
export function ruled(
  database: Database,
  kind: KindName,
  values: Values,
  before: Row | null,
  reason: string | undefined,
): Values {
  const rule = rules[kind];
  let faults = { ...wrongUnits(database, kind, values), ...daysToCome(kind, values) };
  if (Object.keys(faults).length === 0) faults = rule?.check?.(database, values, before, reason) ?? {};
  if (Object.keys(faults).length > 0) fail('invalid', Object.values(faults).join(' '), { fields: faults });
  const computed = { ...values, ...rule?.compute?.(database, values, before) };
  return before === null ? { ...computed, ...rule?.complete?.(database, computed) } : computed;
}
