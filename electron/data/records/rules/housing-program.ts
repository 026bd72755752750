import { formatDate } from '../../../../shared/vietnamese/dates.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';
import { rowOf } from '../record-writer.ts';
import type { KindRule } from './rule.ts';
import { voidedTargets } from './stands.ts';

const phaseSpan = statement((given: { program: number }) =>
  query
    .selectFrom('housing_phase')
    .select(({ fn }) => [
      fn.min<string | null>('from_date').as('first'),
      fn.max<string | null>('to_date').as('last'),
    ])
    .where('program_id', '=', given.program)
    .where('voided_at', 'is', null),
);

/** A programme lasts at least as long as its phases. */
export const housingProgramRule: KindRule = {
  check: (database, { from_date, to_date }, before): Record<string, string> => {
    const { first, last } = (before && database.first(phaseSpan({ program: before.id }))) ?? {};
    if (first && String(from_date) > first)
      return {
        from_date: `Có giai đoạn bắt đầu từ ${formatDate(first)}; chương trình không thể bắt đầu sau.`,
      };
    if (last && typeof to_date === 'string' && to_date < last)
      return {
        to_date: `Có giai đoạn kéo dài đến ${formatDate(last)}; chương trình không thể kết thúc trước.`,
      };
    return {};
  },
};

const houseSpan = statement((given: { phase: number }) =>
  query
    .selectFrom('house')
    .select(({ fn }) => [
      fn.min<string | null>('approved_on').as('first'),
      fn.max<string | null>('approved_on').as('last'),
    ])
    .where('phase_id', '=', given.phase)
    .where('voided_at', 'is', null),
);

function outsideProgram(
  database: Database,
  from: string,
  to: string,
  programId: number,
): Record<string, string> {
  const program = rowOf(database, 'housing_program', programId);
  const [first, last] = [String(program['from_date']), program['to_date'] ?? null];
  if (from < first) return { from_date: `Chương trình bắt đầu ngày ${formatDate(first)}.` };
  if (typeof last === 'string' && to > last)
    return { to_date: `Chương trình kết thúc ngày ${formatDate(last)}.` };
  return {};
}

/** A phase lies within its programme; its first day is no later than its houses' approvals, and neither is its last. */
export const housingPhaseRule: KindRule = {
  check: (database, values, before): Record<string, string> => {
    const gone = voidedTargets(database, 'housing_phase', values, ['program_id']);
    if (Object.keys(gone).length > 0) return gone;
    const [from, to] = [String(values['from_date']), String(values['to_date'])];
    const outside = outsideProgram(database, from, to, Number(values['program_id']));
    if (Object.keys(outside).length > 0) return outside;
    const { first, last } = (before && database.first(houseSpan({ phase: before.id }))) ?? {};
    if (first && from > first)
      return { from_date: `Có nhà phê duyệt ngày ${formatDate(first)}; giai đoạn không thể bắt đầu sau.` };
    // A house may be approved late with a day of its own; only a phase that is shortened must not leave houses behind.
    if (last && to < last && to < String(before?.['to_date']))
      return { to_date: `Có nhà phê duyệt ngày ${formatDate(last)}; hạn của giai đoạn không thể ở trước.` };
    return {};
  },
};
