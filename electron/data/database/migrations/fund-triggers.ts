// SQL of the triggers that keep vouchers and books. The migration that has shipped with them calls these functions, so
// what they give never changes.

interface Book {
  readonly kind: 'receipt' | 'payment';
  readonly dayColumn: 'received_on' | 'paid_on';
  /** 1: comes in, -1: goes out. */
  readonly sign: 1 | -1;
  readonly ordinary: string;
  readonly goods: string;
  /** What an issued voucher keeps for good. */
  readonly frozen: readonly string[];
}

/** How the tables answer whoever would go past an issued voucher. */
export const refuse = "SELECT RAISE(ABORT, 'voucher_frozen');";
const changed = (columns: readonly string[]) =>
  columns.map((column) => `NEW.${column} IS NOT OLD.${column}`).join(' OR ');

/** A row is never put in the place of another: a REPLACE would take that one away past the triggers of a delete. */
const keepsKeys = (table: string) => `
CREATE TRIGGER ${table}_replaces_none BEFORE INSERT ON ${table}
WHEN EXISTS (SELECT 1 FROM ${table} WHERE id = NEW.id OR uid = NEW.uid) BEGIN ${refuse} END;
-- Of no column by name: a row's key can be changed under the names of rowid as well.
CREATE TRIGGER ${table}_keeps_keys BEFORE UPDATE ON ${table} WHEN ${changed(['id', 'uid'])} BEGIN ${refuse} END;`;

/** The lines of a voucher stay as they were issued: none is added, taken away, moved in or out, or changed. */
export function frozenLines(line: string, kind: string, columns: readonly string[]): string {
  const settled = (row: string) => `(SELECT status FROM ${kind} WHERE id = ${row}.${kind}_id) <> 'draft'`;
  return `
${keepsKeys(line)}
CREATE TRIGGER ${line}_insert_frozen BEFORE INSERT ON ${line} WHEN ${settled('NEW')} BEGIN ${refuse} END;
CREATE TRIGGER ${line}_update_frozen BEFORE UPDATE ON ${line}
WHEN (${settled('OLD')} OR ${settled('NEW')})
  AND (${changed([`${kind}_id`, 'position', 'voided_at', ...columns])}) BEGIN ${refuse} END;
CREATE TRIGGER ${line}_delete_frozen BEFORE DELETE ON ${line} WHEN ${settled('OLD')} BEGIN ${refuse} END;`;
}

/**
 * What the database itself holds of a voucher: it begins as a draft, goes on to issued and cancelled and never back,
 * keeps what it says, takes the next number of its book, and moves money and goods in the same statement.
 */
export function voucherTriggers({ kind, dayColumn, sign, ordinary, goods, frozen }: Book): string {
  const book = `CASE NEW.account WHEN 'goods' THEN '${goods}' ELSE '${ordinary}' END`;
  const entry =
    'INSERT INTO fund_entry (fund_id, account, item_id, day, amount, voucher, voucher_id, reversal)';
  const line = `${kind}_item`;
  return `
${keepsKeys(kind)}
CREATE TRIGGER ${kind}_begins_as_draft BEFORE INSERT ON ${kind} WHEN NEW.status <> 'draft' BEGIN ${refuse} END;
CREATE TRIGGER ${kind}_stays BEFORE DELETE ON ${kind} WHEN OLD.status <> 'draft' BEGIN ${refuse} END;
CREATE TRIGGER ${kind}_frozen BEFORE UPDATE ON ${kind}
WHEN OLD.status <> 'draft' AND (NEW.status = 'draft' OR OLD.status = 'cancelled' OR ${changed(frozen)})
BEGIN ${refuse} END;
CREATE TRIGGER ${kind}_skips_no_step BEFORE UPDATE OF status ON ${kind}
WHEN OLD.status = 'draft' AND NEW.status = 'cancelled' BEGIN ${refuse} END;

CREATE TRIGGER ${kind}_number BEFORE UPDATE OF status ON ${kind} WHEN OLD.status = 'draft' AND NEW.status = 'issued'
BEGIN
  SELECT RAISE(ABORT, 'voucher_number_taken') WHERE NEW.number IS NOT 1 + coalesce((SELECT last FROM voucher_book
    WHERE book = ${book} AND origin = NEW.origin AND year = NEW.number_year), 0);
END;
CREATE TRIGGER ${kind}_issued AFTER UPDATE OF status ON ${kind} WHEN OLD.status = 'draft' AND NEW.status = 'issued'
BEGIN
  INSERT INTO voucher_book (book, origin, year, last) VALUES (${book}, NEW.origin, NEW.number_year, NEW.number)
    ON CONFLICT (book, origin, year) DO UPDATE SET last = excluded.last;
  ${entry}
    SELECT NEW.fund_id, NEW.account, 0, NEW.${dayColumn}, ${sign} * NEW.amount, '${kind}', NEW.id, 0
    WHERE NEW.account <> 'goods';
  ${entry}
    SELECT NEW.fund_id, 'goods', item_id, NEW.${dayColumn}, ${sign} * sum(quantity), '${kind}', NEW.id, 0
    FROM ${line} WHERE NEW.account = 'goods' AND ${kind}_id = NEW.id AND voided_at IS NULL GROUP BY item_id;
  SELECT RAISE(ABORT, 'voucher_empty')
    WHERE NOT EXISTS (SELECT 1 FROM fund_entry WHERE voucher = '${kind}' AND voucher_id = NEW.id);
END;
CREATE TRIGGER ${kind}_cancelled AFTER UPDATE OF status ON ${kind}
WHEN OLD.status = 'issued' AND NEW.status = 'cancelled'
BEGIN
  ${entry}
    SELECT fund_id, account, item_id, NEW.cancelled_on, -amount, voucher, voucher_id, 1
    FROM fund_entry WHERE voucher = '${kind}' AND voucher_id = NEW.id AND reversal = 0;
END;
-- An entry says what its voucher says, and nothing else can be entered.
CREATE TRIGGER ${kind}_entry BEFORE INSERT ON fund_entry WHEN NEW.voucher = '${kind}' AND NOT EXISTS (
  SELECT 1 FROM ${kind} v WHERE v.id = NEW.voucher_id AND v.fund_id = NEW.fund_id AND v.account = NEW.account
    AND v.status = iif(NEW.reversal = 1, 'cancelled', 'issued')
    AND NEW.day = iif(NEW.reversal = 1, v.cancelled_on, v.${dayColumn})
    AND NEW.amount = iif(NEW.reversal = 1, -1, 1) * ${sign} * iif(v.account = 'goods', (SELECT sum(quantity)
      FROM ${line} WHERE ${kind}_id = v.id AND item_id = NEW.item_id AND voided_at IS NULL), v.amount))
BEGIN ${refuse} END;`;
}

/** Whether a voucher really bears the number that its book goes on to. */
export const isGiven = `(${(['receipt', 'payment'] as const)
  .map(
    (kind) => `EXISTS (SELECT 1 FROM ${kind} WHERE origin = NEW.origin AND number_year = NEW.year
    AND (account = 'goods') = (NEW.book = '${kind === 'receipt' ? 'goods_in' : 'goods_out'}') AND number = NEW.last
    AND NEW.book IN (${kind === 'receipt' ? "'receipt', 'goods_in'" : "'payment', 'goods_out'"}))`,
  )
  .join(' OR ')})`;
