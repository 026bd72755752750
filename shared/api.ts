import type { z } from 'zod';
import { attachmentCalls } from './api/attachments.ts';
import { backupCalls } from './api/backup.ts';
import { batchCalls } from './api/batches.ts';
import { campaignCalls } from './api/campaigns.ts';
import { conflictCalls } from './api/conflicts.ts';
import type { CallDefinition } from './api/define.ts';
import { documentCalls } from './api/documents.ts';
import { exportCalls } from './api/exports.ts';
import { fundCalls } from './api/funds.ts';
import { homeCalls } from './api/home.ts';
import { householdCalls } from './api/households.ts';
import { houseCalls, housePaperCalls } from './api/houses.ts';
import { launchCalls } from './api/launches.ts';
import { officeCalls, settingCalls, userCalls } from './api/office.ts';
import { opinionCalls } from './api/opinions.ts';
import { pledgeCalls } from './api/pledges.ts';
import { recordCalls } from './api/records.ts';
import { unitCalls } from './api/units.ts';
import { fundPaperCalls, voucherCalls } from './api/vouchers.ts';

/** The contract between page and main side: every call there is, declared once. */
export const api = {
  ...officeCalls,
  ...userCalls,
  ...settingCalls,
  ...recordCalls,
  ...unitCalls,
  ...campaignCalls,
  ...batchCalls,
  ...pledgeCalls,
  ...conflictCalls,
  ...householdCalls,
  ...opinionCalls,
  ...fundCalls,
  ...voucherCalls,
  ...fundPaperCalls,
  ...housePaperCalls,
  ...documentCalls,
  ...exportCalls,
  ...launchCalls,
  ...backupCalls,
  ...homeCalls,
  ...attachmentCalls,
  ...houseCalls,
} as const satisfies Record<string, CallDefinition>;

export type Api = typeof api;
export type CallName = keyof Api;
/** Calls that answer at once with a job's id. */
export type JobName = { [N in CallName]: Api[N] extends { job: true } ? N : never }[CallName];
/** Calls that answer with their value. */
export type PlainCallName = Exclude<CallName, JobName>;
export type DataCallName = { [N in CallName]: Api[N] extends { runsIn: 'data' } ? N : never }[CallName];
export type DesktopCallName = Exclude<CallName, DataCallName>;
/** What the page sends: defaults may be left out. */
export type CallInput<N extends CallName> = z.input<Api[N]['input']>;
/** What a handler gets: validated, defaults filled in. */
export type ParsedInput<N extends CallName> = z.output<Api[N]['input']>;
/** What a call, or its job, gives in the end. */
export type CallOutput<N extends CallName> = z.output<Api[N]['output']>;

/** The definition of a call by its name, or undefined for a name that is none. */
export function definitionOf(name: string): CallDefinition | undefined {
  return Object.hasOwn(api, name) ? api[name as CallName] : undefined;
}
