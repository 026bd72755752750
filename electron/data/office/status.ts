import { existsSync } from 'node:fs';
import type { CallOutput } from '../../../shared/api.ts';
import { toFailure, type Failure } from '../../../shared/failure.ts';
import { newestBackup } from '../backup/listing.ts';
import { readEnvelope, type Envelope } from '../database/key-envelope.ts';
import type { Office } from './office.ts';
import { hasOffice, type OfficePaths } from './paths.ts';
import { settingsOf, usualIdleMinutes } from './settings.ts';

type Status = CallOutput<'office.status'>;

function missingPart({ database, keys }: OfficePaths): Failure | null {
  const safe = 'Các bản sao lưu không bị ảnh hưởng.';
  const gone = (what: string): Failure => ({
    code: 'vanished',
    text: `Không thấy tệp ${what}. Hãy khôi phục từ bản sao lưu gần nhất.`,
    safe,
  });
  if (!existsSync(database)) return gone('cơ sở dữ liệu');
  return existsSync(keys) ? null : gone('khóa keys.json');
}

function stateOf(office: Office, trouble: Failure | null): Status['state'] {
  if (office.isOpen) return office.session?.locked ? 'locked' : 'open';
  if (trouble) return 'trouble';
  return hasOffice(office.paths.folder) ? 'closed' : 'fresh';
}

/** Since when a recovery key waits to be confirmed, and whether the one before still opens; the sample has none. */
function unconfirmedOf({ sample }: Office, envelope: Envelope | null): Status['recovery_unconfirmed'] {
  const { unconfirmed } = envelope ?? {};
  if (sample || !unconfirmed) return null;
  return { since: unconfirmed.since, before_opens: unconfirmed.before !== undefined };
}

/** What the first page shows. Never fails: what is wrong is its `trouble`. */
export function statusOf(office: Office): Status {
  const { paths } = office;
  let envelope: Envelope | null = null;
  let { trouble } = office;
  try {
    envelope = readEnvelope(paths.keys);
  } catch (error) {
    trouble ??= toFailure(error);
  }
  if (!office.isOpen && hasOffice(paths.folder)) trouble ??= missingPart(paths);
  return {
    state: stateOf(office, trouble),
    folder: paths.folder,
    office_name: office.location.office_name,
    logins: (envelope?.users ?? []).map((user) => user.login).sort(),
    recovery_unconfirmed: unconfirmedOf(office, envelope),
    session: office.session,
    sample: office.sample,
    program_version: office.config.programVersion,
    trouble,
    newest_backup: newestBackup(paths.backups),
    idle_minutes: office.isOpen ? settingsOf(office.database).idle_minutes : usualIdleMinutes,
  };
}
