import type { CallInput } from '../../../shared/api.ts';
import { opinion, opinionRules, type Handling } from '../../../shared/records/opinion.ts';
import { readForm, typedFields, type Fields, type TypedForm } from '../../records/typed.ts';

/** Inputs of an opinion, in the order in which they are typed. */
export const opinionFields: Fields = typedFields(opinion.fields, [
  'topic_id',
  'opinion_kind',
  'about',
  'about_other',
  'village_id',
  'content',
  'handling',
  'answer',
  'responsible_team_id',
  'responsible_agency',
  'due_date',
]);

/** The inputs that this handling and this "about" leave open; the others are skipped and sent empty. */
export function openFields(typed: TypedForm): ReadonlySet<string> {
  const handling = typed['handling'] as Handling;
  const given = handling === 'assigned' || handling === 'escalated' || handling === 'referred';
  const open = new Set(Object.keys(opinionFields));
  if (typed['about'] !== 'other_agency') open.delete('about_other');
  if (handling !== 'assigned') open.delete('responsible_team_id');
  if (!given) open.delete('responsible_agency');
  if (handling === 'explained') open.delete('due_date');
  return open;
}

export type SpokenOpinion = Omit<CallInput<'opinions.add'>, 'forum_id' | 'speaker'>;
type Read = { ok: true; values: SpokenOpinion } | { ok: false; wrong: Record<string, string> };

/** Reads what stands in the form: the values as the call wants them, or what is wrong by field. */
export function readOpinion(typed: TypedForm): Read {
  const open = openFields(typed);
  const empty = (name: string) => (opinionFields[name]?.type === 'reference' ? null : '');
  const asked = Object.fromEntries(
    Object.keys(opinionFields).map((name) => [name, open.has(name) ? (typed[name] ?? null) : empty(name)]),
  );
  const read = readForm(opinionFields, asked, opinionRules);
  // The schema of the call checks every value again; here they are what its fields declare.
  return read.ok ? { ok: true, values: read.values as unknown as SpokenOpinion } : read;
}

/** What a new opinion begins with: who the last one was about stays, its words go. */
export function nextOpinion(last: TypedForm | null): Record<string, string | number | null> {
  const kept = (name: string, usual: string) => {
    const value = last?.[name];
    return typeof value === 'string' && value !== '' ? value : usual;
  };
  const village = last?.['village_id'];
  return {
    opinion_kind: kept('opinion_kind', 'proposal'),
    about: kept('about', 'commune_police'),
    handling: kept('handling', 'assigned'),
    about_other: kept('about_other', ''),
    village_id: typeof village === 'number' ? village : null,
    topic_id: null,
    content: '',
    answer: '',
    responsible_team_id: null,
    responsible_agency: '',
    due_date: '',
  };
}
