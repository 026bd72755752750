import type { Field } from './field.ts';
import { kindOf, type KindName } from './index.ts';

const pointsTo = (field: Field): KindName | null =>
  field.type === 'reference' || field.type === 'references' ? (field.kind as KindName) : null;

/** Whether a field says something that leaves the program only when chosen: itself, or by the name it points to. */
export function isPersonal(field: Field): boolean {
  if (field.sensitive) return true;
  const target = pointsTo(field);
  if (target === null) return false;
  const { fields, nameField } = kindOf(target);
  return fields[nameField]?.sensitive === true;
}

/** What of a kind's records leaves the program besides its ordinary fields. */
export interface Leaving {
  /** Personal data too. */
  readonly sensitive: boolean;
  /** What is for the office alone too. */
  readonly internal: boolean;
}

/** The fields of a kind that leave the program, in the order of their declaration. */
export function leavingFields(kind: KindName, { sensitive, internal }: Leaving): [string, Field][] {
  return Object.entries(kindOf(kind).fields).filter(
    ([, field]) => (sensitive || !isPersonal(field)) && (internal || !field.internal),
  );
}
