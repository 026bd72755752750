import type BetterSqlite3 from 'better-sqlite3';
import {
  accounts,
  bookOf,
  voucherBooks,
  voucherNumber,
  type Account,
  type VoucherBook,
  type VoucherKind,
} from '../../../shared/records/voucher.ts';
import { formatDate } from '../../../shared/vietnamese/dates.ts';

// Tables that the triggers keep are compared with what the vouchers themselves say: whatever was changed behind the
// program's back shows here. Sums in SQL alone, so that a million entries take seconds.

type Connection = BetterSqlite3.Database;

/** More findings of one sort than this say nothing new. */
const mostOfASort = 20;

/** The entries that the vouchers of a kind must have: one for money, one for each item of goods, and reversals. */
function entriesDue(kind: VoucherKind, dayColumn: string, sign: 1 | -1): string {
  const of = (day: string, way: number, reversal: 0 | 1, status: string) => `
    SELECT '${kind}' AS voucher, id AS voucher_id, 0 AS item_id, ${reversal} AS reversal, fund_id, account,
      ${day} AS day, ${way} * amount AS amount, number, number_year FROM ${kind}
    WHERE account <> 'goods' AND status ${status}
    UNION ALL SELECT '${kind}', v.id, l.item_id, ${reversal}, v.fund_id, 'goods', v.${day}, ${way} * sum(l.quantity),
      v.number, v.number_year FROM ${kind} v JOIN ${kind}_item l ON l.${kind}_id = v.id AND l.voided_at IS NULL
    WHERE v.account = 'goods' AND v.status ${status} GROUP BY v.id, l.item_id`;
  return `${of(dayColumn, sign, 0, "<> 'draft'")} UNION ALL ${of('cancelled_on', -sign, 1, "= 'cancelled'")}`;
}
const allDue = `${entriesDue('receipt', 'received_on', 1)} UNION ALL ${entriesDue('payment', 'paid_on', -1)}`;

interface Numbered {
  voucher: VoucherKind;
  account: Account;
  number: number | null;
  number_year: number | null;
}

/** Vouchers whose entries are missing or say another thing, and entries that no voucher made. */
function entryFaults(connection: Connection): string[] {
  const wrong = connection
    .prepare<[], Numbered>(
      `SELECT DISTINCT due.voucher, due.account, due.number, due.number_year FROM (${allDue}) due
        LEFT JOIN fund_entry e ON e.voucher = due.voucher AND e.voucher_id = due.voucher_id
          AND e.item_id = due.item_id AND e.reversal = due.reversal
        WHERE e.fund_id IS NOT due.fund_id OR e.account IS NOT due.account OR e.day IS NOT due.day
          OR e.amount IS NOT due.amount LIMIT ${mostOfASort}`,
    )
    .all();
  const count = (from: string) =>
    connection.prepare<[], number>(`SELECT count(*) FROM ${from}`).pluck().get() ?? 0;
  const more = count('fund_entry') - count(`(${allDue})`);
  return [
    ...wrong.map(
      ({ voucher, account, ...number }) =>
        `Sổ quỹ không khớp với phiếu ${voucherNumber(bookOf(voucher, account), number)}.`,
    ),
    ...(more > 0 ? [`Sổ quỹ có ${more} dòng mà không phiếu nào ghi.`] : []),
  ];
}

/** Days whose totals or balance are not those of the entries up to then. */
function dayFaults(connection: Connection): string[] {
  return connection
    .prepare<[], { title: string | null; account: Account; day: string }>(
      `WITH due AS (
        SELECT fund_id, account, item_id, day, sum(iif(voucher = 'receipt', amount, 0)) AS received,
          -sum(iif(voucher = 'payment', amount, 0)) AS paid,
          sum(sum(amount)) OVER (PARTITION BY fund_id, account, item_id ORDER BY day) AS balance
        FROM fund_entry GROUP BY fund_id, account, item_id, day)
      SELECT title, account, day FROM due FULL JOIN fund_day kept USING (fund_id, account, item_id, day)
        LEFT JOIN fund_campaign ON fund_campaign.id = fund_id
      WHERE due.received IS NOT kept.received OR due.paid IS NOT kept.paid OR due.balance IS NOT kept.balance
      LIMIT ${mostOfASort}`,
    )
    .all()
    .map(
      ({ title, account, day }) =>
        `Số dư sổ ${accounts[account]} ngày ${formatDate(day)} của đợt "${title ?? '?'}" không khớp với các phiếu.`,
    );
}

/** Books whose numbers do not run from 1 to the last one given, each once. */
function numberFaults(connection: Connection): string[] {
  const given = (kind: VoucherKind) => `SELECT iif(account = 'goods', '${bookOf(kind, 'goods')}',
      '${bookOf(kind, 'cash')}') AS book, origin, number_year AS year, number FROM ${kind} WHERE number IS NOT NULL`;
  return connection
    .prepare<[], { book: VoucherBook; year: number }>(
      `WITH given AS (SELECT book, origin, year, count(DISTINCT number) AS many, count(*) AS every,
          max(number) AS last FROM (${given('receipt')} UNION ALL ${given('payment')}) GROUP BY book, origin, year)
      SELECT book, year FROM given FULL JOIN voucher_book kept USING (book, origin, year)
      WHERE given.last IS NOT kept.last OR many <> given.last OR every <> given.last LIMIT ${mostOfASort}`,
    )
    .all()
    .map(
      ({ book, year }) => `Dãy số ${voucherBooks[book].label.toLowerCase()} năm ${year} bị thiếu hoặc trùng.`,
    );
}

/** Receipts whose list of members does not add up to them. */
function listFaults(connection: Connection): string[] {
  return connection
    .prepare<[], Numbered>(
      `SELECT 'receipt' AS voucher, r.account, r.number, r.number_year FROM receipt r
        JOIN donation d ON d.receipt_id = r.id AND d.voided_at IS NULL
      WHERE r.status <> 'draft' GROUP BY r.id HAVING sum(d.amount) IS NOT r.amount LIMIT ${mostOfASort}`,
    )
    .all()
    .map(({ account, ...number }) => {
      return `Danh sách kèm phiếu ${voucherNumber(bookOf('receipt', account), number)} cộng lại khác số tiền của phiếu.`;
    });
}

/**
 * Compares the books of all funds with the vouchers; says in Vietnamese what does not agree. Nothing for a database
 * from before there were funds.
 */
export function ledgerFaults(connection: Connection): string[] {
  const there = connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'fund_entry'").get();
  if (there === undefined) return [];
  return [entryFaults, dayFaults, numberFaults, listFaults].flatMap((faults) => faults(connection));
}
