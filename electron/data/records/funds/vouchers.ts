import type { ParsedInput } from '../../../../shared/api.ts';
import { recordDraft } from '../../../../shared/draft-names.ts';
import { fail } from '../../../../shared/failure.ts';
import { bookOf, type VoucherBook, type VoucherKind } from '../../../../shared/records/voucher.ts';
import { yearOf } from '../../../../shared/vietnamese/dates.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { deleteDraft } from '../drafts.ts';
import type { Values } from '../record-sql.ts';
import { insertRecord, touchRecord, updateRecord, type ChangeBy } from '../record-writer.ts';
import { movesOf, requireBalance } from './balance.ts';
import { parseLines, writeLines } from './lines.ts';
import { dayOf, draftVoucher, lineKindsOf, linesOfVoucher, type VoucherRow } from './rows.ts';
import { requireVoucher, voucherValues } from './values.ts';

const lastNumber = statement((given: { book: VoucherBook; origin: number; year: number }) =>
  query
    .selectFrom('voucher_book')
    .select('last')
    .where('book', '=', given.book)
    .where('origin', '=', given.origin)
    .where('year', '=', given.year),
);

/** Gives a draft the next number of its book in the year of its day; from here on it stays as it is. */
function addIssue(
  database: Database,
  unit: UnitOfWork,
  kind: VoucherKind,
  draft: VoucherRow,
  items: readonly Values[],
  by: ChangeBy,
): VoucherRow {
  const day = dayOf(kind, draft);
  if (kind === 'payment')
    requireBalance(database, movesOf(draft, items), day, {
      what: 'phiếu này',
      field: draft.account === 'goods' ? 'items' : 'amount',
    });
  const number_year = yearOf(day);
  const book = { book: bookOf(kind, draft.account), origin: draft.origin, year: number_year };
  const number = (database.first(lastNumber(book))?.last ?? 0) + 1;
  const issued = {
    status: 'issued',
    number,
    number_year,
    issued_at: by.at,
    standing_amount: draft.amount ?? 0,
  };
  return updateRecord(unit, kind, draft, draft.version, issued, {
    ...by,
    action: 'issue_voucher',
  }) as VoucherRow;
}

type Save = ParsedInput<'payments.save'> & { readonly donations?: ParsedInput<'receipts.save'>['donations'] };

/** The draft as it will be; a draft of which only lines differ is a changed one too. */
function writeDraft(
  database: Database,
  unit: UnitOfWork,
  kind: VoucherKind,
  { id, version }: Save,
  values: Values,
  lines: Readonly<Record<string, readonly Values[]>>,
  by: ChangeBy,
): VoucherRow {
  const before = id === undefined ? null : draftVoucher(database, kind, id);
  if (before !== null && version === undefined) fail('bad_input', 'Thiếu phiên bản của phiếu.');
  const draft =
    before === null
      ? insertRecord(database, unit, kind, { ...values, status: 'draft', standing_amount: 0 }, by)
      : updateRecord(unit, kind, before, version ?? 0, values, by);
  const changed = lineKindsOf[kind]
    .map((line) => writeLines(database, unit, line, draft.id, lines[line] ?? [], by))
    .some(Boolean);
  const touched = before !== null && changed && draft.version === before.version;
  return (touched ? touchRecord(unit, kind, draft, by) : draft) as VoucherRow;
}

/** Saves a draft with its lines, and issues it where that is asked: everything in one unit of work, or nothing. */
export function saveVoucher(database: Database, kind: VoucherKind, input: Save, by: ChangeBy) {
  const items = parseLines(database, `${kind}_item`, 'items', input.items);
  const donations = parseLines(database, 'donation', 'donations', input.donations ?? []);
  const values = voucherValues(database, kind, input.values, { donations, items });
  const unit = new UnitOfWork();
  const lines = { donation: donations, [`${kind}_item`]: items };
  const draft = writeDraft(database, unit, kind, input, values, lines, by);
  const row = input.issue ? addIssue(database, unit, kind, draft, items, by) : draft;
  deleteDraft(unit, by.userId, recordDraft(kind, input.id ?? null));
  database.commit(unit);
  const { id, version, number, number_year } = row;
  return { id, version, number, number_year };
}

/** Issues a draft as it stands; what was allowed at its saving may not be any more. */
export function issueVoucher(
  database: Database,
  kind: VoucherKind,
  { id, version }: ParsedInput<'receipts.issue'>,
  by: ChangeBy,
) {
  const draft = draftVoucher(database, kind, id);
  requireVersion(draft, version);
  requireVoucher(database, kind, draft);
  const unit = new UnitOfWork();
  const items = linesOfVoucher(database, `${kind}_item`, id);
  const row = addIssue(database, unit, kind, draft, items, by);
  database.commit(unit);
  return { id, version: row.version, number: Number(row.number), number_year: Number(row.number_year) };
}

function requireVersion({ version: found }: VoucherRow, version: number): void {
  if (found !== version)
    fail('conflict', 'Phiếu này vừa được sửa ở nơi khác. Hãy xem lại rồi phát hành.', {
      safe: 'Chưa có gì bị ghi.',
    });
}
