import { fail } from '../../../../shared/failure.ts';
import { kindOf } from '../../../../shared/records/index.ts';
import { kindSchema, type StoredValue } from '../../../../shared/records/schema.ts';
import type { Database } from '../../database/database.ts';
import type { UnitOfWork } from '../../database/unit-of-work.ts';
import type { Values } from '../record-sql.ts';
import { insertRecord, updateRecord, voidRecord, type ChangeBy } from '../record-writer.ts';
import { linesOfVoucher, type LineKind } from './rows.ts';
import { voidedReferences } from './references.ts';

const parentOf = { donation: 'receipt_id', receipt_item: 'receipt_id', payment_item: 'payment_id' } as const;

type Typed = Readonly<Record<string, StoredValue>>;

/** The lines as typed, checked one by one: a fault is named `<part>.<index>.<field>`, as the page counts them. */
export function parseLines(
  database: Database,
  kind: LineKind,
  part: string,
  lines: readonly Typed[],
): Values[] {
  const faults: Record<string, string> = {};
  const schema = kindSchema(kindOf(kind));
  const parsed = lines.map((line, index) => {
    const result = schema.safeParse(line);
    const named = (name: string) => `${part}.${index}.${name}`;
    if (!result.success) {
      for (const issue of result.error.issues) faults[named(String(issue.path[0] ?? ''))] ??= issue.message;
      return {};
    }
    const values = result.data as Values;
    for (const [name, text] of Object.entries(voidedReferences(database, kind, values)))
      faults[named(name)] = text;
    return values;
  });
  if (Object.keys(faults).length > 0)
    fail('invalid', 'Có dòng chưa đúng. Hãy sửa các mục được đánh dấu.', { fields: faults });
  return parsed;
}

/** Puts a draft's lines in the place of those before, by what differs; tells whether anything did. */
export function writeLines(
  database: Database,
  unit: UnitOfWork,
  kind: LineKind,
  parent: number,
  lines: readonly Values[],
  by: ChangeBy,
): boolean {
  const before = linesOfVoucher(database, kind, parent);
  const changes = unit.changes.length;
  lines.forEach((values, index) => {
    const line = before[index];
    const placed = { ...values, [parentOf[kind]]: parent, position: index + 1 };
    if (line) updateRecord(unit, kind, line, line.version, placed, by);
    else insertRecord(database, unit, kind, placed, by);
  });
  for (const line of before.slice(lines.length))
    voidRecord(unit, kind, line, line.version, { ...by, reason: 'Bỏ khỏi phiếu.' });
  return unit.changes.length > changes;
}
