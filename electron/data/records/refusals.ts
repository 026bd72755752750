import { fail } from '../../../shared/failure.ts';
import { noRefusal, refusalsIn, tellsOfHousehold } from '../../../shared/records/refusal.ts';

/** Refuses (`invalid`) texts about refusing to sign where they would be kept with a household's record of a kind. */
export function requireNoRefusal(kind: string, texts: Readonly<Record<string, unknown>>): void {
  if (!tellsOfHousehold(kind)) return;
  const fields = refusalsIn(texts, Object.keys(texts));
  if (Object.keys(fields).length > 0) fail('invalid', noRefusal, { fields });
}
