import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import {
  Controller,
  useForm,
  useWatch,
  type FieldErrors,
  type Resolver,
  type UseFormReturn,
} from 'react-hook-form';
import { toFailure, type Failure } from '../../shared/failure.ts';
import type { StoredValue } from '../../shared/records/schema.ts';
import { parseDate } from '../../shared/vietnamese/dates.ts';
import { useKeys } from '../app/keys.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { momentInWords } from '../components/words.ts';
import { changesOf, type Change } from './changes.ts';
import { ConflictNotice } from './conflict-notice.tsx';
import { focusFirst, returnFocus, walkOnEnter } from './enter-walk.ts';
import { FormField, isWide } from './form-field.tsx';
import { readForm, typedForm, type CrossCheck, type Fields, type Typed, type TypedForm } from './typed.ts';
import { useDraft } from './use-draft.ts';

export type Values = Record<string, StoredValue>;

/** The record that a form changes, as last read. */
export interface FormRecord {
  readonly values: Readonly<Record<string, StoredValue | undefined>>;
  readonly version: number;
}

export interface DeclaredFormProps {
  readonly fields: Fields;
  /** The present values, or what a new record proposes. */
  readonly record?: FormRecord | undefined;
  readonly initial?: Readonly<Record<string, StoredValue | undefined>> | undefined;
  readonly check?: CrossCheck | undefined;
  readonly submitLabel: string;
  /** Saves; throws a `FailureError` otherwise. `reason` is given where a closed campaign wanted one. */
  readonly onSubmit: (values: Values, version: number, reason?: string) => Promise<void>;
  readonly onCancel?: (() => void) | undefined;
  /** Reads the record again after somebody else has changed it. */
  readonly reload?: (() => Promise<FormRecord>) | undefined;
  /** The key under which half typed work is kept. */
  readonly draft?: string | undefined;
  /** The field with the record's own day: units are offered as of what stands in it. */
  readonly day?: string | undefined;
  /** The fields that what is typed leaves open; the others are hidden and sent empty. All of them when absent. */
  readonly open?: ((typed: TypedForm) => ReadonlySet<string>) | undefined;
  /** Inputs of their own for some fields, instead of those that their types give. */
  readonly inputs?: Readonly<Record<string, FieldInput>> | undefined;
  /** What is said below some fields as the form is typed, unless they are wrong. */
  readonly hints?: Readonly<Record<string, (form: UseFormReturn<TypedForm>) => ReactNode>> | undefined;
  /** Leaves the focus where it is when the form appears: it stands beside a list that is worked in. */
  readonly quiet?: boolean | undefined;
  /** Stands between the fields and the buttons. */
  readonly children?: ReactNode;
}

/** What an input of a form's own is given. */
export interface FieldInputProps {
  readonly value: Typed;
  readonly onChange: (value: Typed) => void;
  readonly error: string | undefined;
  /** Everything that stands in the form now. */
  readonly form: UseFormReturn<TypedForm>;
}
export type FieldInput = (props: FieldInputProps) => ReactNode;

interface Conflict {
  readonly fresh: FormRecord;
  readonly changes: readonly Change[];
}

type Open = DeclaredFormProps['open'];

/** Reads a form's open fields; those that are hidden are empty, whatever was typed there before. */
function readOpen(fields: Fields, typed: TypedForm, check: CrossCheck | undefined, open: Open) {
  const shown = open?.(typed);
  if (!shown) return readForm(fields, typed, check);
  const hidden = Object.entries(fields).filter(([name]) => !shown.has(name));
  const empty = Object.fromEntries(
    hidden.map(([name, { type }]) => [name, type === 'flag' ? false : null] as const),
  );
  const asked = Object.fromEntries(Object.entries(fields).filter(([name]) => shown.has(name)));
  const read = readForm(asked, typed, check && ((values) => check({ ...empty, ...values })));
  return read.ok ? { ...read, values: { ...empty, ...read.values } } : read;
}

function resolverOf(fields: Fields, check: CrossCheck | undefined, open: Open): Resolver<TypedForm> {
  return (typed) => {
    const read = readOpen(fields, typed, check, open);
    if (read.ok) return { values: typed, errors: {} };
    const errors = Object.entries(read.wrong).map(([name, message]) => [name, { type: 'typed', message }]);
    return { values: {}, errors: Object.fromEntries(errors) as FieldErrors<TypedForm> };
  };
}

