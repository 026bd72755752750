import type { StoredValue } from '../../../shared/records/schema.ts';
import { call } from '../../client.ts';
import { headOf, noteOf, type LifeAction } from './life.ts';

type Values = Readonly<Record<string, StoredValue>>;

/** Tells the data process what happened to a household; throws a `FailureError`. `now` is the household as shown. */
export async function saveLife(
  action: LifeAction,
  { id, version, now }: { readonly id: number; readonly version: number; readonly now: Values },
  values: Values,
): Promise<void> {
  const event = { id, version, event_on: String(values['event_on']), note: noteOf(values) };
  switch (action) {
    case 'correct':
      await call('households.correct', { id, version, ...headOf(values, now), note: event.note });
      return;
    case 'new_head':
      await call('households.new_head', { ...event, ...headOf(values, now) });
      return;
    case 'split':
      await call('households.split', {
        ...event,
        remaining_member_count: Number(values['remaining_member_count']),
        new_household: { village_id: Number(values['village_id']), ...headOf(values) },
      });
      return;
    case 'move':
      await call('households.move', { ...event, to_village_id: Number(values['to_village_id']) });
      return;
    case 'move_out':
      await call('households.move_out', event);
      return;
    case 'return':
      await call('households.return', event);
  }
}
