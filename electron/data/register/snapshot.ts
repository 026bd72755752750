import { fail } from '../../../shared/failure.ts';
import type { Agency } from '../documents/index.ts';
import { openReader } from '../database/open.ts';
import { Reader } from '../database/reader.ts';
import { failureOfSqlite } from '../database/sqlite-failure.ts';
import { query } from '../database/tables.ts';
import { agencyOf } from '../office/agency.ts';
import type { TaskContext } from '../jobs/task.ts';
import { UnitDirectory } from '../records/units/directory.ts';
import type { CampaignSpan } from './known-households.ts';

/** A campaign as documents name it. */
export interface DocumentCampaign extends CampaignSpan {
  readonly title: string;
  readonly year: number;
}

/** One state of the database, for documents that must not mix two. */
export interface Snapshot {
  readonly reader: Reader;
  readonly units: UnitDirectory;
  /** Head of the audit chain in this state, in hexadecimal. */
  readonly chainHead: string;
}

/** Runs `work` on a connection of its own that sees one state of the database all along. */
export function onSnapshot<T>(
  context: Pick<TaskContext, 'file' | 'key'>,
  work: (snapshot: Snapshot) => T,
): T {
  const connection = openReader(context.file, context.key);
  try {
    connection.exec('BEGIN');
    const reader = new Reader(connection);
    return work({ reader, units: new UnitDirectory(reader), chainHead: chainHeadOf(reader) });
  } catch (error) {
    throw failureOfSqlite(error);
  } finally {
    connection.close();
  }
}

/** Head of the audit chain in the state that is read, in hexadecimal. */
export function chainHeadOf(reader: Reader): string {
  const links = query.selectFrom('audit').select('hash').orderBy('seq', 'desc').limit(1);
  return reader.first(links.compile())?.hash.toString('hex') ?? '';
}

/** The campaign of that key, unless it is voided. */
export function campaignIn({ reader }: Snapshot, id: number): DocumentCampaign {
  const campaign = query
    .selectFrom('pledge_campaign')
    .select(['id', 'title', 'year', 'to_date', 'closed_at'])
    .where('id', '=', id)
    .where('voided_at', 'is', null);
  return reader.first(campaign.compile()) ?? fail('not_found', 'Không tìm thấy đợt cam kết này.');
}

/** Agency lines, place and signer of that day; before the first entry, the first there is. */
export function agencyOn({ reader }: Pick<Snapshot, 'reader'>, day: string): Agency {
  const row = agencyOf(reader, day);
  if (!row) fail('invalid', 'Chưa có thông tin cơ quan và người ký. Hãy nhập ở mục Quản trị.');
  return { ...row, signer_rank: row.signer_rank ?? '' };
}
