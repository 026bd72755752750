import { day, recordTable } from './record-table.ts';
import { frozenLines, isGiven, refuse, voucherTriggers } from './fund-triggers.ts';
import type { Migration } from './migration.ts';

const money = (column: string, least = 1) => `CHECK (${column} BETWEEN ${least} AND 999999999999)`;
const quantity = (column: string) => `CHECK (${column} BETWEEN 1 AND 999999999000)`;
const sources = `('ministry', 'provincial_police', 'officers', 'fatherland_front', 'enterprise', 'family', 'loan',
    'other')`;

/** The columns and the constraints of a life that is never edited after issue, on receipts and payments alike. */
const voucherColumns = `
  amount INTEGER ${money('amount')},
  standing_amount INTEGER NOT NULL ${money('standing_amount', 0)},
  status TEXT NOT NULL CHECK (status IN ('draft', 'issued', 'cancelled')),
  number INTEGER CHECK (number BETWEEN 1 AND 999999),
  number_year INTEGER,
  issued_at TEXT,
  cancelled_on TEXT ${day('cancelled_on')},
  cancel_reason TEXT CHECK (cancel_reason <> '')`;
const voucherChecks = (dayColumn: string) => `
  CHECK ((account = 'goods') = (amount IS NULL)),
  CHECK (standing_amount = CASE status WHEN 'issued' THEN coalesce(amount, 0) ELSE 0 END),
  CHECK ((status = 'draft') = (number IS NULL)),
  CHECK ((number IS NULL) = (number_year IS NULL) AND (number IS NULL) = (issued_at IS NULL)),
  CHECK (number_year = CAST(substr(${dayColumn}, 1, 4) AS INTEGER)),
  CHECK ((status = 'cancelled') = (cancelled_on IS NOT NULL)),
  CHECK ((status = 'cancelled') = (cancel_reason IS NOT NULL)),
  CHECK (cancelled_on >= ${dayColumn}),
  CHECK (status = 'draft' OR voided_at IS NULL)`;

