import type { BatchForm } from '../../../../shared/api/batches.ts';
import { fail } from '../../../../shared/failure.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';
import type { BatchRow } from './batch.ts';
import { warningsOfSaved } from './warnings.ts';

/** As many as the screen shows. */
const mostForms = 12;

type StoredForm = Omit<BatchForm, 'warnings'> & { readonly created_at: string };

const pledges = () =>
  query
    .selectFrom('pledge')
    .select(['id as pledge_id', 'version', 'form_number', 'head_name', 'birth', 'sex', 'member_count'])
    .select(['signature_mode', 'reason', 'signed_on', 'note', 'created_at']);
const pledgeById = statement((given: { id: number }) => pledges().where('id', '=', given.id));
const newestPledges = statement((given: { batch_id: number }) =>
  pledges()
    .where('batch_id', '=', given.batch_id)
    .where('voided_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('form_number', 'desc')
    .limit(mostForms),
);

const repeats = () =>
  query
    .selectFrom('pledge_repeat as again')
    .innerJoin('pledge as first', 'first.id', 'again.pledge_id')
    .select(['first.id as pledge_id', 'first.head_name', 'first.birth', 'first.sex', 'first.member_count'])
    .select(['again.id as repeat_id', 'again.version', 'again.form_number', 'again.signature_mode'])
    .select(['again.signed_on', 'again.conflict', 'again.created_at']);
const repeatById = statement((given: { id: number }) => repeats().where('again.id', '=', given.id));
const newestRepeats = statement((given: { batch_id: number }) =>
  repeats()
    .where('again.batch_id', '=', given.batch_id)
    .where('again.voided_at', 'is', null)
    .orderBy('again.created_at', 'desc')
    .orderBy('again.form_number', 'desc')
    .limit(mostForms),
);

const ofPledge = (row: Omit<StoredForm, 'repeat_id' | 'repeat' | 'conflict'>): StoredForm => ({
  ...row,
  repeat_id: null,
  repeat: false,
  conflict: false,
});

const ofRepeat = (
  row: Omit<StoredForm, 'reason' | 'note' | 'repeat' | 'conflict'> & { readonly conflict: number },
): StoredForm => ({ ...row, reason: null, note: null, repeat: true, conflict: row.conflict === 1 });

function shown(database: Database, batch: BatchRow, { created_at: _moment, ...form }: StoredForm): BatchForm {
  return { ...form, warnings: form.repeat ? [] : warningsOfSaved(database, batch, form) };
}

const newestFirst = (a: StoredForm, b: StoredForm) =>
  a.created_at === b.created_at ? b.form_number - a.form_number : a.created_at < b.created_at ? 1 : -1;

/** The last forms of a batch, repeats among them, newest first. */
export function lastForms(database: Database, batch: BatchRow): BatchForm[] {
  const asked = { batch_id: batch.id };
  return [
    ...database.all(newestPledges(asked)).map(ofPledge),
    ...database.all(newestRepeats(asked)).map(ofRepeat),
  ]
    .sort(newestFirst)
    .slice(0, mostForms)
    .map((form) => shown(database, batch, form));
}

/** One form of the batch as the right side of the screen shows it. */
export function formOf(
  database: Database,
  batch: BatchRow,
  pledgeId: number,
  repeatId: number | null,
): BatchForm {
  const pledge = repeatId === null ? database.first(pledgeById({ id: pledgeId })) : undefined;
  const repeat = repeatId === null ? undefined : database.first(repeatById({ id: repeatId }));
  const stored = pledge ? ofPledge(pledge) : repeat && ofRepeat(repeat);
  return shown(database, batch, stored ?? fail('not_found', 'Không tìm thấy tờ này.'));
}
