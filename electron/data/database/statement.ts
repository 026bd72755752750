import type { CompiledQuery } from 'kysely';
import { query } from './tables.ts';
import type { SqlValue } from './unit-of-work.ts';

type Given = Readonly<Record<string, SqlValue>>;

/** What Kysely's builders and its `sql` template have in common. */
interface Compilable<R> {
  compile(by: typeof query): CompiledQuery<R>;
}

/** Stands in a compiled query where a value will be given. */
class Place {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

const places = new Proxy({}, { get: (_target, name) => new Place(String(name)) });

/**
 * A query that Kysely builds and compiles once, at its first use (that takes 20–100 µs); after that each call only
 * puts its values in. A value stands where SQL takes one value, and `build` cannot look at it: a list goes through
 * `listed`, a limit is a number of the query, and a query whose shape depends on what is asked is built anew.
 */
export function statement<R>(build: () => Compilable<R>): () => CompiledQuery<R>;
export function statement<P extends Given, R>(
  build: (given: P) => Compilable<R>,
): (values: P) => CompiledQuery<R>;
export function statement<P extends Given, R>(build: (given: P) => Compilable<R>) {
  let compiled: CompiledQuery<R> | undefined;
  return (values: P): CompiledQuery<R> => {
    // Kysely hands a value on unread, so a place is as good as the value.
    compiled ??= build(places as P).compile(query);
    const parameters = compiled.parameters.map((one) => (one instanceof Place ? values[one.name] : one));
    return { ...compiled, parameters };
  };
}
