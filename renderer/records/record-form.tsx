import type { ShownRecord } from '../../shared/api/records.ts';
import { kindOf, type KindName } from '../../shared/records/index.ts';
import { call } from '../client.ts';
import { DeclaredForm, type Values } from './declared-form.tsx';
import { rememberSticky, stickyOf } from './sticky.ts';
import { typedFields, type Fields } from './typed.ts';
import { valuesOf } from './value.ts';

/** What a save changed, so that it can be taken back. */
export interface SavedRecord {
  readonly id: number;
  readonly version: number;
  /** The values before; null for a new record. */
  readonly before: Values | null;
}

interface Props {
  readonly kind: KindName;
  /** The record to change; a new one is made without it. */
  readonly record?: ShownRecord | undefined;
  /** Values that the person does not choose, e.g. whose child this is; they have no input. */
  readonly given?: Values;
  /** What a new record proposes. */
  readonly initial?: Values | undefined;
  readonly onSaved: (saved: SavedRecord) => void;
  readonly onCancel?: () => void;
}

/** The form of a kind, from its declaration: a new record, or the correction of one. */
export function RecordForm({ kind: name, record, given = {}, initial, onSaved, onCancel }: Props) {
  const kind = kindOf(name);
  const all = typedFields(kind.fields);
  const fields: Fields = Object.fromEntries(Object.entries(all).filter(([field]) => !(field in given)));
  const formRecord = (shown: ShownRecord) => ({ values: valuesOf(all, shown), version: shown.version });
  const save = async (typed: Values, version: number, reason?: string) => {
    const values = { ...typed, ...given };
    const why = reason === undefined ? {} : { reason };
    if (!record) {
      const { id, version: first } = await call('records.create', { kind: name, values, ...why });
      rememberSticky(kind, values);
      onSaved({ id, version: first, before: null });
      return;
    }
    const saved = await call('records.update', { kind: name, id: record.id, version, values, ...why });
    onSaved({ ...saved, before: valuesOf(all, record) });
  };
  return (
    <DeclaredForm
      fields={fields}
      record={record && formRecord(record)}
      initial={{ ...stickyOf(kind), ...initial }}
      check={kind.check && ((values) => kind.check?.({ ...values, ...given }) ?? {})}
      day={kind.day}
      submitLabel={record ? 'Lưu thay đổi' : `Thêm ${kind.label}`}
      onSubmit={save}
      onCancel={onCancel}
      reload={record && (async () => formRecord(await call('records.get', { kind: name, id: record.id })))}
      draft={`${name}:${record?.id ?? 'new'}`}
    />
  );
}
