import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ShownRecord } from '../../../shared/api/records.ts';
import type { Unit } from '../../../shared/api/units.ts';
import type { Failure } from '../../../shared/failure.ts';
import { addDays } from '../../../shared/vietnamese/dates.ts';
import type { CallOutput } from '../../../shared/api.ts';
import { localDay } from '../../../electron/data/office/wording.ts';
import { openWithPassword, readEnvelope } from '../../../electron/data/database/key-envelope.ts';
import { openReader } from '../../../electron/data/database/open.ts';
import type { Task } from '../../../electron/data/jobs/task.ts';
import {
  minutesTask,
  opinionSummaryTask,
  type SummaryJob,
} from '../../../electron/data/records/opinions/papers.ts';
import { verifyAudit } from '../../../electron/data/people/verify-audit.ts';
import { fontFolder, poppler } from '../documents/reader.ts';
import { scratch } from '../office/new-office.ts';
import { passwordOf, takenPage, type TakenPage, type TakenPageOptions } from '../taken-page.ts';

export const today = localDay(new Date());
/** That many days before today. */
export const ago = (days: number) => addDays(today, -days);

/** An office with a forum and the usual topics, and the calls that its people make. */
export interface ForumKit {
  readonly page: TakenPage;
  readonly commune: number;
  readonly village: number;
  readonly team: number;
  readonly forum: (values?: object) => Promise<number>;
  readonly add: (
    forum: number,
    values?: object,
  ) => Promise<{ id: number; version: number; position: number }>;
  readonly opinion: (id: number) => Promise<ShownRecord>;
  readonly pageOf: (id: number) => Promise<CallOutput<'opinions.page'>>;
  readonly step: (id: number, step: string, values?: object) => Promise<unknown>;
  readonly refused: (name: string, input: unknown) => Promise<Failure>;
}

/** Sets the office up; the clerk is logged in. */
export async function forumKit(options: TakenPageOptions = {}): Promise<ForumKit> {
  const page = await takenPage(options);
  const { value } = page;
  const units = await value<Unit[]>('units.list', { date: today });
  const commune = units.find(({ level }) => level === 'commune')?.id ?? 0;
  const village = units.find(({ level, parent_id }) => level === 'village' && parent_id === commune)?.id ?? 0;
  const made = await value<{ id: number }>('records.create', {
    kind: 'team',
    values: { name: 'Đội An ninh' },
  });
  await page.logIn('lan');
  await value('opinions.usual_topics');
  const forumValues = {
    held_on: ago(40),
    forum_level: 'commune',
    commune_id: commune,
    place: 'Nhà văn hóa bản Huồi Đun',
    police_chair: 'Thượng tá Nguyễn Văn Đức, Trưởng Công an huyện',
    front_chair: 'Ông Lầu Bá Chò, Chủ tịch Ủy ban MTTQ xã',
    secretary: 'Đại úy Xeo Khăm Hương',
    attendees: 'Cấp ủy, UBND xã, đoàn thể, bí thư chi bộ, trưởng bản và nhân dân.',
    attendance_count: 75,
  };
  const opinionValues = {
    topic_id: 1,
    opinion_kind: 'proposal',
    about: 'commune_police',
    about_other: null,
    village_id: village,
    content: 'Đề nghị Công an xã tuần tra ban đêm.',
    answer: null,
    handling: 'assigned',
    responsible_agency: null,
  };
  const pageOf = (id: number) => value<CallOutput<'opinions.page'>>('opinions.page', { id });
  const opinion = async (id: number) => (await pageOf(id)).opinion;
  return {
    page,
    commune,
    village,
    team: made.id,
    forum: async (values = {}) =>
      (
        await value<{ id: number }>('records.create', {
          kind: 'forum',
          values: { ...forumValues, ...values },
        })
      ).id,
    add: (forum_id, values = {}) => value('opinions.add', { forum_id, ...opinionValues, ...values }),
    opinion,
    pageOf,
    step: async (id, step, values = {}) => {
      const { version } = await opinion(id);
      const input = { id, version, step, step_on: today, note: null, ...empty, ...values };
      return value('opinions.take_step', input);
    },
    refused: async (name, input) => {
      const answer = await page.call(name, input);
      if (answer.ok) throw new Error(`${name} should have failed`);
      return answer.error;
    },
  };
}

/** The fields of a step that most steps leave empty. */
export const empty = { answer: null, responsible_agency: null, transfer_to: null, transfer_number: null };

/** The office's database file and its key, as other tools would open it. */
async function databaseOf({ page }: ForumKit) {
  const { folder } = await page.value<{ folder: string }>('office.status');
  const envelope = readEnvelope(join(folder, 'keys.json'));
  const key = envelope && (await openWithPassword(envelope, 'quantri', passwordOf('quantri')));
  if (!key) throw new Error('The password opens nothing.');
  return { file: join(folder, 'ba-yen.db'), key };
}

/** A reading connection of one's own on the office's database. */
export async function readerOf(kit: ForumKit) {
  const { file, key } = await databaseOf(kit);
  return openReader(file, key);
}

/** What a paper that a task has made says, white space folded. */
async function paperText<I extends object>(
  kit: ForumKit,
  task: Task<I & { path: string }, unknown>,
  input: I,
): Promise<string> {
  const place = scratch();
  const fonts = fontFolder();
  try {
    const path = join(place.folder, 'paper.pdf');
    const quiet = { progress: () => undefined, cancelled: () => false };
    await task(
      { ...input, path },
      { config: { ...place.config, fonts }, ...(await databaseOf(kit)), ...quiet },
    );
    return poppler('pdftotext', ['-raw'], readFileSync(path)).replaceAll(/\s+/g, ' ');
  } finally {
    rmSync(fonts, { recursive: true, force: true });
    place.clear();
  }
}

/** What the minutes of a forum say. */
export const minutesText = (kit: ForumKit, forum_id: number): Promise<string> =>
  paperText(kit, minutesTask, { forum_id, sample: false });

/** What the summary of a forum or a period says on a day. */
export const summaryText = (kit: ForumKit, of: SummaryJob['of'], document_date: string): Promise<string> =>
  paperText(kit, opinionSummaryTask, { of, document_date, sample: false });

/** What a whole check of the audit trail finds. */
export async function brokenTrail(kit: ForumKit): Promise<string[]> {
  const reader = await readerOf(kit);
  try {
    return verifyAudit(reader, { progress: () => undefined, cancelled: () => false }).broken;
  } finally {
    reader.close();
  }
}
