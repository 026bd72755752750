import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ledgerFaults } from '../../../electron/data/database/ledger.ts';
import type { Saved } from './kit.ts';
import { ledgerBench, type LedgerBench } from './ledger-bench.ts';

// Exploits: whoever writes past the program on the office's own connection meets the tables themselves.

let made: LedgerBench;
let receipt: Saved;
let list: Saved;
let goods: Saved;
let payment: Saved;
let cancelled: Saved;
let draft: Saved;
beforeAll(() => {
  made = ledgerBench();
  const fund_id = made.fund();
  const received_on = '2023-05-05';
  receipt = made.receipt({ fund_id, received_on, amount: 5_000_000 });
  const donations = [{ donor_name: 'Một', amount: 400, consent: true }];
  list = made.receipt({ fund_id, received_on, amount: 400 }, { donations });
  const items = [{ item_id: made.cement, quantity: 5000 }];
  goods = made.receipt({ fund_id, received_on, way: 'in_kind' }, { items });
  payment = made.payment({ fund_id, paid_on: '2023-06-06', amount: 1_000_000 });
  cancelled = made.receipt({ fund_id, received_on, amount: 70 });
  made.cancel('receipt', cancelled, '2023-07-07');
  draft = made.receipt({ fund_id, received_on, amount: 80 }, { issue: false, donations: [] });
});
afterAll(() => made.close());

const run = (sql: string, ...values: unknown[]) => made.database.connection.prepare(sql).run(...values);
const refused = (sql: string, ...values: unknown[]) =>
  expect(() => run(sql, ...values), sql).toThrow(/voucher_frozen|CHECK constraint/);
const columns = (table: string) =>
  made.database.connection.pragma(`table_info(${table})`) as { name: string; type: string }[];
/** What may be written once a voucher is issued: the steps of its life, and who may be named in public. */
const free = new Set(['version', 'updated_at', 'updated_by', 'created_at', 'created_by', 'consent']);

describe('an issued voucher', () => {
  test.each(['receipt', 'payment'] as const)('%s: not one of its columns can be changed', (kind) => {
    const { id } = kind === 'receipt' ? receipt : payment;
    for (const { name, type } of columns(kind)) {
      if (free.has(name)) continue;
      // A value of the right type that no row has.
      refused(
        `UPDATE ${kind} SET ${name} = ${type === 'INTEGER' ? '987654' : "'2019-01-02'"} WHERE id = ?`,
        id,
      );
    }
  });

  test('does not go back to a draft, is not voided, not deleted and not replaced', () => {
    for (const { id } of [receipt, cancelled]) {
      refused(
        "UPDATE receipt SET status = 'draft', number = NULL, number_year = NULL, issued_at = NULL WHERE id = ?",
        id,
      );
      refused("UPDATE receipt SET voided_at = 'x', void_reason = 'x' WHERE id = ?", id);
      refused('DELETE FROM receipt WHERE id = ?', id);
      refused(
        `INSERT OR REPLACE INTO receipt SELECT ${copyOf('receipt', "status: 'draft', number: NULL, number_year: NULL, issued_at: NULL, standing_amount: 0, cancelled_on: NULL, cancel_reason: NULL")}
          FROM receipt WHERE id = ?`,
        id,
      );
    }
    refused(
      'UPDATE OR REPLACE receipt SET uid = (SELECT uid FROM receipt WHERE id = ?) WHERE id = ?',
      receipt.id,
      draft.id,
    );
    refused('UPDATE OR REPLACE receipt SET id = ? WHERE id = ?', receipt.id, draft.id);
    for (const rowid of ['rowid', 'oid', '_rowid_'])
      refused(`UPDATE receipt SET ${rowid} = 987654 WHERE id = ?`, receipt.id);
    refused('UPDATE OR REPLACE receipt SET rowid = ? WHERE id = ?', receipt.id, draft.id);
    refused('UPDATE fund_entry SET rowid = rowid + 1000');
    refused('DELETE FROM payment WHERE id = ?', payment.id);
  });

  test('a cancelled one stays cancelled, with its day and its reason', () => {
    refused(
      "UPDATE receipt SET status = 'issued', cancelled_on = NULL, cancel_reason = NULL, standing_amount = amount WHERE id = ?",
      cancelled.id,
    );
    refused("UPDATE receipt SET cancel_reason = 'khác' WHERE id = ?", cancelled.id);
    refused("UPDATE receipt SET cancelled_on = '2023-07-08' WHERE id = ?", cancelled.id);
  });

  test('none is born issued, and none is cancelled that was not issued', () => {
    refused(
      `INSERT INTO receipt SELECT ${copyOf('receipt', "id: 999, uid: 'new', number: 99")} FROM receipt WHERE id = ?`,
      receipt.id,
    );
    refused(
      "UPDATE receipt SET status = 'cancelled', number = 9, number_year = 2023, issued_at = 'x', cancelled_on = '2023-08-08', cancel_reason = 'x' WHERE id = ?",
      draft.id,
    );
  });
});

