import { z } from 'zod';
import { fundingSources } from '../records/house-funding.ts';
import { houseSteps } from '../records/house-step.ts';
import { house } from '../records/house.ts';
import { fieldSchema } from '../records/schema.ts';
import { mostMoney } from '../vietnamese/money.ts';
import { countSchema, dateSchema, noteSchema, idSchema, keysOf, reasonSchema } from './common.ts';
import { dataCall, dataJob } from './define.ts';
import { documentSchema } from './documents.ts';
import { recordSchema } from './records.ts';

const stepSchema = z.enum(keysOf(houseSteps));
const sourceSchema = z.enum(keysOf(fundingSources));
/** đồng */
const amountSchema = z.int().min(0);
const version = { id: idSchema, version: z.int() };
const saved = z.object(version);
const text = (name: 'standard' | 'note') =>
  fieldSchema(house.fields[name]) as z.ZodType<string | null, string | null>;

/** What is said of a house at its approval. */
const approval = {
  poverty_class: z.enum(keysOf(house.fields.poverty_class.options)),
  build_kind: z.enum(keysOf(house.fields.build_kind.options)),
  approved_on: dateSchema,
  /** The phase's own end where it is not given. */
  due_on: dateSchema.nullable().default(null),
  standard: text('standard'),
  floor_area: fieldSchema(house.fields.floor_area) as z.ZodType<number | null, number | null>,
  consent: z.boolean().default(false),
  note: text('note'),
};
const funding = z
  .array(z.object({ source: sourceSchema, planned_amount: z.int().min(0).max(mostMoney) }))
  .max(8)
  .default([]);
const hardSchema = z.object({
  hard_foundation: z.boolean(),
  hard_frame: z.boolean(),
  hard_roof: z.boolean(),
});
const stepOf = {
  step: stepSchema,
  step_on: dateSchema,
  note: noteSchema,
  /** The three-hard check; needed at the acceptance. */
  hard: hardSchema.nullable().default(null),
};
/** A house in a list of work: where it stands and whether it is late today. */
const houseLineSchema = z.object({
  house_id: idSchema,
  version: z.int(),
  name: z.string(),
  village: z.string(),
  step: stepSchema,
  step_on: dateSchema,
  due_on: dateSchema,
  late: z.boolean(),
});
const refusedSchema = z.object({ id: idSchema, name: z.string(), text: z.string() });

