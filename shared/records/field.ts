/**
 * The kinds of field that a record may have. A field is declared once; the form, the list, the filters, the
 * search text, the audit wording, the table's column and the export all read this declaration.
 */
interface Common {
  /** Vietnamese, as on the paper form. */
  readonly label: string;
  readonly required?: boolean;
  /** Keeps its last value on the next new record of the same form. */
  readonly sticky?: boolean;
  /** Personal data that leaves the program only when chosen. */
  readonly sensitive?: boolean;
  /** For the office alone: roles without `documents.internal` get neither its value nor an answer about it. */
  readonly internal?: true;
  /** Part of the search text. */
  readonly searchable?: boolean;
  /** Summed in totals and reports. */
  readonly counted?: boolean;
  /** Shown as a column of the list, with its width in px. */
  readonly column?: number;
  /** Offered as a filter above the list. */
  readonly filter?: boolean;
  /** Set by the program; shown, never typed. */
  readonly computed?: boolean;
  /**
   * Came to its kind when there were records already: theirs is empty, and their canonical text (and with it their
   * hash in the audit trail) stays what it was.
   */
  readonly later?: true;
  /** One short Vietnamese line under the field. */
  readonly help?: string;
}

/** One line of text, or several (`lines`); stored NFC and single-spaced, otherwise as typed. */
export interface TextField extends Common {
  readonly type: 'text';
  readonly max: number;
  readonly lines?: boolean;
  /** A person's name: sorted by given name. */
  readonly person?: boolean;
}
/** A calendar day, `yyyy-MM-dd`. */
export interface DateField extends Common {
  readonly type: 'date';
  /** Of something that has happened: a day to come is refused. */
  readonly past?: boolean;
}
/** A moment in UTC, ISO 8601; always set by the program. */
export interface MomentField extends Common {
  readonly type: 'moment';
}
/** A birth with its precision: `1978` or `1990-10-08`. */
export interface BirthField extends Common {
  readonly type: 'birth';
}
export interface IntegerField extends Common {
  readonly type: 'integer';
  readonly min: number;
  readonly max: number;
}
/** An amount in whole đồng, at most `mostMoney`; at least 1 unless `min` says another. */
export interface MoneyField extends Common {
  readonly type: 'money';
  readonly min?: number;
}
/** A quantity in whole thousandths of its unit (12,5 is 12500); more than nothing. */
export interface QuantityField extends Common {
  readonly type: 'quantity';
}
/** One of a few fixed values, each with its Vietnamese word. */
export interface ChoiceField<V extends string = string> extends Common {
  readonly type: 'choice';
  readonly options: Readonly<Record<V, string>>;
  /** The option that means another thing, and the field that says which: on paper its words stand there. */
  readonly spelled?: { readonly option: V; readonly by: string };
}
export interface FlagField extends Common {
  readonly type: 'flag';
}
/** Points to a unit; the record keeps the unit as of its own date. */
export interface UnitField extends Common {
  readonly type: 'unit';
  readonly level: 'district' | 'commune' | 'village';
}
/** Points to a record of another kind. */
export interface ReferenceField extends Common {
  readonly type: 'reference';
  readonly kind: string;
}

/** Many units, each named once; with `counts` each may carry a number of its own. The value is a text of lines. */
export interface UnitsField extends Common {
  readonly type: 'units';
  readonly level: 'commune' | 'village';
  readonly counts?: { readonly label: string; readonly max: number };
}
/** Many records of another kind, each named once, in the order given. */
export interface ReferencesField extends Common {
  readonly type: 'references';
  readonly kind: string;
}

export type Field =
  | TextField
  | DateField
  | MomentField
  | BirthField
  | IntegerField
  | MoneyField
  | QuantityField
  | ChoiceField
  | FlagField
  | UnitField
  | ReferenceField
  | UnitsField
  | ReferencesField;

/** A field whose lines lie in a table of their own, `<kind>_<field>`; see lines.ts. */
export type ManyField = UnitsField | ReferencesField;

/** Whether a field holds many units or records. */
export function isMany(field: Field | undefined): field is ManyField {
  return field?.type === 'units' || field?.type === 'references';
}

type Value<F extends Field> = F extends IntegerField | MoneyField | QuantityField | UnitField | ReferenceField
  ? number
  : F extends FlagField
    ? boolean
    : F extends { type: 'choice'; options: infer O }
      ? Extract<keyof O, string>
      : string;

/** The value that a declared field holds; `null` where it is not required. */
export type FieldValue<F extends Field> = F extends { required: true } ? Value<F> : Value<F> | null;
