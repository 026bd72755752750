import { fail } from '../../../shared/failure.ts';
import { kindNames } from '../../../shared/records/index.ts';
import { noRefusal, speaksOfRefusal, tellsOfHousehold } from '../../../shared/records/refusal.ts';
import type { Database } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { query } from '../database/tables.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';

const drop = statement((given: { user_id: number; form: string }) =>
  query.deleteFrom('draft').where('user_id', '=', given.user_id).where('form', '=', given.form),
);
const put = statement((given: { user_id: number; form: string; content: string; saved_at: string }) =>
  query
    .insertInto('draft')
    .values({
      user_id: given.user_id,
      form: given.form,
      content: given.content,
      saved_at: given.saved_at,
    })
    .onConflict((there) =>
      there.columns(['user_id', 'form']).doUpdateSet({ content: given.content, saved_at: given.saved_at }),
    ),
);

/** A draft goes with the save of its form, in the same transaction. */
export function deleteDraft(unit: UnitOfWork, user_id: number, form: string): UnitOfWork {
  return unit.add(drop({ user_id, form }));
}

/** Keeps what is typed so far, in place of what was kept before. */
export function saveDraft(database: Database, user_id: number, form: string, content: string): void {
  const draft = { user_id, form, content: draftContent(form, content), saved_at: database.now() };
  database.commit(new UnitOfWork().add(put(draft)));
}

/** What somebody has typed into a form without saving it, and when; nulls where there is nothing. */
export function draftOf(database: Database, user_id: number, form: string) {
  const draft = query
    .selectFrom('draft')
    .select(['content', 'saved_at'])
    .where('user_id', '=', user_id)
    .where('form', '=', form);
  return database.first(draft.compile()) ?? { content: null, saved_at: null };
}

function plainJson(text: string): { readonly value: unknown } | undefined {
  try {
    const kept = (key: string, value: unknown) => {
      if (speaksOfRefusal(key)) return undefined;
      return typeof value === 'string' && speaksOfRefusal(value) ? '' : value;
    };
    return { value: JSON.parse(text, kept) as unknown };
  } catch {
    return undefined;
  }
}

/** Whether a draft is of a form that may say what it likes: one of a declared kind that tells of no household. */
function isFree(form: string): boolean {
  const kind = kindNames.find((name) => form.startsWith(`${name}:`));
  return kind !== undefined && !tellsOfHousehold(kind);
}

/**
 * What is kept of a half-typed form: all of it, but where it tells of a household no field that speaks of refusing to
 * sign, because that is stored nowhere. A draft that is no form at all is refused with `invalid` where it speaks of it.
 */
export function draftContent(form: string, content: string): string {
  if (isFree(form)) return content;
  const plain = plainJson(content);
  if (plain) return JSON.stringify(plain.value) ?? '';
  if (speaksOfRefusal(content)) fail('invalid', noRefusal);
  return content;
}
