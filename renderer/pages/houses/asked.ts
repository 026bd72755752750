import { stepsInOrder } from '../../../shared/records/house-flow.ts';
import { addDays } from '../../../shared/vietnamese/dates.ts';
import type { PageParams } from '../../app/navigation.tsx';
import { today } from '../../components/words.ts';
import type { ListFilter } from '../../records/filters.ts';

/** Late is what has not been handed over though its day has passed. */
const lateOnes = (): Pick<ListFilter, 'equal' | 'period'> => ({
  equal: {
    step: { value: stepsInOrder.filter((step) => step !== 'handed_over'), name: 'chưa bàn giao' },
  },
  period: { due_on: { to: addDays(today(), -1) } },
});

/** What the list of houses is narrowed to by the figure that opened it; null where none did. */
export function askedHouses(params: PageParams): Partial<ListFilter> | null {
  const { commune_id, commune, step, phase_id, phase, late } = params;
  const { equal: notYet, period } = late === undefined ? { equal: {}, period: {} } : lateOnes();
  const equal = {
    ...(typeof commune_id === 'number' && { commune_id: { value: commune_id, name: String(commune) } }),
    ...(typeof phase_id === 'number' && { phase_id: { value: phase_id, name: String(phase) } }),
    ...(typeof step === 'string' && { step: { value: step } }),
    ...notYet,
  };
  return Object.keys(equal).length > 0 ? { equal, period } : null;
}
