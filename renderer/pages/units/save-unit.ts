import type { Unit } from '../../../shared/api/units.ts';
import type { StoredValue } from '../../../shared/records/schema.ts';
import { call } from '../../client.ts';
import { forgetUnits } from '../../records/units.ts';
import type { UnitAction } from './unit-fields.ts';

type Values = Readonly<Record<string, StoredValue>>;
const text = (values: Values, name: string): string => String(values[name] ?? '');
const codeOf = (values: Values) => (text(values, 'code') === '' ? {} : { code: text(values, 'code') });

/** Carries out an action on a unit; `others` are merged with it. Throws a `FailureError`. */
export async function saveUnit(
  action: UnitAction,
  unit: Unit,
  values: Values,
  others: readonly number[] = [],
): Promise<void> {
  const unit_id = unit.id;
  const named = { name: text(values, 'name'), type: text(values, 'type') };
  const legal_basis = text(values, 'legal_basis');
  const date = text(values, 'date');
  if (action === 'correct') await call('units.rename', { unit_id, ...named, valid_from: unit.valid_from });
  if (action === 'rename')
    await call('units.rename', { unit_id, ...named, valid_from: text(values, 'valid_from'), legal_basis });
  if (action === 'merge')
    await call('units.merge', {
      unit_ids: [unit_id, ...others],
      ...named,
      ...codeOf(values),
      date,
      legal_basis,
    });
  if (action === 'retire') await call('units.retire', { unit_id, date, legal_basis });
  if (action === 'alias') await call('units.add_alias', { unit_id, alias: text(values, 'alias') });
  forgetUnits();
}

/** Adds a commune, or a village of a commune; gives its id. Throws a `FailureError`. */
export async function addUnit(
  level: 'commune' | 'village',
  communeId: number | null,
  values: Values,
): Promise<number> {
  const { id } = await call('units.add', {
    level,
    ...(level === 'village' && communeId !== null ? { parent_id: communeId } : {}),
    name: text(values, 'name'),
    type: text(values, 'type'),
    ...codeOf(values),
    valid_from: text(values, 'valid_from'),
    legal_basis: text(values, 'legal_basis'),
  });
  forgetUnits();
  return id;
}
