import { z } from 'zod';
import { dateSchema, done, idSchema } from './common.ts';
import { dataCall } from './define.ts';

const unitName = z.string().trim().min(1).max(120);
const legalBasis = z.string().trim().max(300);

/** A unit as of one day. */
export const unitSchema = z.object({
  id: idSchema,
  level: z.enum(['province', 'district', 'commune', 'village']),
  /** As written; "Sơn Thành (Nậm Càn cũ)" where a merger brought two of one name together. */
  name: z.string(),
  /** tỉnh, huyện, thị trấn, xã, bản, khối … */
  type: z.string(),
  code: z.string().nullable(),
  parent_id: idSchema.nullable(),
  valid_from: dateSchema,
  valid_to: dateSchema.nullable(),
  /** A placeholder of the catalogue, until it is renamed. */
  sample: z.boolean(),
  aliases: z.array(z.string()),
});
export type Unit = z.infer<typeof unitSchema>;

export const unitCalls = {
  /** Every covered unit that is valid on that day, communes before their villages, each in its order. */
  'units.list': dataCall({ access: 'signed_in' }, z.object({ date: dateSchema }), z.array(unitSchema)),
  'units.history': dataCall(
    { access: 'signed_in' },
    z.object({ unit_id: idSchema }),
    z.object({
      versions: z.array(unitSchema.extend({ legal_basis: z.string().nullable() })),
      successions: z.array(
        z.object({ from_name: z.string(), to_name: z.string(), date: dateSchema, legal_basis: z.string() }),
      ),
    }),
  ),
  'units.add': dataCall(
    { access: 'units.write' },
    z.object({
      level: z.enum(['commune', 'village']),
      parent_id: idSchema.optional(),
      name: unitName,
      type: z.string().trim().min(1).max(30),
      code: z.string().trim().max(10).optional(),
      valid_from: dateSchema,
      legal_basis: legalBasis.default(''),
    }),
    z.object({ id: idSchema }),
  ),
  /** From that day on; the day of the present version corrects it in place (and ends "sample"). */
  'units.rename': dataCall(
    { access: 'units.write' },
    z.object({
      unit_id: idSchema,
      name: unitName,
      type: z.string().trim().min(1).max(30),
      valid_from: dateSchema,
      legal_basis: legalBasis.default(''),
    }),
    done,
  ),
  /** Several units become one of the same level: a new one, or one of them that goes on. */
  'units.merge': dataCall(
    { access: 'units.write' },
    z.object({
      unit_ids: z.array(idSchema).min(2).max(20),
      name: unitName,
      type: z.string().trim().min(1).max(30),
      code: z.string().trim().max(10).optional(),
      date: dateSchema,
      legal_basis: legalBasis,
    }),
    z.object({ id: idSchema }),
  ),
  'units.retire': dataCall(
    { access: 'units.write' },
    z.object({ unit_id: idSchema, date: dateSchema, legal_basis: legalBasis }),
    done,
  ),
  'units.add_alias': dataCall(
    { access: 'units.write' },
    z.object({ unit_id: idSchema, alias: unitName }),
    done,
  ),
  /** The household counts that communes declare, per village and year. */
  'units.declared': dataCall(
    { access: 'records.read' },
    z.object({ year: z.int().min(1990).max(2100) }),
    z.array(z.object({ village_id: idSchema, count: z.int() })),
  ),
  'units.set_declared': dataCall(
    { access: 'units.write' },
    z.object({
      village_id: idSchema,
      year: z.int().min(1990).max(2100),
      count: z.int().min(0).max(20_000).nullable(),
    }),
    done,
  ),
};
