import { query } from '../../database/tables.ts';
import { statement } from '../../database/statement.ts';
import { yearOf } from '../../../../shared/vietnamese/dates.ts';
import type { KindRule } from './rule.ts';

const lastEntry = statement(({ year }: { year: number }) =>
  query
    .selectFrom('advisory_document')
    .select(({ fn }) => fn.max('entry_number').as('last'))
    .where('entry_year', '=', year),
);

interface Numbered {
  readonly issuer: string;
  readonly type: string;
  readonly year: number;
  readonly number: string;
  readonly except: number;
}

const sameNumber = statement(
  ({ issuer, type, year, number, except }: Numbered & Record<string, string | number>) =>
    query
      .selectFrom('advisory_document')
      .select('entry_number')
      .where('issuing_agency', '=', issuer)
      .where('doc_type', '=', type as 'report')
      .where('entry_year', '=', year)
      .where('doc_number', '=', number)
      .where('voided_at', 'is', null)
      .where('id', '<>', except),
);

/**
 * The book's own numbers run without a gap through a year and are never given twice, also where a document was
 * voided; a document's number is unique per issuer, type and year.
 */
export const advisoryDocumentRule: KindRule = {
  complete: (database, values) => {
    const entry_year = yearOf(String(values['dated']));
    const last = database.first(lastEntry({ year: entry_year }))?.last ?? 0;
    return { entry_year, entry_number: last + 1 };
  },
  check: (database, values, before): Record<string, string> => {
    const year = yearOf(String(values['dated']));
    if (before && before['entry_year'] !== year)
      return {
        dated: `Văn bản đã vào sổ năm ${String(before['entry_year'])}. Để chuyển sang năm ${year}, hãy hủy rồi ghi lại.`,
      };
    const number = values['doc_number'];
    if (typeof number !== 'string') return {};
    const taken = database.first(
      sameNumber({
        issuer: String(values['issuing_agency']),
        type: String(values['doc_type']),
        year,
        number,
        except: before?.id ?? 0,
      }),
    );
    return taken
      ? { doc_number: `Số này của cùng cơ quan, cùng loại đã có ở số vào sổ ${taken.entry_number}/${year}.` }
      : {};
  },
};
