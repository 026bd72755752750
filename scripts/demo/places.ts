import type { Page } from '@playwright/test';
import type { Unit } from '../../shared/api/units.ts';
import { exactText } from '../../shared/vietnamese/fold.ts';
import { cleanText } from '../../shared/vietnamese/text.ts';
import type { Job, VillageStack } from './forms-file.ts';
import { callFromPage } from './page-call.ts';

/** A stack with the units of the program that it belongs to. */
export interface PlacedStack extends VillageStack {
  readonly communeId: number;
  readonly villageId: number;
}

/** A commune by its code, a village by its name or an alias of it; never by the name without diacritics. */
class Places {
  readonly #page: Page;
  readonly #from: string;
  #units: readonly Unit[] = [];

  constructor(page: Page, from: string) {
    this.#page = page;
    this.#from = from;
  }

  async read(): Promise<void> {
    this.#units = await callFromPage(this.#page, 'units.list', { date: this.#from });
  }

  async commune({ communeCode, communeName }: VillageStack): Promise<number> {
    const known = this.#units.find(({ level, code }) => level === 'commune' && code === communeCode);
    if (known) return known.id;
    return this.#add({ level: 'commune', name: communeName, type: 'xã', code: communeCode });
  }

  async village(communeId: number, name: string): Promise<number> {
    const own = this.#units.filter(({ level, parent_id }) => level === 'village' && parent_id === communeId);
    const wanted = exactText(name);
    const known =
      own.find((unit) => exactText(unit.name) === wanted) ??
      own.find(({ aliases }) => aliases.some((alias) => exactText(alias) === wanted));
    if (known) return known.id;
    const type = wanted.startsWith('khối') ? 'khối' : 'bản';
    return this.#add({ level: 'village', parent_id: communeId, name, type });
  }

  async #add(unit: {
    level: 'commune' | 'village';
    parent_id?: number;
    name: string;
    type: string;
    code?: string;
  }): Promise<number> {
    const { id } = await callFromPage(this.#page, 'units.add', {
      ...unit,
      name: cleanText(unit.name),
      valid_from: this.#from,
    });
    await this.read();
    return id;
  }
}

/** Finds the communes and villages of the file in the program, and adds those that it does not know. */
export async function placeStacks(page: Page, job: Job): Promise<readonly PlacedStack[]> {
  const places = new Places(page, job.from);
  await places.read();
  const placed: PlacedStack[] = [];
  for (const stack of job.stacks) {
    const communeId = await places.commune(stack);
    placed.push({ ...stack, communeId, villageId: await places.village(communeId, stack.villageName) });
  }
  return placed;
}
