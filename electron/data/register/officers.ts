import { statement } from '../database/statement.ts';
import { query } from '../database/tables.ts';
import type { Snapshot } from './snapshot.ts';

const officer = statement(({ id }: { id: number }) =>
  query.selectFrom('officer').select('full_name').where('id', '=', id),
);
const position = statement(({ id, day }: { id: number; day: string }) =>
  query
    .selectFrom('officer_position')
    .select(['rank', 'position'])
    .where('officer_id', '=', id)
    .where('valid_from', '<=', day)
    .where('voided_at', 'is', null)
    .orderBy('valid_from', 'desc')
    .limit(1),
);

/** An officer as a paper of a day names him: "Đại úy Xeo Khăm Hương", and his position; empty where none is known. */
export function officerOn(
  { reader }: Pick<Snapshot, 'reader'>,
  id: number,
  day: string,
): { readonly name: string; readonly position: string } {
  const known = reader.first(position({ id, day }));
  const name = reader.first(officer({ id }))?.full_name ?? '';
  return { name: `${known?.rank ?? ''} ${name}`.trim(), position: known?.position ?? '' };
}
