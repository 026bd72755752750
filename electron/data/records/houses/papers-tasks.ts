import { rmSync } from 'node:fs';
import {
  makeAcceptance,
  makeHandover,
  makeHouseList,
  makeLabourTable,
  writeDocument,
  type HouseListKind,
} from '../../documents/index.ts';
import { type Task, stopIfCancelled, type TaskContext } from '../../jobs/task.ts';
import { agencyOn, onSnapshot } from '../../register/snapshot.ts';
import { labourIn } from './papers-labour.ts';
import { houseListIn, phaseIn } from './papers-list.ts';
import { acceptanceIn, handoverIn, type AcceptanceStage } from './papers-minutes.ts';

type Made = { pages: number; rows: number };

const optionsOf = (context: TaskContext) => ({
  fontFolder: context.config.fonts,
  isCancelled: context.cancelled,
});

export interface HouseListsJob {
  readonly kind: HouseListKind;
  readonly phase_id: number;
  /** ISO date; the houses are told as of this day. */
  readonly document_date: string;
  readonly sample: boolean;
  readonly targets: readonly { readonly commune_id: number; readonly path: string }[];
}

function makeHouseLists(job: HouseListsJob, context: TaskContext): Made[] {
  return onSnapshot(context, (snapshot) => {
    const { kind, phase_id, document_date, sample, targets } = job;
    const { name, title } = phaseIn(snapshot.reader, phase_id);
    const agency = agencyOn(snapshot, document_date);
    return targets.map(({ commune_id, path }, index) => {
      stopIfCancelled(context);
      context.progress('Đang lập danh sách', index, targets.length);
      const data = {
        ...houseListIn(snapshot, { phase_id, commune_id, day: document_date }, kind),
        program: title,
        phase: name,
        agency,
        document_date,
        chain_head: snapshot.chainHead,
        sample,
      };
      return writeDocument(path, (sink) => makeHouseList(kind, data, optionsOf(context), sink));
    });
  });
}

/**
 * Lists of houses from one state of the database, one document a commune, in the worker. Fails `invalid` for a commune
 * without houses, and with `cancelled`; what was made before a failure is removed.
 */
export const houseListsTask: Task<HouseListsJob, Made[]> = (job, context) => {
  try {
    return makeHouseLists(job, context);
  } catch (error) {
    for (const { path } of job.targets) rmSync(path, { force: true });
    throw error;
  }
};

interface MinutesJob {
  readonly house_id: number;
  /** ISO date; stands where the day of the step is not recorded yet. */
  readonly today: string;
  readonly sample: boolean;
  readonly path: string;
}
export interface AcceptanceJob extends MinutesJob {
  readonly stage: AcceptanceStage;
}

/** "Biên bản xác nhận hoàn thành" of a stage or of a whole house, in the worker. */
export const acceptanceTask: Task<AcceptanceJob, Made> = (job, context) =>
  onSnapshot(context, (snapshot) => {
    const data = { ...acceptanceIn(snapshot, job.house_id, job.stage, job.today), sample: job.sample };
    return writeDocument(job.path, (sink) => makeAcceptance(data, optionsOf(context), sink));
  });

/** The minutes by which a house is handed over, in the worker. Fails `invalid` before its acceptance. */
export const handoverTask: Task<MinutesJob, Made> = (job, context) =>
  onSnapshot(context, (snapshot) => {
    const data = { ...handoverIn(snapshot, job.house_id, job.today), sample: job.sample };
    return writeDocument(job.path, (sink) => makeHandover(data, optionsOf(context), sink));
  });

export interface LabourJob {
  /** ISO dates. */
  readonly from: string;
  readonly to: string;
  readonly document_date: string;
  readonly sample: boolean;
  readonly path: string;
}

/** The table of labour of a period, in the worker. Fails `invalid` where nobody helped. */
export const labourTask: Task<LabourJob, Made> = (job, context) =>
  onSnapshot(context, (snapshot) => {
    const data = {
      ...job,
      ...labourIn(snapshot, job),
      agency: agencyOn(snapshot, job.document_date),
      chain_head: snapshot.chainHead,
    };
    return writeDocument(job.path, (sink) => makeLabourTable(data, optionsOf(context), sink));
  });
