import type { FieldValues, Path, UseFormSetError } from 'react-hook-form';
import type { Failure } from '../../shared/failure.ts';

/** Puts a failure's texts under the fields of a form that they blame (`a.b` also finds `b`); true when one was found. */
export function blameFields<T extends FieldValues>(
  failure: Failure,
  names: readonly Path<T>[],
  setError: UseFormSetError<T>,
): boolean {
  let found = false;
  for (const [field, message] of Object.entries(failure.fields ?? {})) {
    const name = names.find((one) => one === field || one === field.split('.').at(-1));
    if (!name) continue;
    setError(name, { message }, { shouldFocus: !found });
    found = true;
  }
  return found;
}
