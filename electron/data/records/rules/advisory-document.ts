import { query } from '../../database/tables.ts';
import { statement } from '../../database/statement.ts';
import { yearOf } from '../../../../shared/vietnamese/dates.ts';
import { vietnameseSortKey } from '../../../../shared/vietnamese/sort-key.ts';
import type { KindRule } from './rule.ts';

const lastEntry = statement(({ year }: { year: number }) =>
  query
    .selectFrom('advisory_document')
    .select(({ fn }) => fn.max('entry_number').as('last'))
    .where('entry_year', '=', year),
);

interface Numbered {
  readonly type: string;
  readonly year: number;
  readonly number: string;
  readonly except: number;
}

const sameNumber = statement(({ type, year, number, except }: Numbered & Record<string, string | number>) =>
  query
    .selectFrom('advisory_document')
    .select(['entry_number', 'issuing_agency'])
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
    const type = String(values['doc_type']);
    const issuer = vietnameseSortKey(String(values['issuing_agency']));
    // One agency, however it is written: in capitals, hoà for hòa. Nậm Cắn and Nậm Càn stay two.
    const taken = database
      .all(sameNumber({ type, year, number, except: before?.id ?? 0 }))
      .find(({ issuing_agency }) => vietnameseSortKey(issuing_agency) === issuer);
    return taken
      ? { doc_number: `Số này của cùng cơ quan, cùng loại đã có ở số vào sổ ${taken.entry_number}/${year}.` }
      : {};
  },
};
