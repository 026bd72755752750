import type { ParsedInput } from '../../../../shared/api.ts';
import { fail } from '../../../../shared/failure.ts';
import { formatDate } from '../../../../shared/vietnamese/dates.ts';
import type { Database } from '../../database/database.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { updateRecord, type ChangeBy } from '../record-writer.ts';
import { lastReceiptDay } from './receipt-days.ts';
import { fundOf } from './rows.ts';

/** Lets a closed campaign take something in until a later day, for a reason; gives the campaign's new version. */
export function reopenFund(
  database: Database,
  { id, version, until, reason }: ParsedInput<'funds.reopen'>,
  by: ChangeBy,
): { version: number } {
  const fund = fundOf(database, id);
  if (fund.closes_on === null) fail('invalid', 'Đợt vận động này không có ngày đóng nên không cần mở lại.');
  const last = lastReceiptDay(database, id);
  const fault =
    until <= fund.closes_on
      ? `Ngày mở lại phải sau ngày đóng (${formatDate(fund.closes_on)}).`
      : last !== null && until < last
        ? `Đợt đã có phiếu thu ngày ${formatDate(last)}; không thể đóng trước ngày đó.`
        : null;
  if (fault) fail('invalid', fault, { fields: { until: fault } });
  const unit = new UnitOfWork();
  const change = { ...by, reason, action: 'reopen_fund' } as const;
  const after = updateRecord(unit, 'fund_campaign', fund, version, { reopened_until: until }, change);
  if (unit.changes.length > 0) database.commit(unit);
  return { version: after.version };
}
