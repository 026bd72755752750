import { readFileSync } from 'node:fs';
import { parsePledgeForms, type PledgeFormRow } from '../../shared/csv/pledge-forms.ts';
import { exactText } from '../../shared/vietnamese/fold.ts';
import { yearOf } from '../../shared/vietnamese/dates.ts';

/** The forms of one village, in the order of the file. */
export interface VillageStack {
  readonly communeCode: string;
  readonly communeName: string;
  readonly villageName: string;
  readonly forms: readonly PledgeFormRow[];
}

/** The whole job: its stacks, and the campaign that they belong to. */
export interface Job {
  readonly forms: readonly PledgeFormRow[];
  /** In the order in which the villages appear; the first one is typed in the window. */
  readonly stacks: readonly [VillageStack, ...VillageStack[]];
  readonly communeCodes: readonly string[];
  /** The year of most signing dates. */
  readonly year: number;
  readonly from: string;
  readonly to: string;
  /** The last signing date: the registers are dated by it. */
  readonly lastSignedOn: string;
}

function stacksOf(forms: readonly PledgeFormRow[]): VillageStack[] {
  const byVillage = Map.groupBy(forms, (form) => `${form.commune_code} ${exactText(form.village_name)}`);
  return [...byVillage.values()].flatMap((own) => {
    const first = own[0];
    if (!first) return [];
    const { commune_code, commune_name, village_name } = first;
    return [{ communeCode: commune_code, communeName: commune_name, villageName: village_name, forms: own }];
  });
}

function mostFrequent(years: readonly number[]): number {
  const counts = [...Map.groupBy(years, (year) => year)].sort(([, a], [, b]) => b.length - a.length);
  return counts[0]?.[0] ?? new Date().getFullYear();
}

/**
 * Reads a file of pledge forms (with or without a byte order mark, LF or CRLF).
 * @throws FailureError `invalid` with the bad lines; Error when there is no form in it
 */
export function readJob(file: string): Job {
  const forms = parsePledgeForms(readFileSync(file, 'utf8'));
  const [first, ...others] = stacksOf(forms);
  if (!first) throw new Error(`There is no form in ${file}.`);
  const dates = forms.flatMap(({ signed_on }) => signed_on ?? []).sort();
  const year = mostFrequent(dates.map(yearOf));
  const [newYear, newYearsEve] = [`${String(year)}-01-01`, `${String(year)}-12-31`];
  const stacks = [first, ...others] as const;
  return {
    forms,
    stacks: [...stacks],
    communeCodes: [...new Set(stacks.map(({ communeCode }) => communeCode))],
    year,
    from: [newYear, ...dates].sort()[0] ?? newYear,
    to: [newYearsEve, ...dates].sort().at(-1) ?? newYearsEve,
    lastSignedOn: dates.at(-1) ?? newYearsEve,
  };
}
