import type { Kind } from '../../shared/records/kind.ts';
import type { StoredValue } from '../../shared/records/schema.ts';

type Values = Record<string, StoredValue>;
const kept = new Map<string, Values>();

/** Remembers the sticky fields of a record just saved, for the next new one of its kind. */
export function rememberSticky(kind: Kind, values: Readonly<Values>): void {
  const sticky = Object.entries(values).filter(([name]) => kind.fields[name]?.sticky);
  kept.set(kind.name, Object.fromEntries(sticky));
}

/** The sticky values of the last new record of a kind; empty before the first. */
export function stickyOf(kind: Kind): Values {
  return kept.get(kind.name) ?? {};
}
