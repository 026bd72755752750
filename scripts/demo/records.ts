import type { Page } from '@playwright/test';
import type { ShownRecord } from '../../shared/api/records.ts';
import type { PledgeFormRow } from '../../shared/csv/pledge-forms.ts';
import { writeCsv } from '../../shared/csv/write.ts';
import { sexes } from '../../shared/records/household.ts';
import { signatureModes } from '../../shared/records/pledge.ts';
import { formatBirth } from '../../shared/vietnamese/birth.ts';
import { formatDate } from '../../shared/vietnamese/dates.ts';
import { cleanText } from '../../shared/vietnamese/text.ts';
import { callFromPage } from './page-call.ts';
import type { PlacedStack } from './places.ts';

/** One saved form, by commune and number, with its cells as `restored.csv` has them. */
export interface SavedForm {
  readonly communeId: number;
  readonly formNumber: number;
  readonly cells: readonly (string | number)[];
}

/** All that the demo reads out of a database. */
export interface Content {
  readonly households: number;
  readonly pledges: readonly SavedForm[];
  readonly signed: number;
  readonly repeats: readonly { communeId: number; formNumber: number; conflict: boolean }[];
}

const csvHeader = [
  'so_to',
  'ban',
  'chu_ho',
  'nam_sinh',
  'gioi_tinh',
  'so_khau',
  'ngay_ky',
  'hinh_thuc',
] as const;

async function all(
  page: Page,
  kind: 'pledge' | 'pledge_repeat',
  campaign_id: number,
): Promise<ShownRecord[]> {
  const rows: ShownRecord[] = [];
  let after: string | undefined;
  do {
    const filter = { equal: { campaign_id } };
    const part = await callFromPage(page, 'records.list', {
      kind,
      filter,
      limit: 200,
      ...(after && { after }),
    });
    rows.push(...part.rows);
    after = part.next ?? undefined;
  } while (after !== undefined);
  return rows;
}

const wordOf = (words: Readonly<Record<string, string>>, key: unknown): string => words[String(key)] ?? '';
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function cellsOf(record: ShownRecord, villages: ReadonlyMap<number, string>) {
  const signedOn = textOf(record['signed_on']);
  return [
    Number(record['form_number']),
    villages.get(Number(record['village_id'])) ?? '',
    textOf(record['head_name']),
    formatBirth(textOf(record['birth'])),
    wordOf(sexes, record['sex']),
    Number(record['member_count']),
    signedOn === '' ? '' : formatDate(signedOn),
    wordOf(signatureModes, record['signature_mode']),
  ];
}

/** Reads a campaign out of the database that is open, through the program's own lists. */
export async function readContent(page: Page, campaignId: number, day: string): Promise<Content> {
  const units = await callFromPage(page, 'units.list', { date: day });
  const villages = new Map(units.map(({ id, name }) => [id, name]));
  const codes = new Map(units.map(({ id, code }) => [id, code ?? '']));
  const pledges = await all(page, 'pledge', campaignId);
  const repeats = await all(page, 'pledge_repeat', campaignId);
  const { total } = await callFromPage(page, 'records.total', { kind: 'household', filter: {} });
  const codeOf = ({ communeId }: SavedForm) => codes.get(communeId) ?? '';
  return {
    households: total,
    pledges: pledges
      .map((record) => ({
        communeId: Number(record['commune_id']),
        formNumber: Number(record['form_number']),
        cells: cellsOf(record, villages),
      }))
      .sort((a, b) => codeOf(a).localeCompare(codeOf(b)) || a.formNumber - b.formNumber),
    signed: pledges.filter((record) => record['signature_mode'] !== 'not_yet').length,
    repeats: repeats.map((record) => ({
      communeId: Number(record['commune_id']),
      formNumber: Number(record['form_number']),
      conflict: record['conflict'] === true || record['conflict'] === 1,
    })),
  };
}

function cellsOnPaper(form: PledgeFormRow): string {
  const { form_number, head_name, birth, sex, member_count, signed_on, signature_mode } = form;
  const date = signed_on === null ? '' : formatDate(signed_on);
  const name = cleanText(head_name);
  const words = [sexes[sex], member_count, date, signatureModes[signature_mode]];
  return [form_number, name, formatBirth(birth), ...words].join(' | ');
}

/**
 * What is saved against the file: every form that is no repeat, as it was written.
 * @throws Error naming the first form that is missing or different
 */
export function compareWithPaper(stacks: readonly PlacedStack[], { pledges, repeats }: Content): void {
  const keyOf = (communeId: number, number: number) => `${String(communeId)}/${String(number)}`;
  const repeated = new Set(repeats.map(({ communeId, formNumber }) => keyOf(communeId, formNumber)));
  const saved = new Map(
    pledges.map(({ communeId, formNumber, cells: [number, _village, ...others] }) => [
      keyOf(communeId, formNumber),
      [number, ...others].join(' | '),
    ]),
  );
  for (const { communeId, forms } of stacks) {
    for (const form of forms) {
      const key = keyOf(communeId, form.form_number);
      const [wanted, found] = [cellsOnPaper(form), saved.get(key)];
      if (!repeated.has(key) && found !== wanted) {
        throw new Error(`On paper: ${wanted}. Saved: ${found ?? 'nothing'}.`);
      }
    }
  }
}

/**
 * The restored database against the one that was backed up: the same counts and every row the same.
 * @throws Error naming the first difference
 */
export function compareContents(original: Content, restored: Content): void {
  const countsOf = ({ households, pledges, signed, repeats }: Content) =>
    [households, pledges.length, signed, repeats.length].join(', ');
  if (countsOf(original) !== countsOf(restored)) {
    throw new Error(`Counts differ: ${countsOf(original)} before, ${countsOf(restored)} restored.`);
  }
  for (const [index, { cells }] of original.pledges.entries()) {
    const [before, after] = [cells.join(' | '), restored.pledges[index]?.cells.join(' | ')];
    if (before !== after) throw new Error(`A row differs: ${before}. Restored: ${after ?? 'nothing'}.`);
  }
}

/** `restored.csv`: one row a saved form, by commune and form number. */
export function contentAsCsv({ pledges }: Content): string {
  return writeCsv([csvHeader, ...pledges.map(({ cells }) => cells)]);
}
