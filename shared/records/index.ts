import { advisoryDocument } from './advisory-document.ts';
import { agency } from './agency.ts';
import { attachment } from './attachment.ts';
import { forum } from './forum.ts';
import { householdEvent } from './household-event.ts';
import { household } from './household.ts';
import type { Kind, RecordOf } from './kind.ts';
import { launchSession } from './launch-session.ts';
import { newsItem } from './news-item.ts';
import { opinionStep } from './opinion-step.ts';
import { opinionTopic } from './opinion-topic.ts';
import { opinion } from './opinion.ts';
import { officerPosition } from './officer-position.ts';
import { officer } from './officer.ts';
import { pledgeBatch } from './pledge-batch.ts';
import { pledgeBreach } from './pledge-breach.ts';
import { pledgeCampaign } from './pledge-campaign.ts';
import { pledgeRepeat } from './pledge-repeat.ts';
import { pledge } from './pledge.ts';
import { propagandaSession } from './propaganda-session.ts';
import { team } from './team.ts';

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
} as const;

export type KindName = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as [KindName, ...KindName[]];

/** A stored record of the kind of that name. */
export type StoredRecord<N extends KindName> = RecordOf<(typeof kinds)[N]>;

/** The declaration of a kind, with its fields as a plain map. */
export function kindOf(name: KindName): Kind {
  return kinds[name];
}
