import { z } from 'zod';
import { countSchema, done, nothing, tokenSchema } from './common.ts';
import { dataCall, dataJob } from './define.ts';

/** A backup's file name without folder; the folder is a token. */
export const backupNameSchema = z.string().regex(/^ba-yen-[0-9A-Za-z._-]{1,80}\.bayen$/);
/** What a restore put aside, as it lies beside the backups on this machine. */
const asideNameSchema = z.string().startsWith('hong-').max(255);
const secret = z.string().min(1).max(200);

/** What lies beside a backup and is read before it: no names of people. */
export const manifestSchema = z.object({
  format: z.literal(1),
  file: backupNameSchema,
  made_at: z.iso.datetime({ precision: 3 }),
  /** A role, not a name. */
  made_by_role: z.string(),
  office_name: z.string(),
  program_version: z.string(),
  schema_version: z.int(),
  key_id: z.string(),
  bytes: z.int(),
  /** SHA-256 in lowercase hex, per file. */
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
  /** table → rows */
  counts: z.record(z.string(), z.int()),
  chain_head: z.string(),
  chain_length: z.int(),
  /** Attachments, whose list lies beside it; absent where no record has one. */
  attachments: z
    .object({
      files: z.int(),
      bytes: z.number(),
      /** Named, but whole neither in the data folder nor in this place. */
      missing: z.int(),
      /** In this backup, but gone, damaged or not to be read in the data folder when it was made. */
      lost: z.int().default(0),
      /** Every file of the data folder was read, not only looked at. */
      read_all: z.boolean().default(false),
    })
    .optional(),
  /** Why it was made. */
  cause: z.enum(['usb', 'folder', 'daily', 'before_restore', 'before_migration', 'before_key_change']),
});
export type Manifest = z.infer<typeof manifestSchema>;

const listed = z.object({
  name: backupNameSchema,
  shown: z.string(),
  made_at: z.string(),
  bytes: z.number(),
  office_name: z.string(),
  cause: manifestSchema.shape.cause,
  records: z.int(),
  /** Its files are all there and of the right size. */
  complete: z.boolean(),
});

/** Where a backup lies: a chosen folder, or (no token) the program's own folder on this machine. */
const where = { folder: tokenSchema.optional(), name: backupNameSchema };

export const backupCalls = {
  'backup.status': dataCall(
    { access: 'public', unattended: true },
    nothing,
    z.object({
      /** The last verified copy on a removable drive. */
      last_usb: z.object({ made_at: z.string(), shown: z.string(), days: z.int() }).nullable(),
      last_local: z.object({ made_at: z.string(), records: z.int() }).nullable(),
      last_folder: z.object({ made_at: z.string(), shown: z.string() }).nullable(),
      can_undo_restore: z.boolean(),
    }),
  ),
  'backup.list': dataCall(
    { access: 'public', tokens: ['folder'], unattended: true },
    z.object({ folder: tokenSchema.optional() }),
    z.array(listed),
  ),
  /** Made here, verified, copied, read back; `usb` only when the target is a removable drive. */
  'backup.make': dataJob(
    { access: 'backup.make', tokens: ['folder'] },
    z.object({ folder: tokenSchema }),
    z.object({
      name: backupNameSchema,
      usb: z.boolean(),
      verified: z.literal(true),
      manifest: manifestSchema,
    }),
  ),
  /** Restores into a scratch file and compares counts and audit chain; needs a secret only for another key. */
  'backup.verify': dataJob(
    { access: 'backup.make', tokens: ['folder'] },
    z.object({ ...where, secret: secret.optional() }),
    z.object({
      verified: z.literal(true),
      records: z.int(),
      chain_length: z.int(),
      attachments: z.int().optional(),
    }),
  ),
  /**
   * Brings the attachments of the data folder that are missing, damaged or not to be read back from the backups at
   * a place; `left` are those that it does not have whole either.
   */
  'backup.bring_back_files': dataJob(
    { access: 'backup.make', tokens: ['folder'] },
    z.object({ folder: tokenSchema.optional() }),
    z.object({ brought: countSchema, left: countSchema }),
  ),
  /**
   * Damaged databases that a restore put aside. While one lies there, files that no record names any more are not
   * swept: it may name them.
   */
  'backup.aside': dataCall(
    { access: 'backup.make' },
    nothing,
    z.object({
      found: z.array(
        z.object({
          name: asideNameSchema,
          since: z.string(),
          bytes: z.number(),
          /** There is a newer backup on this machine. */
          removable: z.boolean(),
        }),
      ),
      /** What is not swept because of them. */
      held: z.object({ files: countSchema, bytes: z.number() }),
    }),
  ),
  /** Checks a newer backup as a whole, then removes what was put aside for good. */
  'backup.remove_aside': dataJob({ access: 'backup.restore' }, z.object({ name: asideNameSchema }), done),
  'backup.preview': dataCall(
    { access: 'public', tokens: ['folder'] },
    z.object(where),
    z.object({
      manifest: manifestSchema,
      /** The present database has the same key: its users, roles and passwords stay. */
      same_key: z.boolean(),
      newer_program: z.boolean(),
      /** Log-in names whose passwords open the backup. */
      logins: z.array(z.string()),
      /** table's Vietnamese title → rows in the backup and rows now (null where nothing is open) */
      changes: z.array(z.object({ title: z.string(), backup: z.int(), now: z.int().nullable() })),
    }),
  ),
  /**
   * The whole check first, then the present database is saved, then an atomic swap. `secret` opens the backup:
   * a password valid when it was made (with `login`), or its recovery key. `proof` is an administrator's
   * password or the recovery key of the present database, where there is one that can still be opened.
   */
  'backup.restore': dataJob(
    { access: 'public', tokens: ['folder'] },
    z.object({
      ...where,
      login: z.string().max(64).optional(),
      secret: secret.optional(),
      proof_login: z.string().max(64).optional(),
      proof: secret.optional(),
    }),
    z.object({
      households: z.int(),
      records: z.int(),
      chain_head: z.string(),
      /** "PT 12/2023 – PT 15/2023": vouchers that were numbered here and are not in the backup. */
      lost_numbers: z.array(z.string()).readonly(),
    }),
  ),
  /** Until the first save after a restore. */
  'backup.undo_restore': dataJob({ access: 'backup.restore' }, z.object({ proof: secret }), done),
};
