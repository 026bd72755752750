import type { AuditRow, Filter } from '../../../shared/api/records.ts';
import { fail } from '../../../shared/failure.ts';
import { kindNames, kindOf, type KindName } from '../../../shared/records/index.ts';
import { may, type Role } from '../../../shared/rights.ts';

/** Whether a role gets the values of fields that are declared internal. */
export const mayReadInternal = (role: Role): boolean => may(role, 'documents.internal');

/** Whether a role must not get this field of a kind. */
export function isHidden(kind: KindName, name: string, role: Role): boolean {
  const { fields } = kindOf(kind);
  return Object.hasOwn(fields, name) && fields[name]?.internal === true && !mayReadInternal(role);
}

/** A filter or an order by a hidden field would tell its value: `forbidden`. */
export function refuseHidden(kind: KindName, filter: Filter, role: Role, sortedBy?: string): void {
  const asked = [...Object.keys(filter.equal), ...Object.keys(filter.period), sortedBy ?? ''];
  if (asked.some((name) => isHidden(kind, name, role)))
    fail('forbidden', 'Mục này chỉ dùng nội bộ; vai trò của bạn không xem được.');
}

function withoutHidden(kind: KindName, values: AuditRow['before'], role: Role): AuditRow['before'] {
  return values && Object.fromEntries(Object.entries(values).filter(([name]) => !isHidden(kind, name, role)));
}

/** A line of the trail without what is internal. */
export function shownAudit(row: AuditRow, role: Role): AuditRow {
  const kind = kindNames.find((name) => name === row.kind);
  if (kind === undefined || mayReadInternal(role)) return row;
  const [before, after] = [row.before, row.after].map((values) => withoutHidden(kind, values, role));
  return { ...row, before: before ?? null, after: after ?? null };
}
