import { z } from 'zod';
import type { CallDefinition } from '../../shared/api/define.ts';
import { fail, type Failure } from '../../shared/failure.ts';

z.config(z.locales.vi());

const deepest = 24;

/**
 * The size of a value as JSON, in bytes, or undefined for what is no plain data: functions, class instances,
 * cycles, depths beyond reason, lists with holes, keys that reach for a prototype. Stops counting beyond `limit`
 * and makes nothing of its own on the way: what a page sends may be of any size.
 */
export function plainSize(value: unknown, limit: number, depth = 0): number | undefined {
  if (value === null || value === undefined || typeof value === 'boolean') return 5;
  if (typeof value === 'number') return 20;
  if (typeof value === 'string') return value.length > limit ? value.length : Buffer.byteLength(value) + 2;
  if (value instanceof Uint8Array) return value.byteLength + 5;
  if (typeof value !== 'object' || depth > deepest) return undefined;
  if (Array.isArray(value)) return listSize(value, limit, depth);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return undefined;
  let size = 2;
  for (const key in value) {
    if (!Object.hasOwn(value, key) || key === '__proto__') return undefined;
    const itemSize = plainSize((value as Record<string, unknown>)[key], limit, depth + 1);
    if (itemSize === undefined) return undefined;
    size += itemSize + Buffer.byteLength(key) + 4;
    if (size > limit) break;
  }
  return size;
}

/** A list with holes may claim any length at no cost, and one with names of its own is no plain list. */
function listSize(list: readonly unknown[], limit: number, depth: number): number | undefined {
  let size = 2;
  for (let index = 0; index < list.length; index += 1) {
    if (!(index in list)) return undefined;
    const itemSize = plainSize(list[index], limit, depth + 1);
    if (itemSize === undefined) return undefined;
    size += itemSize + 1;
    if (size > limit) return size;
  }
  return Object.keys(list).length === list.length ? size : undefined;
}

const strictInputs = new WeakMap<CallDefinition, z.ZodType>();

/** The input schema that also refuses fields that it does not know. */
function strictInput(definition: CallDefinition): z.ZodType {
  const known = strictInputs.get(definition);
  if (known) return known;
  const schema = definition.input instanceof z.ZodObject ? definition.input.strict() : definition.input;
  strictInputs.set(definition, schema);
  return schema;
}

/** Issues that a person's typing can cause; all others are mistakes of the page itself. */
const aboutValues = new Set(['too_small', 'too_big', 'invalid_format', 'not_multiple_of', 'custom']);

function failureOf(error: z.ZodError): Failure {
  const typed = error.issues.every((issue) => aboutValues.has(issue.code) && issue.path.length > 0);
  if (!typed) return { code: 'bad_input', text: 'Chương trình nhận được yêu cầu không đúng khuôn dạng.' };
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join('.')] ??= issue.message;
  return { code: 'invalid', text: 'Có ô nhập chưa đúng, hãy xem lại.', fields };
}

/**
 * The validated input of a call.
 * @throws FailureError `bad_input` for anything malformed or too large, `invalid` with its fields for values
 * that cannot be
 */
export function parseInput(definition: CallDefinition, input: unknown, maxBytes: number): unknown {
  const size = plainSize(input, maxBytes);
  if (size === undefined) fail('bad_input', 'Chương trình nhận được yêu cầu không đúng khuôn dạng.');
  if (size > maxBytes) fail('bad_input', 'Yêu cầu quá lớn, chương trình không nhận.');
  const parsed = strictInput(definition).safeParse(input);
  if (parsed.success) return parsed.data;
  const { code, text, ...more } = failureOf(parsed.error);
  return fail(code, text, more);
}

/** An answer of our own that does not fit; its code is for the log, so it names places and no values. */
export class MisfitError extends Error {
  readonly code: string;

  constructor(name: string, error: z.ZodError) {
    super('the answer does not fit its declaration');
    const places = error.issues.map(({ path, code }) => `${path.map(placeName).join('.')} ${code}`);
    this.name = 'MisfitError';
    this.code = `${name}: the answer does not fit its declaration: ${places.join('; ')}`;
  }
}

/** Names of declared fields and positions; the keys of a map may be anything and are not told. */
function placeName(key: PropertyKey): string {
  return typeof key === 'number' || /^[a-z][a-z0-9_]{0,40}$/.test(String(key)) ? String(key) : '?';
}

/**
 * The validated output of a call or job; what does not fit its declaration never reaches the page.
 * @throws MisfitError
 */
export function parseOutput(name: string, schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new MisfitError(name, parsed.error);
}
