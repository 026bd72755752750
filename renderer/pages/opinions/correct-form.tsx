import type { CallInput, CallOutput } from '../../../shared/api.ts';
import { answerSince } from '../../../shared/records/opinion-step.ts';
import { opinion as kind, opinionRules } from '../../../shared/records/opinion.ts';
import { call } from '../../client.ts';
import { DeclaredForm } from '../../records/declared-form.tsx';
import { typedFields, type Fields } from '../../records/typed.ts';
import { valueOf, valuesOf } from '../../records/value.ts';

type Page = CallOutput<'opinions.page'>;

interface Props {
  readonly page: Page;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

const spoken = typedFields(kind.fields, [
  'topic_id',
  'opinion_kind',
  'about',
  'about_other',
  'village_id',
  'content',
]);
const { answer } = kind.fields;

/** The words of the forum that another answer has followed; null where the opinion's own answer is that. */
function forumAnswer({ opinion, steps }: Page) {
  const since = answerSince(opinion, steps);
  const words = since ? valueOf(since, 'answer_before') : null;
  return since && words !== valueOf(opinion, 'answer') ? { words } : null;
}

/** The minutes print what was answered at the forum: where another answer came later, each has a field of its own. */
function fieldsOf(page: Page): Fields {
  if (!forumAnswer(page)) return { ...spoken, answer };
  const answer_at_forum = { ...answer, label: 'Trả lời tại diễn đàn (in trong biên bản)' };
  return { ...spoken, answer_at_forum, answer: { ...answer, label: 'Trả lời sau diễn đàn' } };
}

const formRecord = (page: Page) => ({
  values: {
    ...valuesOf({ ...spoken, answer }, page.opinion),
    answer_at_forum: forumAnswer(page)?.words ?? null,
  },
  version: page.opinion.version,
});

/** Corrects what was written wrongly of an opinion; what happens to it has steps. */
export function CorrectForm({ page, onDone, onCancel }: Props) {
  const { opinion } = page;
  return (
    <DeclaredForm
      fields={fieldsOf(page)}
      record={formRecord(page)}
      check={opinionRules}
      submitLabel="Lưu thay đổi"
      onSubmit={async (values, version) => {
        const input = { ...values, id: opinion.id, version };
        // The call's own schema checks every value.
        await call('opinions.correct', input as unknown as CallInput<'opinions.correct'>);
        onDone();
      }}
      onCancel={onCancel}
      reload={async () => formRecord(await call('opinions.page', { id: opinion.id }))}
    />
  );
}
