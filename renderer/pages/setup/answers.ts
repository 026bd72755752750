import type { CallInput } from '../../../shared/api.ts';
import { today } from '../../components/words.ts';

export type AgencyAnswers = CallInput<'office.create'>['agency'];

/** What the first two pages of set-up have gathered. */
export interface Answers {
  readonly level: 'district' | 'commune';
  readonly commune_codes: readonly string[];
  readonly agency: AgencyAnswers;
}

/** The wizard's first state: lines apply from the first day of this year, so that this year's papers have them. */
export const emptyAnswers: Answers = {
  level: 'district',
  commune_codes: [],
  agency: {
    valid_from: `${today().slice(0, 4)}-01-01`,
    parent_agency: '',
    own_agency: '',
    place_name: '',
    signer_title: '',
    signer_rank: '',
    signer_name: '',
  },
};
