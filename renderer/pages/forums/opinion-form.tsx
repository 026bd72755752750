import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useEffect, useRef, useState } from 'react';
import { Controller, useForm, useWatch, type UseFormReturn } from 'react-hook-form';
import type { Speaker } from '../../../shared/api/opinions.ts';
import { toFailure, type Failure } from '../../../shared/failure.ts';
import { useKeys } from '../../app/keys.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { momentInWords } from '../../components/words.ts';
import { focusFirst, walkOnEnter } from '../../records/enter-walk.ts';
import { FormField } from '../../records/form-field.tsx';
import { typedForm, type TypedForm } from '../../records/typed.ts';
import { useDraft } from '../../records/use-draft.ts';
import { nextOpinion, opinionFields, openFields, readOpinion, type SpokenOpinion } from './opinion-fields.ts';
import { SpeakerInputs } from './speaker-inputs.tsx';
import { TopicPicker, type Topic } from './topic-picker.tsx';
import { typedSpeaker } from './typed-speaker.ts';

interface Props {
  readonly forumId: number;
  readonly topics: readonly Topic[];
  /** The day of the forum: its villages are offered. */
  readonly day: string;
  /** Saves; throws a `FailureError` otherwise. */
  readonly onAdd: (opinion: SpokenOpinion, speaker: Speaker | null) => Promise<void>;
}

const wide: ReadonlySet<string> = new Set(['content', 'answer', 'about', 'about_other']);

/** The form in which a forum's opinions are typed one after the other; Enter goes on and at the end saves. */
export function OpinionForm({ forumId, topics, day, onAdd }: Props) {
  const element = useRef<HTMLFormElement>(null);
  const name = useRef<HTMLInputElement>(null);
  const address = useRef<HTMLInputElement>(null);
  const [wanted, setWanted] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [saving, setSaving] = useState(false);
  const draft = useDraft(`opinion:${forumId}`);
  const form = useForm<TypedForm>({ defaultValues: typedForm(opinionFields, nextOpinion(null)) });
  const [about, handling] = useWatch({ control: form.control, name: ['about', 'handling'] });
  const open = openFields({ about: about ?? '', handling: handling ?? '' });
  useEffect(() => focusFirst(element.current), []);
  const { keepSoon } = draft;
  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: () => keepSoon(() => form.getValues()) }),
    [form, keepSoon],
  );

  const takeDraft = () => {
    for (const [name, value] of Object.entries(draft.offered?.content ?? {}))
      if (name in opinionFields) form.setValue(name, value, { shouldDirty: true });
    draft.settle(false);
    focusFirst(element.current);
  };
  useKeys([{ key: 'F9', label: 'Nhập tiếp bản dở', run: takeDraft, when: draft.offered !== null }]);

  const showWrong = (wrong: Readonly<Record<string, string>>) => {
    for (const [at, message] of Object.entries(wrong)) form.setError(at, { message });
    const first = Object.keys(wrong).find((at) => at in opinionFields);
    if (first) form.setFocus(first);
  };
  const save = async () => {
    if (saving) return;
    form.clearErrors();
    setFailure(null);
    const typed = form.getValues();
    const read = readOpinion(typed);
    if (!read.ok) return showWrong(read.wrong);
    setSaving(true);
    try {
      await onAdd(read.values, wanted ? typedSpeaker({ name, address }) : null);
      setWanted(false);
      form.reset(typedForm(opinionFields, nextOpinion(typed)));
      // Behind the reset: what the next opinion begins with is no half typed one.
      draft.drop();
      requestAnimationFrame(() => focusFirst(element.current));
    } catch (error) {
      const failed = toFailure(error);
      setFailure(failed);
      showWrong(failed.fields ?? {});
    } finally {
      setSaving(false);
    }
  };
  const field = (name: string) => <OpinionInput name={name} form={form} topics={topics} day={day} />;
  return (
    <Box
      component="form"
      ref={element}
      noValidate
      autoComplete="off"
      aria-label="Ý kiến mới"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        walkOnEnter(event, () => void save());
        if (event.key === 'Enter' && form.formState.isDirty) draft.keepNow(form.getValues());
      }}
      sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: 3, rowGap: 4, pt: 2 }}
    >
      {draft.offered && (
        <Offer savedAt={draft.offered.savedAt} onTake={takeDraft} onDrop={() => draft.settle(true)} />
      )}
      {Object.keys(opinionFields)
        .filter((name) => open.has(name))
        .map((name) => (
          <Box key={name} sx={{ gridColumn: wide.has(name) ? '1 / -1' : undefined, minWidth: 0 }}>
            {field(name)}
          </Box>
        ))}
      <SpeakerInputs wanted={wanted} onWanted={setWanted} refs={{ name, address }} />
      <Box sx={{ gridColumn: '1 / -1', display: 'flex', flexDirection: 'column', gap: 3 }}>
        <FailureNotice failure={failure} />
        <Box>
          <Button type="submit" variant="contained" disabled={saving}>
            Thêm ý kiến
          </Button>
        </Box>
      </Box>
    </Box>
  );
}

interface OfferProps {
  readonly savedAt: string;
  readonly onTake: () => void;
  readonly onDrop: () => void;
}

function Offer({ savedAt, onTake, onDrop }: OfferProps) {
  return (
    <Alert
      severity="info"
      sx={{ gridColumn: '1 / -1' }}
      action={
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Button size="small" onClick={onTake}>
            Nhập tiếp (F9)
          </Button>
          <Button size="small" onClick={onDrop}>
            Bỏ
          </Button>
        </Box>
      }
    >
      Còn ý kiến nhập dở lúc {momentInWords(savedAt)}. Tên người nêu không được giữ, hãy nhập lại.
    </Alert>
  );
}

interface InputProps {
  readonly name: string;
  readonly form: UseFormReturn<TypedForm>;
  readonly topics: readonly Topic[];
  readonly day: string;
}

function OpinionInput({ name, form, topics, day }: InputProps) {
  const declared = opinionFields[name];
  const error = form.formState.errors[name]?.message;
  if (name === 'topic_id')
    return (
      <Controller
        name={name}
        control={form.control}
        render={({ field: { value, onChange, ref } }) => (
          <TopicPicker
            topics={topics}
            value={typeof value === 'number' ? value : null}
            onChange={onChange}
            inputRef={ref}
            error={error}
          />
        )}
      />
    );
  if (declared && (name === 'content' || name === 'answer')) {
    const { ref, ...registered } = form.register(name);
    return (
      <TextField
        {...registered}
        inputRef={ref}
        label={declared.label}
        required={name === 'content'}
        fullWidth
        multiline
        minRows={name === 'content' ? 2 : 1}
        maxRows={5}
        error={error !== undefined}
        helperText={error ?? declared.help}
        slotProps={{ htmlInput: { spellCheck: false, 'data-walk': '' } }}
      />
    );
  }
  return declared ? <FormField name={name} field={declared} form={form} unitDate={day} /> : null;
}
