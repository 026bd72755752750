import { fail } from '../../../shared/failure.ts';
import type { Agency } from '../documents/index.ts';
import { openReader } from '../database/open.ts';
import { failureOfSqlite } from '../database/sqlite-failure.ts';
import type { TaskContext } from '../jobs/task.ts';
import { UnitDirectory } from '../records/units/directory.ts';
import type { CampaignSpan } from './known-households.ts';
import { readerOf, type Reader } from './reader.ts';

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
    const reader = readerOf(connection);
    return work({ reader, units: new UnitDirectory(reader), chainHead: chainHeadOf(reader) });
  } catch (error) {
    throw failureOfSqlite(error);
  } finally {
    connection.close();
  }
}

/** Head of the audit chain in the state that is read, in hexadecimal. */
export function chainHeadOf(reader: Reader): string {
  const [head] = reader.all<{ hash: Buffer }>('SELECT hash FROM audit ORDER BY seq DESC LIMIT 1');
  return head?.hash.toString('hex') ?? '';
}

/** The campaign of that key, unless it is voided. */
export function campaignIn({ reader }: Snapshot, id: number): DocumentCampaign {
  const [row] = reader.all<DocumentCampaign>(
    'SELECT id, title, year, to_date, closed_at FROM pledge_campaign WHERE id = ? AND voided_at IS NULL',
    id,
  );
  return row ?? fail('not_found', 'Không tìm thấy đợt cam kết này.');
}

/** Agency lines, place and signer of that day; before the first entry, the first there is. */
export function agencyOn({ reader }: Pick<Snapshot, 'reader'>, day: string): Agency {
  const [row] = reader.all<Omit<Agency, 'signer_rank'> & { signer_rank: string | null }>(
    `SELECT parent_agency, own_agency, place_name, signer_title, signer_rank, signer_name FROM agency
      WHERE voided_at IS NULL ORDER BY valid_from <= ? DESC, abs(julianday(valid_from) - julianday(?)) LIMIT 1`,
    day,
    day,
  );
  if (!row) fail('invalid', 'Chưa có thông tin cơ quan và người ký. Hãy nhập ở mục Quản trị.');
  return { ...row, signer_rank: row.signer_rank ?? '' };
}
