import type { Field, FieldValue } from './field.ts';

/** A declared record kind; see README "how to add a record kind". */
export interface Kind<F extends Readonly<Record<string, Field>> = Readonly<Record<string, Field>>> {
  /** The table's name, the name in calls and in the audit trail. */
  readonly name: string;
  /** A small number of its own for the search index; never changed, never used again. */
  readonly number: number;
  /** Vietnamese, lower case: one of it. */
  readonly label: string;
  /** Vietnamese: the heading of its list. */
  readonly title: string;
  /** The field that names a record in lists, search hits and the audit trail. */
  readonly nameField: string;
  readonly fields: F;
  /** Order of the list: by name the Vietnamese way, or by a field, newest first. */
  readonly order: 'name' | { readonly newest: string };
  /** The field with the record's own day: its units are named as of then, else as of the day it was entered. */
  readonly day?: string;
  /** Rules over several fields: Vietnamese text per field that cannot be. */
  readonly check?: (values: Readonly<Record<string, unknown>>) => Record<string, string>;
  /** Vietnamese: what the empty list says belongs here. */
  readonly empty: string;
  /** Written by calls of its own (its life has rules); the generic create and update refuse it. */
  readonly ownCalls?: true;
  /** Read by calls of its own (who may see it hangs on its owner); the generic reading refuses it. */
  readonly ownReads?: true;
  /** The right that creating and changing needs; `records.write` unless said. */
  readonly writeRight?: 'records.write' | 'campaign.write' | 'settings.write' | 'units.write';
}

/** The columns that every record has besides its declared fields. */
export interface RecordFrame {
  readonly id: number;
  readonly uid: string;
  readonly origin: number;
  readonly version: number;
  readonly created_at: string;
  readonly created_by: number;
  readonly updated_at: string;
  readonly updated_by: number;
  readonly voided_at: string | null;
  readonly void_reason: string | null;
}

/** The declared values of a record of a kind. */
export type ValuesOf<K extends Kind> = { [N in keyof K['fields'] & string]: FieldValue<K['fields'][N]> };
/** A whole record of a kind, as stored. */
export type RecordOf<K extends Kind> = RecordFrame & ValuesOf<K>;

/** Declares a kind; keeps the literal types of its fields. */
export function defineKind<const F extends Readonly<Record<string, Field>>>(
  kind: Kind<F> & { nameField: keyof F; order: 'name' | { newest: keyof F }; day?: keyof F },
): Kind<F> {
  return kind;
}