/** The columns of a table with some of them said anew. */
function copyOf(table: string, changed: string): string {
  const anew = new Map(changed.split(', ').map((one) => one.split(': ') as [string, string]));
  return columns(table)
    .map(({ name }) => anew.get(name) ?? name)
    .join(', ');
}

describe('the lines of an issued voucher', () => {
  test.each([
    ['donation', () => list, ['amount', 'donor_name', 'officer_id', 'position', 'receipt_id', 'voided_at']],
    [
      'receipt_item',
      () => goods,
      ['quantity', 'item_id', 'estimated_value', 'position', 'receipt_id', 'voided_at'],
    ],
  ] as const)('%s: stay as they were issued', (table, parent, names) => {
    const { id } = parent();
    const types = new Map(columns(table).map(({ name, type }) => [name, type]));
    for (const name of names)
      refused(
        `UPDATE ${table} SET ${name} = ${types.get(name) === 'INTEGER' ? '7' : "'x'"} WHERE receipt_id = ?`,
        id,
      );
    refused(`DELETE FROM ${table} WHERE receipt_id = ?`, id);
    refused(
      `INSERT INTO ${table} SELECT ${copyOf(table, "id: 999, uid: 'new'")} FROM ${table} WHERE receipt_id = ?`,
      id,
    );
    refused(
      `INSERT OR REPLACE INTO ${table} SELECT ${copyOf(table, `receipt_id: ${draft.id}`)} FROM ${table} WHERE receipt_id = ?`,
      id,
    );
  });

  test('a line is not moved from a draft into one', () => {
    const donations = [{ donor_name: 'Hai', amount: 80, consent: true }];
    const other = made.receipt(
      { fund_id: 1, received_on: '2023-05-05', amount: 80 },
      { issue: false, donations },
    );
    refused('UPDATE donation SET receipt_id = ? WHERE receipt_id = ?', list.id, other.id);
  });

  test('whether a member is named in public may still be said', () => {
    expect(run('UPDATE donation SET consent = 0 WHERE receipt_id = ?', list.id).changes).toBe(1);
    run('UPDATE donation SET consent = 1 WHERE receipt_id = ?', list.id);
  });

  test('a list that does not add up is not issued', () => {
    const donations = [{ donor_name: 'Ba', amount: 80, consent: true }];
    const { id } = made.receipt(
      { fund_id: 1, received_on: '2023-05-05', amount: 80 },
      { issue: false, donations },
    );
    run('UPDATE receipt SET amount = 90 WHERE id = ?', id);
    expect(() => issue(id)).toThrow(/receipt_lines_disagree/);
    run('UPDATE receipt SET amount = 80 WHERE id = ?', id);
    issue(id);
  });

  test('goods without a line are not issued', () => {
    const items = [{ item_id: made.cement, quantity: 5 }];
    const { id } = made.receipt(
      { fund_id: 1, received_on: '2023-05-05', way: 'in_kind' },
      { issue: false, items },
    );
    run('DELETE FROM receipt_item WHERE receipt_id = ?', id);
    expect(() => issue(id)).toThrow(/voucher_empty/);
  });
});

/** Issues a draft past the program. */
function issue(id: number): void {
  run(
    `UPDATE receipt SET status = 'issued', issued_at = 'x', standing_amount = coalesce(amount, 0), number_year = 2023,
      number = 1 + coalesce((SELECT last FROM voucher_book WHERE year = 2023
        AND book = iif(receipt.account = 'goods', 'goods_in', 'receipt')), 0) WHERE id = ?`,
    id,
  );
}

