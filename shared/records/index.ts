import { advisoryDocument } from './advisory-document.ts';
import { agency } from './agency.ts';
import { attachment } from './attachment.ts';
import { committeeMember } from './committee-member.ts';
import { donation } from './donation.ts';
import { forum } from './forum.ts';
import { fundCampaign } from './fund-campaign.ts';
import { houseFunding } from './house-funding.ts';
import { houseStep } from './house-step.ts';
import { house } from './house.ts';
import { householdEvent } from './household-event.ts';
import { household } from './household.ts';
import { housingPhase } from './housing-phase.ts';
import { housingProgram } from './housing-program.ts';
import { inKindItem } from './in-kind-item.ts';
import type { Kind, RecordOf } from './kind.ts';
import { labourTurn } from './labour-turn.ts';
import { launchSession } from './launch-session.ts';
import { newsItem } from './news-item.ts';
import { officerPosition } from './officer-position.ts';
import { officer } from './officer.ts';
import { opinionStep } from './opinion-step.ts';
import { opinionTopic } from './opinion-topic.ts';
import { opinion } from './opinion.ts';
import { paymentItem } from './payment-item.ts';
import { payment } from './payment.ts';
import { pledgeBatch } from './pledge-batch.ts';
import { pledgeBreach } from './pledge-breach.ts';
import { pledgeCampaign } from './pledge-campaign.ts';
import { pledgeRepeat } from './pledge-repeat.ts';
import { pledge } from './pledge.ts';
import { propagandaSession } from './propaganda-session.ts';
import { receiptItem } from './receipt-item.ts';
import { receipt } from './receipt.ts';
import { reconciliation } from './reconciliation.ts';
import { steeringCommittee } from './steering-committee.ts';
import { team } from './team.ts';
import { workingGroup } from './working-group.ts';

/** Every record kind of the program, by its name. */
export const kinds = {
  household,
  household_event: householdEvent,
  pledge_campaign: pledgeCampaign,
  pledge_batch: pledgeBatch,
  pledge,
  pledge_repeat: pledgeRepeat,
  pledge_breach: pledgeBreach,
  team,
  officer,
  officer_position: officerPosition,
  agency,
  launch_session: launchSession,
  propaganda_session: propagandaSession,
  news_item: newsItem,
  advisory_document: advisoryDocument,
  attachment,
  forum,
  opinion,
  opinion_topic: opinionTopic,
  opinion_step: opinionStep,
  housing_program: housingProgram,
  steering_committee: steeringCommittee,
  committee_member: committeeMember,
  working_group: workingGroup,
  housing_phase: housingPhase,
  house,
  house_step: houseStep,
  house_funding: houseFunding,
  labour_turn: labourTurn,
  fund_campaign: fundCampaign,
  in_kind_item: inKindItem,
  receipt,
  donation,
  receipt_item: receiptItem,
  payment,
  payment_item: paymentItem,
  reconciliation,
} as const;

export type KindName = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as [KindName, ...KindName[]];

/** A stored record of the kind of that name. */
export type StoredRecord<N extends KindName> = RecordOf<(typeof kinds)[N]>;

/** The declaration of a kind, with its fields as a plain map. */
export function kindOf(name: KindName): Kind {
  return kinds[name];
}
