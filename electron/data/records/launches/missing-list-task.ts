import { fail } from '../../../../shared/failure.ts';
import { makeMissingVillages, writeDocument } from '../../documents/index.ts';
import type { Task } from '../../jobs/task.ts';
import { agencyOn, onSnapshot } from '../../register/snapshot.ts';
import { launchCoverage } from './coverage.ts';

export interface MissingListJob {
  /** ISO dates. */
  readonly from: string;
  readonly to: string;
  readonly document_date: string;
  readonly sample: boolean;
  readonly path: string;
}

/** The list of villages without a launch session, in the worker. Fails `invalid` where none is missing. */
export const missingVillagesTask: Task<MissingListJob, { pages: number; rows: number }> = (job, context) =>
  onSnapshot(context, (snapshot) => {
    const { communes } = launchCoverage(snapshot.reader, snapshot.units, job.from, job.to);
    const listed = communes.map(({ name, villages }) => ({
      name,
      villages: villages.map((village) => ({ name: village.name, missing: village.sessions === 0 })),
    }));
    if (!listed.some(({ villages }) => villages.some(({ missing }) => missing)))
      fail('invalid', 'Mọi bản, khối đều đã được phát động trong kỳ này.');
    const { from, to, document_date, sample } = job;
    const agency = agencyOn(snapshot, document_date);
    const data = {
      from,
      to,
      document_date,
      sample,
      agency,
      chain_head: snapshot.chainHead,
      communes: listed,
    };
    const options = { fontFolder: context.config.fonts, isCancelled: context.cancelled };
    return writeDocument(job.path, (sink) => makeMissingVillages(data, options, sink));
  });