describe('the books', () => {
  test('no entry is changed, deleted or replaced', () => {
    refused('UPDATE fund_entry SET amount = amount + 1');
    refused("UPDATE fund_entry SET day = '2024-01-01'");
    refused('DELETE FROM fund_entry');
    refused('INSERT OR REPLACE INTO fund_entry SELECT * FROM fund_entry WHERE voucher_id = ?', receipt.id);
    refused(
      `INSERT OR REPLACE INTO fund_entry (fund_id, account, item_id, day, amount, voucher, voucher_id, reversal)
        SELECT fund_id, account, item_id, day, amount, voucher, voucher_id, reversal FROM fund_entry WHERE voucher_id = ?`,
      receipt.id,
    );
    refused('DELETE FROM fund_day');
  });

  test.each([
    ['a draft', () => `'cash', 0, '2023-05-05', 80, 'receipt', ${draft.id}, 0`],
    [
      'an issued receipt once more, taken back',
      () => `'cash', 0, '2023-05-05', -5000000, 'receipt', ${receipt.id}, 1`,
    ],
    ['another account', () => `'bank', 0, '2023-05-05', 5000000, 'receipt', ${receipt.id}, 0`],
    [
      'goods that it does not name',
      () => `'goods', ${made.roofing}, '2023-05-05', 5000, 'receipt', ${goods.id}, 0`,
    ],
    ['nothing at all', () => `'cash', 0, '2023-05-05', 5, 'payment', 999, 0`],
  ])('nothing is entered for %s', (_what, values) => {
    refused(
      `INSERT INTO fund_entry (fund_id, account, item_id, day, amount, voucher, voucher_id, reversal) VALUES (1, ${values()})`,
    );
  });

  test('numbers run on: no gap is made ahead, no book begins anew', () => {
    refused("UPDATE voucher_book SET last = last + 5 WHERE book = 'receipt'");
    refused("UPDATE voucher_book SET last = last + 1 WHERE book = 'receipt'");
    refused("UPDATE voucher_book SET last = 1 WHERE book = 'receipt'");
    refused("UPDATE voucher_book SET year = 2030 WHERE book = 'receipt'");
    refused('DELETE FROM voucher_book');
    refused("INSERT INTO voucher_book VALUES ('receipt', 1, 2031, 1)");
    refused("INSERT OR REPLACE INTO voucher_book VALUES ('receipt', 1, 2023, 1)");
    expect(() =>
      run(
        "UPDATE receipt SET status = 'issued', number = 40, number_year = 2023, issued_at = 'x', standing_amount = 80 WHERE id = ?",
        draft.id,
      ),
    ).toThrow(/voucher_number_taken/);
  });

  test('after all these attempts the books agree with the vouchers', () => {
    expect(ledgerFaults(made.database.connection)).toEqual([]);
  });
});

describe('the check of the books', () => {
  /** What it finds after something was changed by somebody who took the triggers away. */
  function found(drop: readonly string[], sql: string): string[] {
    const { connection } = made.database;
    connection.exec('SAVEPOINT tamper');
    for (const trigger of drop) connection.exec(`DROP TRIGGER ${trigger}`);
    connection.exec(sql);
    const faults = ledgerFaults(connection);
    connection.exec('ROLLBACK TO tamper; RELEASE tamper');
    return faults;
  }

  test('finds a changed amount, a lost or invented entry, a wrong balance, a lost number, a changed list', () => {
    const entryTriggers = ['fund_entry_frozen', 'fund_entry_stays', 'receipt_entry', 'fund_entry_totals'];
    const frozen = ['receipt_frozen'];
    expect(
      found(frozen, `UPDATE receipt SET amount = 1, standing_amount = 1 WHERE id = ${receipt.id}`),
    ).toEqual(['Sổ quỹ không khớp với phiếu PT 01/2023.']);
    expect(
      found(entryTriggers, `DELETE FROM fund_entry WHERE voucher_id = ${goods.id} AND item_id > 0`),
    ).toEqual([
      'Sổ quỹ không khớp với phiếu PN 01/2023.',
      'Số dư sổ hiện vật ngày 05/05/2023 của đợt "Làm nhà" không khớp với các phiếu.',
    ]);
    expect(
      found(
        entryTriggers,
        `INSERT INTO fund_entry (fund_id, account, item_id, day, amount, voucher, voucher_id, reversal)
          VALUES (1, 'bank', 0, '2023-05-05', 5, 'receipt', 999, 0)`,
      )[0],
    ).toBe('Sổ quỹ có 1 dòng mà không phiếu nào ghi.');
    expect(found([], "UPDATE fund_day SET balance = balance + 1 WHERE day = '2023-06-06'")).toEqual([
      'Số dư sổ tiền mặt ngày 06/06/2023 của đợt "Làm nhà" không khớp với các phiếu.',
    ]);
    expect(found([], "INSERT INTO fund_day VALUES (1, 'bank', 0, '2023-06-06', 0, 0, 5)")).toHaveLength(1);
    expect(
      found(['voucher_book_follows'], "UPDATE voucher_book SET last = last + 1 WHERE book = 'payment'"),
    ).toEqual(['Dãy số phiếu chi năm 2023 bị thiếu hoặc trùng.']);
    expect(
      found(['donation_update_frozen'], `UPDATE donation SET amount = 399 WHERE receipt_id = ${list.id}`),
    ).toEqual(['Danh sách kèm phiếu PT 02/2023 cộng lại khác số tiền của phiếu.']);
    expect(ledgerFaults(made.database.connection)).toEqual([]);
  });
});