/** Funds: campaigns, receipts and payments, and the books, whose balances the database keeps by itself. */
export const fund: Migration = {
  number: 7,
  name: 'fund',
  sql: `
${recordTable(
  'fund_campaign',
  `
  title TEXT NOT NULL CHECK (title <> ''),
  purpose TEXT NOT NULL CHECK (purpose <> ''),
  scope TEXT,
  place TEXT,
  bank_account TEXT,
  basis TEXT,
  opens_on TEXT NOT NULL ${day('opens_on')},
  closes_on TEXT ${day('closes_on')},
  reopened_until TEXT ${day('reopened_until')},
  target_amount INTEGER ${money('target_amount')},
  note TEXT,
  CHECK (closes_on >= opens_on)`,
)}

${recordTable(
  'in_kind_item',
  `
  name TEXT NOT NULL CHECK (name <> ''),
  unit_name TEXT NOT NULL CHECK (unit_name <> ''),
  note TEXT,
  sort_key TEXT NOT NULL`,
)}
CREATE INDEX in_kind_item_sort ON in_kind_item(sort_key, id) WHERE voided_at IS NULL;
CREATE UNIQUE INDEX in_kind_item_name ON in_kind_item(name, unit_name) WHERE voided_at IS NULL;

${recordTable(
  'receipt',
  `
  fund_id INTEGER NOT NULL REFERENCES fund_campaign(id),
  received_on TEXT NOT NULL ${day('received_on')},
  way TEXT NOT NULL CHECK (way IN ('cash', 'transfer', 'salary', 'in_kind')),
  account TEXT NOT NULL CHECK (account IN ('cash', 'bank', 'goods')),
  donor_kind TEXT NOT NULL CHECK (donor_kind IN ('person', 'collective', 'anonymous')),
  donor_name TEXT NOT NULL CHECK (donor_name <> ''),
  donor_address TEXT,
  donor_officer_id INTEGER REFERENCES officer(id),
  donor_team_id INTEGER REFERENCES team(id),
  consent INTEGER NOT NULL CHECK (consent IN (0, 1)),
  content TEXT NOT NULL CHECK (content <> ''),
  reference TEXT,
  receiver_id INTEGER NOT NULL REFERENCES officer(id),
  note TEXT,
  ${voucherColumns.trim()},
  CHECK ((way = 'in_kind') = (account = 'goods')),
  CHECK (way <> 'cash' OR account = 'cash'),
  CHECK (way <> 'transfer' OR account = 'bank'),
  ${voucherChecks('received_on').trim()}`,
)}
CREATE INDEX receipt_day ON receipt(received_on, id) WHERE voided_at IS NULL;
CREATE INDEX receipt_fund ON receipt(fund_id, received_on) WHERE voided_at IS NULL;
CREATE INDEX receipt_draft ON receipt(fund_id) WHERE status = 'draft' AND voided_at IS NULL;
CREATE UNIQUE INDEX receipt_number ON receipt(origin, number_year, (account = 'goods'), number)
  WHERE number IS NOT NULL;

${recordTable(
  'donation',
  `
  receipt_id INTEGER NOT NULL REFERENCES receipt(id),
  position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 1000),
  officer_id INTEGER REFERENCES officer(id),
  donor_name TEXT NOT NULL CHECK (donor_name <> ''),
  amount INTEGER NOT NULL ${money('amount')},
  consent INTEGER NOT NULL CHECK (consent IN (0, 1))`,
)}
CREATE INDEX donation_receipt ON donation(receipt_id, position) WHERE voided_at IS NULL;

${recordTable(
  'receipt_item',
  `
  receipt_id INTEGER NOT NULL REFERENCES receipt(id),
  position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 200),
  item_id INTEGER NOT NULL REFERENCES in_kind_item(id),
  quantity INTEGER NOT NULL ${quantity('quantity')},
  estimated_value INTEGER ${money('estimated_value')},
  expires_on TEXT ${day('expires_on')}`,
)}
CREATE INDEX receipt_item_receipt ON receipt_item(receipt_id, position) WHERE voided_at IS NULL;

${recordTable(
  'payment',
  `
  fund_id INTEGER NOT NULL REFERENCES fund_campaign(id),
  paid_on TEXT NOT NULL ${day('paid_on')},
  account TEXT NOT NULL CHECK (account IN ('cash', 'bank', 'goods')),
  purpose TEXT NOT NULL CHECK (purpose IN ('house', 'other')),
  house_id INTEGER REFERENCES house(id),
  house_source TEXT CHECK (house_source IN ${sources}),
  payee_name TEXT NOT NULL CHECK (payee_name <> ''),
  payee_address TEXT,
  content TEXT NOT NULL CHECK (content <> ''),
  voucher TEXT NOT NULL CHECK (voucher <> ''),
  payer_id INTEGER NOT NULL REFERENCES officer(id),
  approver_id INTEGER REFERENCES officer(id),
  note TEXT,
  ${voucherColumns.trim()},
  CHECK ((purpose = 'house') = (house_id IS NOT NULL)),
  CHECK ((purpose = 'house') = (house_source IS NOT NULL)),
  ${voucherChecks('paid_on').trim()}`,
)}
CREATE INDEX payment_day ON payment(paid_on, id) WHERE voided_at IS NULL;
CREATE INDEX payment_fund ON payment(fund_id, paid_on) WHERE voided_at IS NULL;
CREATE INDEX payment_house ON payment(house_id) WHERE voided_at IS NULL AND house_id IS NOT NULL;
CREATE INDEX payment_draft ON payment(fund_id) WHERE status = 'draft' AND voided_at IS NULL;
CREATE UNIQUE INDEX payment_number ON payment(origin, number_year, (account = 'goods'), number)
  WHERE number IS NOT NULL;

${recordTable(
  'payment_item',
  `
  payment_id INTEGER NOT NULL REFERENCES payment(id),
  position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 200),
  item_id INTEGER NOT NULL REFERENCES in_kind_item(id),
  quantity INTEGER NOT NULL ${quantity('quantity')}`,
)}
CREATE INDEX payment_item_payment ON payment_item(payment_id, position) WHERE voided_at IS NULL;

${recordTable(
  'reconciliation',
  `
  fund_id INTEGER NOT NULL REFERENCES fund_campaign(id),
  account TEXT NOT NULL CHECK (account IN ('cash', 'bank')),
  counted_on TEXT NOT NULL ${day('counted_on')},
  counted_amount INTEGER NOT NULL CHECK (counted_amount >= 0),
  book_amount INTEGER NOT NULL CHECK (book_amount >= 0),
  difference INTEGER NOT NULL,
  explanation TEXT CHECK (explanation <> ''),
  counted_by_id INTEGER NOT NULL REFERENCES officer(id),
  witness TEXT,
  note TEXT,
  CHECK (difference = counted_amount - book_amount),
  CHECK (difference = 0 OR explanation IS NOT NULL)`,
)}
CREATE INDEX reconciliation_day ON reconciliation(counted_on, id) WHERE voided_at IS NULL;

-- The last number given in each book of each workstation and year.
CREATE TABLE voucher_book (
  book TEXT NOT NULL CHECK (book IN ('receipt', 'goods_in', 'payment', 'goods_out')),
  origin INTEGER NOT NULL REFERENCES workstation(id),
  year INTEGER NOT NULL,
  last INTEGER NOT NULL CHECK (last >= 1),
  PRIMARY KEY (book, origin, year)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER voucher_book_stays BEFORE DELETE ON voucher_book BEGIN ${refuse} END;
CREATE TRIGGER voucher_book_begins BEFORE INSERT ON voucher_book
WHEN NEW.last <> 1 + coalesce((SELECT last FROM voucher_book
  WHERE book = NEW.book AND origin = NEW.origin AND year = NEW.year), 0)
  OR NOT ${isGiven} BEGIN ${refuse} END;
CREATE TRIGGER voucher_book_follows BEFORE UPDATE ON voucher_book
WHEN NEW.book IS NOT OLD.book OR NEW.origin IS NOT OLD.origin OR NEW.year IS NOT OLD.year OR NEW.last <> OLD.last + 1
  OR NOT ${isGiven} BEGIN ${refuse} END;

-- What came in (above zero) and went out (below) of one account of a fund: đồng, or thousandths of a unit of goods.
CREATE TABLE fund_entry (
  id INTEGER PRIMARY KEY,
  fund_id INTEGER NOT NULL REFERENCES fund_campaign(id),
  account TEXT NOT NULL CHECK (account IN ('cash', 'bank', 'goods')),
  item_id INTEGER NOT NULL,
  day TEXT NOT NULL ${day('day')},
  amount INTEGER NOT NULL CHECK (amount <> 0),
  voucher TEXT NOT NULL CHECK (voucher IN ('receipt', 'payment')),
  voucher_id INTEGER NOT NULL,
  reversal INTEGER NOT NULL CHECK (reversal IN (0, 1)),
  CHECK ((account = 'goods') = (item_id > 0))
) STRICT;
CREATE UNIQUE INDEX fund_entry_once ON fund_entry(voucher, voucher_id, item_id, reversal);
CREATE INDEX fund_entry_book ON fund_entry(fund_id, account, item_id, day, id);
CREATE TRIGGER fund_entry_stays BEFORE DELETE ON fund_entry BEGIN ${refuse} END;
CREATE TRIGGER fund_entry_frozen BEFORE UPDATE ON fund_entry BEGIN ${refuse} END;
CREATE TRIGGER fund_entry_replaces_none BEFORE INSERT ON fund_entry
WHEN EXISTS (SELECT 1 FROM fund_entry WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM fund_entry
  WHERE voucher = NEW.voucher AND voucher_id = NEW.voucher_id AND item_id = NEW.item_id AND reversal = NEW.reversal)
BEGIN ${refuse} END;

-- Totals of each day with entries, and the balance at its end, which is never below zero, on that day or later.
CREATE TABLE fund_day (
  fund_id INTEGER NOT NULL REFERENCES fund_campaign(id),
  account TEXT NOT NULL,
  item_id INTEGER NOT NULL,
  day TEXT NOT NULL,
  received INTEGER NOT NULL,
  paid INTEGER NOT NULL,
  balance INTEGER NOT NULL,
  PRIMARY KEY (fund_id, account, item_id, day),
  CONSTRAINT fund_never_below_zero CHECK (balance BETWEEN 0 AND 9007199254740991)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER fund_day_stays BEFORE DELETE ON fund_day BEGIN ${refuse} END;
CREATE TRIGGER fund_entry_totals AFTER INSERT ON fund_entry
BEGIN
  INSERT INTO fund_day (fund_id, account, item_id, day, received, paid, balance)
    SELECT NEW.fund_id, NEW.account, NEW.item_id, NEW.day, 0, 0, coalesce((SELECT balance FROM fund_day
      WHERE fund_id = NEW.fund_id AND account = NEW.account AND item_id = NEW.item_id AND day < NEW.day
      ORDER BY day DESC LIMIT 1), 0)
    WHERE NOT EXISTS (SELECT 1 FROM fund_day
      WHERE fund_id = NEW.fund_id AND account = NEW.account AND item_id = NEW.item_id AND day = NEW.day);
  UPDATE fund_day SET received = received + iif(NEW.voucher = 'receipt', NEW.amount, 0),
    paid = paid - iif(NEW.voucher = 'payment', NEW.amount, 0)
    WHERE fund_id = NEW.fund_id AND account = NEW.account AND item_id = NEW.item_id AND day = NEW.day;
  UPDATE fund_day SET balance = balance + NEW.amount
    WHERE fund_id = NEW.fund_id AND account = NEW.account AND item_id = NEW.item_id AND day >= NEW.day;
END;
${voucherTriggers({
  kind: 'receipt',
  dayColumn: 'received_on',
  sign: 1,
  ordinary: 'receipt',
  goods: 'goods_in',
  frozen: [
    'fund_id',
    'received_on',
    'way',
    'account',
    'donor_kind',
    'donor_name',
    'donor_address',
    'donor_officer_id',
    'donor_team_id',
    'content',
    'amount',
    'reference',
    'note',
    'number',
    'number_year',
    'receiver_id',
    'origin',
    'issued_at',
  ],
})}
${voucherTriggers({
  kind: 'payment',
  dayColumn: 'paid_on',
  sign: -1,
  ordinary: 'payment',
  goods: 'goods_out',
  frozen: [
    'fund_id',
    'paid_on',
    'account',
    'purpose',
    'house_id',
    'house_source',
    'payee_name',
    'payee_address',
    'content',
    'voucher',
    'amount',
    'number',
    'number_year',
    'payer_id',
    'approver_id',
    'note',
    'origin',
    'issued_at',
  ],
})}

${frozenLines('receipt_item', 'receipt', ['item_id', 'quantity', 'estimated_value', 'expires_on'])}
${frozenLines('payment_item', 'payment', ['item_id', 'quantity'])}
-- Whether a member may be named in public can be said later.
${frozenLines('donation', 'receipt', ['officer_id', 'donor_name', 'amount'])}

-- A group's list adds up to its receipt.
CREATE TRIGGER receipt_lines_add_up BEFORE UPDATE OF status ON receipt
WHEN OLD.status = 'draft' AND NEW.status = 'issued'
  AND EXISTS (SELECT 1 FROM donation WHERE receipt_id = NEW.id AND voided_at IS NULL)
BEGIN
  SELECT RAISE(ABORT, 'receipt_lines_disagree') WHERE NEW.amount IS NOT
    (SELECT sum(amount) FROM donation WHERE receipt_id = NEW.id AND voided_at IS NULL);
END;
`,
};
