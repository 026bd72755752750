import { z } from 'zod';
import { draftName } from '../draft-names.ts';
import { kindNames } from '../records/index.ts';
import { valueSchema } from '../records/schema.ts';
import { dateSchema, done, idSchema, momentSchema, nothing, reasonSchema } from './common.ts';
import { dataCall, dataJob } from './define.ts';

const kind = z.enum(kindNames);
const values = z.record(z.string(), valueSchema);
const form = z.string().regex(draftName);

/** Declared fields by their values; a unit field takes a commune too and means all of its villages. */
export const filterSchema = z.object({
  /** field → wanted value(s) */
  equal: z.record(z.string(), z.union([valueSchema, z.array(valueSchema).max(50)])).default({}),
  /** date field → bounds, both inclusive */
  period: z
    .record(z.string(), z.object({ from: dateSchema.optional(), to: dateSchema.optional() }))
    .default({}),
  /** as typed in the list's search field */
  text: z.string().max(120).default(''),
  voided: z.enum(['without', 'only', 'with']).default('without'),
});
export type Filter = z.infer<typeof filterSchema>;

/** A record as lists and pages see it, with the names of what it points to. */
export const recordSchema = z
  .object({
    id: idSchema,
    uid: z.string(),
    version: z.int(),
    created_at: z.string(),
    created_by: z.int(),
    updated_at: z.string(),
    updated_by: z.int(),
    voided_at: z.string().nullable(),
    void_reason: z.string().nullable(),
    /** reference or unit field → the name to show */
    names: z.record(z.string(), z.string()),
  })
  .catchall(z.union([valueSchema, z.record(z.string(), z.string())]));
export type ShownRecord = z.infer<typeof recordSchema>;

/** One line of the audit trail. */
export const auditRowSchema = z.object({
  seq: z.int(),
  at: momentSchema,
  user: z.string(),
  action: z.string(),
  kind: z.string().nullable(),
  record_id: z.int().nullable(),
  /** The name of the record, or what the action was about. */
  about: z.string(),
  before: values.nullable(),
  after: values.nullable(),
  reason: z.string().nullable(),
});
export type AuditRow = z.infer<typeof auditRowSchema>;

const changed = z.object({ id: idSchema, version: z.int() });

export const recordCalls = {
  'records.list': dataCall(
    { access: 'records.read' },
    z.object({
      kind,
      filter: filterSchema,
      /** A declared field; the kind's own order when absent. */
      sort: z.object({ field: z.string(), descending: z.boolean() }).optional(),
      /** `next` of the page before. */
      after: z.string().max(500).optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    z.object({ rows: z.array(recordSchema), next: z.string().nullable() }),
  ),
  'records.total': dataCall(
    { access: 'records.read' },
    z.object({ kind, filter: filterSchema }),
    z.object({
      total: z.int(),
      /** counted field → its sum over the filtered records */
      sums: z.record(z.string(), z.number()),
    }),
  ),
  'records.get': dataCall({ access: 'records.read' }, z.object({ kind, id: idSchema }), recordSchema),
  'records.create': dataCall(
    { access: 'records.write' },
    z.object({ kind, values, reason: reasonSchema.optional() }),
    changed,
  ),
  'records.update': dataCall(
    { access: 'records.write' },
    z.object({ kind, id: idSchema, version: z.int(), values, reason: reasonSchema.optional() }),
    changed,
  ),
  'records.void': dataCall(
    { access: 'records.void' },
    z.object({ kind, id: idSchema, version: z.int(), reason: reasonSchema }),
    changed,
  ),
  'records.restore': dataCall(
    { access: 'records.void' },
    z.object({ kind, id: idSchema, version: z.int(), reason: reasonSchema }),
    changed,
  ),
  'records.history': dataCall(
    { access: 'records.read' },
    z.object({ kind, id: idSchema }),
    z.array(auditRowSchema),
  ),
  /** The search box over everything: exact diacritics first, folded next. */
  'search.find': dataCall(
    { access: 'records.read' },
    z.object({ text: z.string().max(120), limit: z.int().min(1).max(50).default(50) }),
    z.object({
      hits: z.array(
        z.object({
          kind: z.union([kind, z.literal('unit')]),
          id: idSchema,
          name: z.string(),
          /** e.g. village and birth of a household */
          detail: z.string(),
          voided: z.boolean(),
        }),
      ),
    }),
  ),
  'audit.list': dataCall(
    { access: 'audit.read' },
    z.object({
      from: dateSchema.optional(),
      to: dateSchema.optional(),
      user_id: z.int().optional(),
      action: z.string().max(60).optional(),
      before_seq: z.int().optional(),
      limit: z.int().min(1).max(200).default(100),
    }),
    z.object({ rows: z.array(auditRowSchema), next: z.int().nullable(), chain_head: z.string() }),
  ),
  /** Walks the whole chain and compares live records with the hashes of their last rows. */
  'audit.verify': dataJob(
    { access: 'audit.read' },
    nothing,
    z.object({ rows: z.int(), records: z.int(), broken: z.array(z.string()) }),
  ),
  'drafts.save': dataCall(
    { access: 'records.write' },
    z.object({ form, content: z.string().max(200_000) }),
    done,
  ),
  'drafts.get': dataCall(
    { access: 'records.write' },
    z.object({ form }),
    z.object({ content: z.string().nullable(), saved_at: z.string().nullable() }),
  ),
  'drafts.drop': dataCall({ access: 'records.write' }, z.object({ form }), done),
};
