import { signedModes } from '../../../shared/records/pledge.ts';
import type { PageParams } from '../../app/navigation.tsx';
import type { FixedFilter, ListFilter } from '../../records/filters.ts';

interface Named {
  readonly id: number;
  readonly name: string;
}

/** What another page wants to see in the list of pledges. */
export interface AskedPledges {
  readonly campaign: Named;
  readonly commune?: Named;
  readonly village?: Named;
  /** Only those that count as "đã ký". */
  readonly signed?: boolean;
}

/** The parameters that narrow the list of pledges so. */
export function askFor({ campaign, commune, village, signed }: AskedPledges): PageParams {
  const params: Record<string, string | number> = {};
  const put = (field: string, named: Named | undefined) => {
    if (!named) return;
    params[field] = named.id;
    params[`${field}.name`] = named.name;
  };
  put('campaign_id', campaign);
  put('commune_id', commune);
  put('village_id', village);
  if (signed) params['signed'] = 1;
  return params;
}

const fields = ['campaign_id', 'commune_id', 'village_id'] as const;

/** What the list starts narrowed to; each condition can be taken away. */
export function initialFilter(params: PageParams): Partial<ListFilter> {
  const asked = fields.filter((field) => params[field] !== undefined);
  const condition = (field: string) => ({
    value: params[field] ?? null,
    name: String(params[`${field}.name`] ?? ''),
  });
  return { equal: Object.fromEntries(asked.map((field) => [field, condition(field)])) };
}

const onlySigned: FixedFilter = { signature_mode: [...signedModes] };
const all: FixedFilter = {};

/** What the page itself holds the list to. */
export const fixedFilter = (params: PageParams): FixedFilter => (params['signed'] ? onlySigned : all);