/** A form made from declared fields: typed by keyboard, checked as it is left, never touched while typing. */
export function DeclaredForm(props: DeclaredFormProps) {
  const { fields, record, initial, check, onSubmit, reload, open, inputs, quiet = false } = props;
  const [base, setBase] = useState(record);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [saving, setSaving] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  const reason = useRef<HTMLInputElement>(null);
  const draft = useDraft(props.draft);
  const form = useForm<TypedForm>({
    defaultValues: typedForm(fields, record?.values ?? initial ?? {}),
    resolver: resolverOf(fields, check, open),
    mode: 'onTouched',
  });
  useEffect(() => {
    if (!quiet) focusFirst(element.current);
    return returnFocus(element.current);
  }, [quiet]);
  const typedDay = useWatch({ control: form.control, name: props.day ?? '' });
  const day = typeof typedDay === 'string' ? parseDate(typedDay) : null;
  const shown = useShown(form, open);
  const { keepSoon } = draft;
  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: () => keepSoon(() => form.getValues()) }),
    [form, keepSoon],
  );

  const takeDraft = () => {
    for (const [name, value] of Object.entries(draft.offered?.content ?? {}))
      if (name in fields) form.setValue(name, value, { shouldDirty: true });
    draft.settle(false);
    focusFirst(element.current);
  };
  useKeys([{ key: 'F9', label: 'Nhập tiếp bản dở', run: takeDraft, when: draft.offered !== null }]);

  const refused = async (error: unknown) => {
    const failed = toFailure(error);
    if (failed.code === 'conflict' && reload) {
      const fresh = await reload();
      setConflict({ fresh, changes: changesOf(fields, plain(base?.values), plain(fresh.values)) });
      return;
    }
    setFailure(failed);
    for (const [field, message] of Object.entries(failed.fields ?? {})) {
      const [name, text] = placeOfFault(fields, field, message);
      if (name !== undefined) form.setError(name, { message: text }, { shouldFocus: true });
    }
  };
  const submit = async (typed: TypedForm) => {
    const read = readOpen(fields, typed, check, open);
    if (!read.ok || saving) return;
    setSaving(true);
    setFailure(null);
    try {
      await onSubmit(read.values, base?.version ?? 0, reason.current?.value.trim() || undefined);
      draft.drop();
    } catch (error) {
      await refused(error).catch((other: unknown) => setFailure(toFailure(other)));
    } finally {
      setSaving(false);
    }
  };
  const save = () => form.handleSubmit(submit)();
  const takeFresh = () => {
    if (!conflict) return;
    setBase(conflict.fresh);
    form.reset(typedForm(fields, conflict.fresh.values), { keepDirtyValues: true });
    setConflict(null);
  };
  return (
    <Box
      component="form"
      ref={element}
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        walkOnEnter(event, () => void save());
        if (event.key === 'Enter' && form.formState.isDirty) draft.keepNow(form.getValues());
        if (event.key === 'Escape' && !event.defaultPrevented && props.onCancel) {
          event.preventDefault();
          props.onCancel();
        }
      }}
      sx={{ display: 'flex', flexDirection: 'column', gap: 4, pt: 2 }}
    >
      {draft.offered && (
        <Alert
          severity="info"
          action={
            <Box sx={{ display: 'flex', gap: 1 }}>
              <Button size="small" onClick={takeDraft}>
                Nhập tiếp (F9)
              </Button>
              <Button size="small" onClick={() => draft.settle(true)}>
                Bỏ
              </Button>
            </Box>
          }
        >
          Còn bản nhập dở lúc {momentInWords(draft.offered.savedAt)}.
        </Alert>
      )}
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: 4, rowGap: 5 }}>
        {Object.entries(fields)
          .filter(([name]) => shown === null || shown.has(name))
          .map(([name, field]) => (
            <Box key={name} sx={{ gridColumn: isWide(field) ? '1 / -1' : undefined, minWidth: 0 }}>
              {inputs?.[name] ? (
                <OwnInput name={name} form={form} input={inputs[name]} />
              ) : (
                <FormField name={name} field={field} form={form} unitDate={day?.ok ? day.date : undefined} />
              )}
              {form.formState.errors[name] === undefined && props.hints?.[name]?.(form)}
            </Box>
          ))}
      </Box>
      {props.children}
      {conflict && <ConflictNotice changes={conflict.changes} onTake={takeFresh} />}
      <FailureNotice failure={failure} />
      {failure?.code === 'campaign_closed' && (
        <Box
          component="input"
          ref={reason}
          aria-label="Lý do thay đổi"
          placeholder="Lý do thay đổi"
          maxLength={500}
          sx={{ height: 36, px: 3, font: 'inherit', border: 1, borderColor: 'divider', borderRadius: 1 }}
        />
      )}
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button type="submit" variant="contained" disabled={saving}>
          {props.submitLabel}
        </Button>
        {props.onCancel && (
          <Button variant="outlined" onClick={props.onCancel}>
            Thôi
          </Button>
        )}
      </Box>
    </Box>
  );
}

/** The fields that are open now; null where all are. */
function useShown(form: UseFormReturn<TypedForm>, open: Open): ReadonlySet<string> | null {
  const typed = useWatch({ control: form.control, disabled: open === undefined });
  return open ? open(typed as TypedForm) : null;
}

interface OwnInputProps {
  readonly name: string;
  readonly form: UseFormReturn<TypedForm>;
  readonly input: FieldInput;
}

function OwnInput({ name, form, input }: OwnInputProps) {
  const error = form.formState.errors[name]?.message;
  return (
    <Controller
      name={name}
      control={form.control}
      render={({ field: { value, onChange } }) => (
        <>{input({ value: value ?? null, onChange, error, form })}</>
      )}
    />
  );
}

/** Where a fault is told: `items.0.quantity` at the lines' own field, with the number of the line. */
function placeOfFault(fields: Fields, fault: string, message: string): [string | undefined, string] {
  const parts = fault.split('.');
  const name = [fault, ...parts].find((part) => part in fields);
  const line = name === parts[0] && /^\d+$/.test(parts[1] ?? '') ? Number(parts[1]) + 1 : null;
  return [name, line === null ? message : `Dòng ${String(line)}: ${message}`];
}

function plain(values: FormRecord['values'] | undefined): Values {
  return Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [name, value ?? null]));
}
