import type { ParsedInput } from '../../../../shared/api.ts';
import { fail } from '../../../../shared/failure.ts';
import type { Database } from '../../database/database.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { touchRecord, updateRecord, type ChangeBy, type Row } from '../record-writer.ts';
import { linesOfVoucher, voucherOf } from './rows.ts';

/** Only of what was issued and stands: a draft is edited, a cancelled receipt names nobody on any paper. */
function consentingReceipt(database: Database, id: number): Row {
  const row = voucherOf(database, 'receipt', id);
  if (row.status === 'draft') fail('invalid', 'Phiếu nháp thì sửa ngay trên bản nháp.');
  if (row.status === 'cancelled')
    fail('voucher_frozen', 'Phiếu đã hủy không công khai tên ai nên không cần sửa đồng ý công khai tên.');
  return row;
}

/**
 * Records that a donor, or single members of a group's list, consent to be named in public or no longer do. Consent is
 * the donor's to give and to withdraw (Luật 91/2025/QH15), while everything else of an issued receipt stays as it was;
 * the trail keeps who said so when and why. Papers made from now on follow it. Gives the receipt's new version.
 */
export function changeConsent(
  database: Database,
  { id, version, consent, members }: ParsedInput<'receipts.consent'>,
  by: ChangeBy & { readonly reason: string },
) {
  const receipt = consentingReceipt(database, id);
  if (consent && receipt['donor_kind'] === 'anonymous') {
    const text = 'Người ủng hộ ẩn danh không có tên để công khai.';
    fail('invalid', text, { fields: { consent: text } });
  }
  const change = { ...by, action: 'change_consent' } as const;
  const unit = new UnitOfWork();
  const after = updateRecord(unit, 'receipt', receipt, version, { consent }, change);
  const lines = new Map(linesOfVoucher(database, 'donation', id).map((line) => [line.id, line]));
  for (const member of members) {
    const line = lines.get(member.id) ?? fail('bad_input', 'Dòng này không thuộc danh sách của phiếu.');
    updateRecord(unit, 'donation', line, line.version, { consent: member.consent }, change);
  }
  if (unit.changes.length === 0) fail('invalid', 'Chưa có gì khác với điều đã ghi.');
  // Of whom only the members' consent differs is a changed receipt too: whoever read it before is told.
  const row = after === receipt ? touchRecord(unit, 'receipt', receipt, change) : after;
  database.commit(unit);
  return { id, version: row.version };
}
