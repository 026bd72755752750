import type { PledgeForm } from '../../../shared/api/pledge-form.ts';
import { addDays } from '../../../shared/vietnamese/dates.ts';
import { identityKey } from '../../../shared/vietnamese/text.ts';
import { inventName, peopleOf, type PeopleName } from './names.ts';
import { SeededRandom } from './random.ts';

/** A village of the sample, with the commune that it belongs to. */
export interface SampleVillage {
  readonly village_id: number;
  readonly commune_id: number;
  readonly town: boolean;
}

export interface SampleForm extends PledgeForm {
  readonly village_id: number;
  readonly commune_id: number;
}

const seed = 2023;
/** About 16,500 households in 191 villages. */
const smallest = 46;
const largest = 127;
const firstDay = '2023-02-01';
const campaignDays = 320;
const two = (value: number) => String(value).padStart(2, '0');

function inventBirth(random: SeededRandom): string {
  const year = random.between(1938, 2001);
  if (random.chance(0.55)) return String(year);
  return `${year}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`;
}

function inventMode(random: SeededRandom): 'signed' | 'thumbprint' | 'represented' {
  const share = random.next();
  return share < 0.86 ? 'signed' : share < 0.97 ? 'thumbprint' : 'represented';
}

/** A head that no other household of the village has: the sample holds no form twice. */
function inventHead(random: SeededRandom, people: PeopleName, known: Set<string>) {
  for (;;) {
    const sex = random.chance(0.84) ? 'male' : 'female';
    const head = { head_name: inventName(random, people, sex), birth: inventBirth(random), sex } as const;
    const key = `${head.birth} ${identityKey(head.head_name)}`;
    if (known.has(key)) continue;
    known.add(key);
    return head;
  }
}

function* formsOfVillage(
  random: SeededRandom,
  village: SampleVillage,
  firstNumber: number,
): Generator<SampleForm> {
  const households = random.between(smallest, largest);
  const mainly = peopleOf(random, village.town);
  const known = new Set<string>();
  for (let index = 0; index < households; index += 1) {
    const people = random.chance(0.92) ? mainly : peopleOf(random, village.town);
    yield {
      ...inventHead(random, people, known),
      village_id: village.village_id,
      commune_id: village.commune_id,
      form_number: firstNumber + index,
      ethnicity: null,
      member_count: random.between(1, 5) + random.between(0, 4),
      signature_mode: inventMode(random),
      reason: null,
      signed_on: addDays(firstDay, random.between(0, campaignDays)),
      note: random.chance(0.01) ? 'Vợ ký thay' : null,
    };
  }
}

/** Every form of the sample year, always the same; all have signed by the year's end. */
export function* sampleForms(villages: readonly SampleVillage[]): Generator<SampleForm> {
  const random = new SeededRandom(seed);
  const numbers = new Map<number, number>();
  for (const village of villages) {
    let next = numbers.get(village.commune_id) ?? 1;
    for (const form of formsOfVillage(random, village, next)) {
      next = form.form_number + 1;
      yield form;
    }
    numbers.set(village.commune_id, next);
  }
}
