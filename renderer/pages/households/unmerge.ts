import type { ShownRecord } from '../../../shared/api/records.ts';
import { call } from '../../client.ts';
import { today } from '../../components/words.ts';

/** Parts a merged household again, as of today; throws a `FailureError`. */
export async function unmerge({ id, version }: ShownRecord): Promise<void> {
  await call('households.unmerge', { merged_id: id, version, event_on: today() });
}
