import type { Reader } from '../database/reader.ts';
import { query } from '../database/tables.ts';

/** Agency lines, place and signer that apply on that day: the newest; before the first entry, the first there is. */
export function agencyOf(reader: Reader, day: string) {
  const agencies = query
    .selectFrom('agency')
    .select(['parent_agency', 'own_agency', 'place_name', 'signer_title', 'signer_rank', 'signer_name'])
    .where('voided_at', 'is', null)
    .limit(1);
  const newest = agencies.where('valid_from', '<=', day).orderBy('valid_from', 'desc');
  return reader.first(newest.compile()) ?? reader.first(agencies.orderBy('valid_from').compile());
}
