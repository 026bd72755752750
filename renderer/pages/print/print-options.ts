import type { CallInput } from '../../../shared/api.ts';

/** What is printed, as chosen on the left. */
export interface PrintOptions {
  readonly sheet: 'register' | 'meeting';
  readonly scope: 'village' | 'commune' | 'all';
  readonly communeId: number | null;
  readonly villageId: number | null;
  readonly order: 'form_number' | 'name';
  readonly ethnicity: boolean;
  readonly signatureColumn: boolean;
  readonly internal: boolean;
}

export const firstOptions: PrintOptions = {
  sheet: 'register',
  scope: 'commune',
  communeId: null,
  villageId: null,
  order: 'form_number',
  ethnicity: false,
  signatureColumn: false,
  internal: false,
};

/** The range that is meant: the meeting's sheet is always one village's. */
export const scopeOf = ({ sheet, scope }: PrintOptions): PrintOptions['scope'] =>
  sheet === 'meeting' ? 'village' : scope;

/** What is still missing, in Vietnamese; null when the document can be made. */
export function missingChoice(options: PrintOptions): string | null {
  const scope = scopeOf(options);
  if (scope !== 'all' && options.communeId === null) return 'Hãy chọn xã.';
  return scope === 'village' && options.villageId === null ? 'Hãy chọn bản.' : null;
}

/** The register call's input. */
export function registerInput(
  options: PrintOptions,
  campaignId: number,
  documentDate: string,
): CallInput<'register.make'> {
  const unit = { village: options.villageId, commune: options.communeId, all: null }[options.scope];
  return {
    campaign_id: campaignId,
    scope: options.scope,
    ...(unit !== null && { unit_id: unit }),
    order: options.order,
    ethnicity: options.ethnicity,
    signature_column: options.signatureColumn,
    internal: options.internal,
    document_date: documentDate,
  };
}
