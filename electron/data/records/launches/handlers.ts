import type { CallOutput, ParsedInput } from '../../../../shared/api.ts';
import type { launchCalls } from '../../../../shared/api/launches.ts';
import { formatDate } from '../../../../shared/vietnamese/dates.ts';
import type { Handlers, JobContext } from '../../context.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { unitsOf } from '../units/directory.ts';
import { launchCoverage } from './coverage.ts';

async function makeMissingList(
  input: ParsedInput<'launches.missing_list'>,
  context: JobContext,
): Promise<CallOutput<'launches.missing_list'>> {
  const { office, documents } = context;
  const title = 'Danh sách bản, khối chưa được phát động';
  const { user_id } = office.requireSession();
  const about = `${title} (${formatDate(input.from)} – ${formatDate(input.to)})`;
  office.database.commit(
    new UnitOfWork().audit({ action: 'make_list', userId: user_id, payload: { about } }),
  );
  const { id, path } = documents.allocate(title);
  const made = await context.runTask('missing_villages', { ...input, sample: office.sample, path }, context);
  return { documents: [{ document_id: id, title, file_name: 'ban-chua-phat-dong.pdf', ...made, signed: 0 }] };
}

/** Where the movement has been launched, and where not. */
export const launchHandlers: Handlers<keyof typeof launchCalls> = {
  'launches.coverage': ({ from, to }, { office }) =>
    launchCoverage(office.database, unitsOf(office.database), from, to),
  'launches.missing_list': makeMissingList,
};
