import { fail } from '../../../shared/failure.ts';
import { makeMeetingSheet, makeTestPage, writeDocument, type TestPageData } from '../documents/index.ts';
import type { Task, TaskContext } from '../jobs/task.ts';
import { KnownHouseholds } from './known-households.ts';
import { agencyOn, campaignIn, onSnapshot } from './snapshot.ts';

export interface MeetingSheetJob {
  readonly campaign_id: number;
  readonly village_id: number;
  /** ISO date. */
  readonly document_date: string;
  readonly sample: boolean;
  readonly path: string;
}

const optionsOf = (context: TaskContext) => ({
  fontFolder: context.config.fonts,
  isCancelled: context.cancelled,
});

/** The sheet for a village's meeting, in the worker: its known households by name. */
export const meetingSheetTask: Task<MeetingSheetJob, { pages: number; rows: number }> = (job, context) =>
  onSnapshot(context, (snapshot) => {
    const campaign = campaignIn(snapshot, job.campaign_id);
    const households = new KnownHouseholds(snapshot.reader, campaign).ofVillage(job.village_id, 'name');
    if (households.length === 0) fail('invalid', 'Chưa có hộ nào để in trong bản này.');
    const { units, chainHead } = snapshot;
    const commune = units.unitAt(units.communeOf(job.village_id, campaign.to_date), campaign.to_date);
    const data = {
      commune_name: commune.name,
      commune_type: commune.type,
      village_name: units.nameAt(job.village_id, campaign.to_date),
      campaign: { title: campaign.title, year: campaign.year },
      agency: agencyOn(snapshot, job.document_date),
      document_date: job.document_date,
      chain_head: chainHead,
      sample: job.sample,
      households,
    };
    return writeDocument(job.path, (sink) => makeMeetingSheet(data, optionsOf(context), sink));
  });

/** The page that tries a printer, in the worker. */
export const testPageTask: Task<TestPageData & { path: string }, { pages: number }> = (
  { path, ...data },
  context,
) => writeDocument(path, (sink) => makeTestPage(data, optionsOf(context), sink));
