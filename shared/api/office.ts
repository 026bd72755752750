import { z } from 'zod';
import { sessionSchema } from '../events.ts';
import { failureSchema } from '../failure.ts';
import { roles } from '../rights.ts';
import { dataCall, dataJob } from './define.ts';
import { dateSchema, documentIdSchema, done, nothing, tokenSchema } from './common.ts';

/** Long enough for a person's own phrase; never logged. */
export const passwordSchema = z.string().min(10, 'Mật khẩu cần ít nhất 10 ký tự.').max(200);
const typedPassword = z.string().min(1, 'Hãy nhập mật khẩu.').max(200);
const loginSchema = z
  .string()
  .trim()
  .regex(/^[a-z0-9._-]{2,32}$/, 'Tên đăng nhập gồm 2–32 chữ thường không dấu, chữ số, dấu chấm, gạch.');
const recoveryKeySchema = z.string().min(10).max(100);

/** What the first page of all shows: set-up, log-in, lock, or trouble with the database. */
export const officeStatusSchema = z.object({
  state: z.enum(['fresh', 'closed', 'open', 'locked', 'trouble']),
  /** For showing only. */
  folder: z.string().nullable(),
  office_name: z.string().nullable(),
  /** Log-in names, so that a clerk picks hers. */
  logins: z.array(z.string()),
  /** The newest recovery key was never confirmed from paper; whether the one before it still opens. */
  recovery_unconfirmed: z.object({ since: z.string(), before_opens: z.boolean() }).nullable(),
  session: sessionSchema.nullable(),
  sample: z.boolean(),
  program_version: z.string(),
  trouble: failureSchema.nullable(),
  /** The newest verified backup on this machine, offered when the database is damaged. */
  newest_backup: z.object({ name: z.string(), made_at: z.string() }).nullable(),
  idle_minutes: z.int(),
});

export const agencyLines = z.object({
  valid_from: dateSchema,
  parent_agency: z.string().trim().min(1).max(160),
  own_agency: z.string().trim().min(1).max(160),
  place_name: z.string().trim().min(1).max(80),
  signer_title: z.string().trim().min(1).max(160),
  signer_rank: z.string().trim().max(60),
  signer_name: z.string().trim().min(1).max(120),
});

export const officeLevels = { district: 'Công an cấp huyện', commune: 'Công an cấp xã' } as const;

export const officeCalls = {
  'office.status': dataCall({ access: 'public', unattended: true }, nothing, officeStatusSchema),
  /** Checks a folder for the live database: refuses network paths and removable drives. No token: the default folder. */
  'office.check_folder': dataCall(
    { access: 'public', tokens: ['folder'] },
    z.object({ folder: tokenSchema.optional() }),
    z.object({ shown: z.string(), free_bytes: z.number(), has_office: z.boolean() }),
  ),
  /** The units of the catalogue that an office may cover, as of a day; for the set-up wizard. */
  'office.catalogue': dataCall(
    { access: 'public' },
    z.object({ date: dateSchema }),
    z.object({
      communes: z.array(
        z.object({ code: z.string(), name: z.string(), type: z.string(), village_count: z.int() }),
      ),
    }),
  ),
  'office.create': dataCall(
    { access: 'unlocked', tokens: ['folder'] },
    z.object({
      folder: tokenSchema.optional(),
      level: z.enum(['district', 'commune']),
      commune_codes: z.array(z.string()).min(1),
      agency: agencyLines,
      administrator: z.object({
        login: loginSchema,
        full_name: z.string().trim().min(1).max(120),
        password: passwordSchema,
      }),
    }),
    z.object({ recovery_key: z.string() }),
  ),
  /** The group of that position (from 1), retyped from the paper: only now the key before stops working. */
  'office.confirm_recovery_key': dataCall(
    { access: 'unlocked' },
    z.object({ position: z.int().min(1).max(8), group: z.string().max(20) }),
    done,
  ),
  /** A printable sheet of the recovery key just made; only until it is confirmed. */
  'office.recovery_key_sheet': dataCall(
    { access: 'unlocked' },
    nothing,
    z.object({ document_id: documentIdSchema }),
  ),
  'office.log_in': dataCall(
    { access: 'public' },
    z.object({ login: z.string().max(64), password: typedPassword }),
    sessionSchema,
  ),
  'office.log_out': dataCall({ access: 'public' }, nothing, done),
  'office.lock': dataCall({ access: 'public' }, nothing, done),
  'office.unlock': dataCall({ access: 'public' }, z.object({ password: typedPassword }), sessionSchema),
  /** Lost password: the recovery key opens the database, sets a new password and is replaced by a new key. */
  'office.recover': dataCall(
    { access: 'public' },
    z.object({ recovery_key: recoveryKeySchema, login: z.string().max(64), new_password: passwordSchema }),
    z.object({ session: sessionSchema, recovery_key: z.string() }),
  ),
  'office.change_password': dataCall(
    { access: 'signed_in' },
    z.object({ password: typedPassword, new_password: passwordSchema }),
    done,
  ),
  /** Makes a new recovery key and shows it; the old one stops working. */
  'office.new_recovery_key': dataCall(
    { access: 'users.manage' },
    z.object({ password: typedPassword }),
    z.object({ recovery_key: z.string() }),
  ),
  /** Points the program at a database that lies in another folder. */
  'office.open_folder': dataCall(
    { access: 'unlocked', tokens: ['folder'] },
    z.object({ folder: tokenSchema }),
    done,
  ),
  /** "Dữ liệu mẫu": makes or opens a sample year in a database of its own and logs in. */
  'office.open_sample': dataJob({ access: 'unlocked' }, nothing, sessionSchema),
  'office.leave_sample': dataCall({ access: 'public' }, nothing, done),
};

export const userCalls = {
  'users.list': dataCall(
    { access: 'users.manage' },
    nothing,
    z.array(
      z.object({
        id: z.int(),
        version: z.int(),
        login: z.string(),
        full_name: z.string(),
        role: z.enum(roles),
        removed_at: z.string().nullable(),
      }),
    ),
  ),
  'users.create': dataCall(
    { access: 'users.manage' },
    z.object({
      login: loginSchema,
      full_name: z.string().trim().min(1).max(120),
      role: z.enum(roles),
      password: passwordSchema,
    }),
    z.object({ id: z.int() }),
  ),
  'users.change': dataCall(
    { access: 'users.manage' },
    z.object({
      id: z.int(),
      version: z.int(),
      full_name: z.string().trim().min(1).max(120),
      role: z.enum(roles),
    }),
    done,
  ),
  'users.set_password': dataCall(
    { access: 'users.manage' },
    z.object({ id: z.int(), new_password: passwordSchema }),
    done,
  ),
  /** Removes the user and the wrap of the key; `change_key` also gives the database a new key. */
  'users.remove': dataCall(
    { access: 'users.manage' },
    z.object({ id: z.int(), version: z.int(), change_key: z.boolean(), password: typedPassword }),
    z.object({ recovery_key: z.string().nullable() }),
  ),
};

export const settingCalls = {
  'settings.get': dataCall(
    { access: 'signed_in' },
    nothing,
    z.object({
      level: z.enum(['district', 'commune']),
      ethnicity_enabled: z.boolean(),
      idle_minutes: z.int(),
      folder: z.string(),
    }),
  ),
  'settings.set': dataCall(
    { access: 'settings.write' },
    z.object({ ethnicity_enabled: z.boolean(), idle_minutes: z.int().min(1).max(120) }),
    done,
  ),
};
