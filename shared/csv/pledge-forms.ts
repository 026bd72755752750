import { z } from 'zod';
import { fail } from '../failure.ts';
import { sexes } from '../records/household.ts';
import { notYetReasons, signatureModes } from '../records/pledge.ts';
import { parseBirth } from '../vietnamese/birth.ts';
import { parseDate } from '../vietnamese/dates.ts';
import { exactText } from '../vietnamese/fold.ts';
import { cleanText } from '../vietnamese/text.ts';
import { parseCsvRecords } from './parse.ts';

/** The columns of a file of pledge forms, one row a paper form, in the order of the paper. */
export const pledgeFormColumns = [
  'so_to',
  'ma_xa',
  'xa',
  'ban',
  'chu_ho',
  'nam_sinh',
  'gioi_tinh',
  'dan_toc',
  'so_khau',
  'ngay_ky',
  'hinh_thuc',
  'ly_do_chua_ky',
] as const;

type Words = Record<string, string>;
type KeyOf<W extends Words> = keyof W & string;

/** A word of the paper as its key, not minding letter case, spacing or tone placement. */
function wordIn<W extends Words>(words: W, what: string) {
  const byText = new Map(Object.entries(words).map(([key, word]) => [exactText(word), key as KeyOf<W>]));
  return z.string().transform((cell, context): KeyOf<W> => {
    const key = byText.get(exactText(cell));
    if (key !== undefined) return key;
    context.addIssue({ code: 'custom', message: `${what} "${cleanText(cell)}" không có trong mẫu.` });
    return z.NEVER;
  });
}

/** Not kept as a reason: refusing is no category of this office's records, and "other" says nothing. */
const reasonsNotKept = { refused: 'từ chối', other: 'khác', none: '' } as const;
const reasonWord = wordIn({ ...notYetReasons, ...reasonsNotKept }, 'Lý do');

const reason = reasonWord.transform((key) =>
  key === 'refused' || key === 'other' || key === 'none' ? null : key,
);

const wholeNumber = (what: string, max: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,9}$/, `${what} phải là số nguyên.`)
    .transform(Number)
    .pipe(z.number().min(1, `${what} phải từ 1 trở lên.`).max(max, `${what} không lớn hơn ${max}.`));

const cleaned = (what: string) =>
  z
    .string()
    .transform(cleanText)
    .pipe(z.string().min(1, `Thiếu ${what}.`));

const birth = z.string().transform((cell, context) => {
  const parsed = parseBirth(cell);
  if (parsed.ok) return parsed.birth;
  context.addIssue({ code: 'custom', message: parsed.reason });
  return z.NEVER;
});

const signedOn = z.string().transform((cell, context): string | null => {
  if (cell.trim() === '') return null;
  const parsed = parseDate(cell);
  if (parsed.ok) return parsed.date;
  context.addIssue({ code: 'custom', message: parsed.reason });
  return z.NEVER;
});

const rowSchema = z
  .object({
    so_to: wholeNumber('Số tờ', 999_999),
    ma_xa: cleaned('mã xã'),
    xa: cleaned('tên xã'),
    ban: cleaned('tên bản'),
    chu_ho: z.string().refine((name) => cleanText(name) !== '', 'Thiếu tên chủ hộ.'),
    nam_sinh: birth,
    gioi_tinh: wordIn(sexes, 'Giới tính'),
    dan_toc: z.string().transform(cleanText),
    so_khau: wholeNumber('Số khẩu', 50),
    ngay_ky: signedOn,
    hinh_thuc: wordIn(signatureModes, 'Hình thức'),
    ly_do_chua_ky: reason,
  })
  .refine((row) => row.hinh_thuc === 'not_yet' || row.ngay_ky !== null, 'Thiếu ngày ký.')
  .transform((row) => ({
    form_number: row.so_to,
    commune_code: row.ma_xa,
    commune_name: row.xa,
    village_name: row.ban,
    /** As typed: capitals, spacing and composition are the program's to judge. */
    head_name: row.chu_ho,
    birth: row.nam_sinh,
    sex: row.gioi_tinh,
    /** The spelling of the form; empty where it says nothing. */
    ethnicity: row.dan_toc,
    member_count: row.so_khau,
    /** Null exactly for `not_yet`. */
    signed_on: row.hinh_thuc === 'not_yet' ? null : row.ngay_ky,
    signature_mode: row.hinh_thuc,
    /** Only for `not_yet`; "từ chối" gives no reason. */
    reason: row.hinh_thuc === 'not_yet' ? row.ly_do_chua_ky : null,
  }));

/** A filled-in paper form as a file gives it. */
export type PledgeFormRow = z.infer<typeof rowSchema>;

const MOST_ERRORS_SHOWN = 10;

/**
 * Reads a file of pledge forms, in the order of the file; repeats of a form stay in. Fails with `invalid`, naming
 * up to ten bad lines in Vietnamese; then nothing is taken.
 */
export function parsePledgeForms(text: string): PledgeFormRow[] {
  const forms: PledgeFormRow[] = [];
  const errors: string[] = [];
  for (const { line, values } of parseCsvRecords(text, pledgeFormColumns)) {
    const parsed = rowSchema.safeParse(values);
    if (parsed.success) forms.push(parsed.data);
    else errors.push(`Dòng ${line}: ${parsed.error.issues.map((issue) => issue.message).join(' ')}`);
  }
  if (errors.length > 0) {
    const more = errors.length - MOST_ERRORS_SHOWN;
    const shown = errors.slice(0, MOST_ERRORS_SHOWN).join('\n');
    fail('invalid', more > 0 ? `${shown}\n… và ${more} dòng khác.` : shown);
  }
  return forms;
}