export const houseCalls = {
  'houses.add': dataCall(
    { access: 'records.write' },
    z.object({ phase_id: idSchema, household_id: idSchema, ...approval, funding }),
    saved,
  ),
  /** Houses for many households of one list, all with the same approval; who cannot have one is told and left out. */
  'houses.add_many': dataCall(
    { access: 'records.write' },
    z.object({ phase_id: idSchema, household_ids: z.array(idSchema).min(1).max(500), ...approval, funding }),
    z.object({ added: countSchema, house_ids: z.array(idSchema), refused: z.array(refusedSchema) }),
  ),
  /** Voids what was added in one go; a house to which something has come since is told and stays. */
  'houses.undo_add_many': dataCall(
    { access: 'records.void' },
    z.object({ house_ids: z.array(idSchema).min(1).max(500), reason: reasonSchema }),
    z.object({ undone: countSchema, refused: z.array(refusedSchema) }),
  ),
  /** Households of a village that have no house in the phase yet. */
  'houses.candidates': dataCall(
    { access: 'records.read' },
    z.object({ phase_id: idSchema, village_id: idSchema }),
    z.array(
      z.object({ household_id: idSchema, name: z.string(), birth: z.string(), member_count: countSchema }),
    ),
  ),
  'houses.correct': dataCall(
    { access: 'records.write' },
    z.object({ ...version, ...approval, due_on: dateSchema, reason: reasonSchema.optional() }),
    saved,
  ),
  'houses.void': dataCall({ access: 'records.void' }, z.object({ ...version, reason: reasonSchema }), saved),
  'houses.restore': dataCall(
    { access: 'records.void' },
    z.object({ ...version, reason: reasonSchema }),
    saved,
  ),
  'houses.take_step': dataCall(
    { access: 'records.write' },
    z.object({ ...version, ...stepOf }),
    z.object({ version: z.int(), step: stepSchema }),
  ),
  /** Moves many houses a step on one date; who cannot move is told and stays. `batch` undoes them in one go. */
  'houses.take_steps': dataCall(
    { access: 'records.write' },
    z.object({ house_ids: z.array(idSchema).min(1).max(2000), ...stepOf }),
    z.object({ moved: countSchema, refused: z.array(refusedSchema), batch: z.string() }),
  ),
  /** Takes the furthest step back. */
  'houses.undo_step': dataCall(
    { access: 'records.write' },
    z.object({ ...version, reason: reasonSchema }),
    z.object({ version: z.int(), step: stepSchema }),
  ),
  'houses.undo_batch': dataCall(
    { access: 'records.write' },
    z.object({ batch: z.string().max(40), reason: reasonSchema }),
    z.object({ undone: countSchema, refused: z.array(refusedSchema) }),
  ),
  /** The newest goes of many houses that still stand, so that one is taken back also when its page was left. */
  'houses.batches': dataCall(
    { access: 'records.read' },
    z.object({}),
    z.array(
      z.object({
        batch: z.string(),
        step: stepSchema,
        step_on: dateSchema,
        houses: countSchema,
        /** Null where the houses are of several communes. */
        commune: z.string().nullable(),
        /** ISO moment at which it was written. */
        done_at: z.string(),
        by: z.string(),
      }),
    ),
  ),
  /** A house's whole life. */
  'houses.page': dataCall(
    { access: 'records.read' },
    z.object({ id: idSchema }),
    z.object({
      house: recordSchema,
      steps: z.array(recordSchema),
      funding: z.array(
        z.object({
          /** The record of this source; null where only payments of a fund name it. */
          record: recordSchema.nullable(),
          source: sourceSchema,
          planned: amountSchema,
          paid_outside: amountSchema,
          paid_from_funds: amountSchema,
        }),
      ),
      payments: z.array(recordSchema),
      labour: z.array(recordSchema),
      /** The working group that looks after the commune today; null for none. */
      group: z.string().nullable(),
      late: z.boolean(),
    }),
  ),
  /** The houses of a commune for batch work, in the order of villages and names. */
  'houses.of_commune': dataCall(
    { access: 'records.read' },
    z.object({
      commune_id: idSchema,
      phase_id: idSchema.optional(),
      /** Only those that can take this step next or later: they have not taken it. */
      without_step: stepSchema.optional(),
      at_step: stepSchema.optional(),
      late: z.boolean().optional(),
    }),
    z.array(houseLineSchema).max(5000),
  ),
  /** Communes and steps: how many houses stand where, and how many are late. */
  'houses.board': dataCall(
    { access: 'records.read' },
    z.object({ phase_id: idSchema.optional() }),
    z.object({
      today: dateSchema,
      communes: z.array(
        z.object({
          commune_id: idSchema,
          name: z.string(),
          /** The working group that looks after it today. */
          group: z.string().nullable(),
          total: countSchema,
          late: countSchema,
          by_step: z.record(stepSchema, countSchema),
        }),
      ),
    }),
  ),
  /** Progress of each phase against its plan, month by month. */
  'houses.progress': dataCall(
    { access: 'records.read' },
    z.object({ program_id: idSchema.optional() }),
    z.array(
      z.object({
        phase_id: idSchema,
        name: z.string(),
        program: z.string(),
        planned: countSchema,
        approved: countSchema,
        handed_over: countSchema,
        late: countSchema,
        from: dateSchema,
        to: dateSchema,
        /** The day on which the planned number was reached; null while it is not. */
        completed_on: dateSchema.nullable(),
        /** `yyyy-MM` → houses handed over in that month */
        months: z.array(z.object({ month: z.string(), handed_over: countSchema })),
      }),
    ),
  ),
};

const made = z.object({ documents: z.array(documentSchema) });
const area = { phase_id: idSchema, commune_id: idSchema.optional(), document_date: dateSchema };

export const housePaperCalls = {
  /** Survey list: the approved households of a phase with empty columns for what is found. */
  'survey_list.make': dataJob({ access: 'documents.make' }, z.object(area), made),
  /** "Biên bản xác nhận hoàn thành theo giai đoạn" (TT 01/2022/TT-BXD, Phụ lục III), or of the whole house. */
  'acceptance.make': dataJob(
    { access: 'documents.make' },
    z.object({ house_id: idSchema, stage: z.enum(['foundation', 'frame_walls', 'roof', 'accepted']) }),
    made,
  ),
  'handover.make': dataJob({ access: 'documents.make' }, z.object({ house_id: idSchema }), made),
  /** Houses per commune and phase; `public` names only who has consented. */
  'house_list.make': dataJob(
    { access: 'documents.make' },
    z.object({ ...area, public: z.boolean().default(false) }),
    made,
  ),
  'labour_table.make': dataJob(
    { access: 'documents.make' },
    z.object({ from: dateSchema, to: dateSchema, document_date: dateSchema }),
    made,
  ),
};
