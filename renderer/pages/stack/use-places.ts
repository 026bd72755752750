import { useMemo } from 'react';
import type { ShownRecord } from '../../../shared/api/records.ts';
import type { Unit } from '../../../shared/api/units.ts';
import { useCall } from '../../app/data.ts';
import { valueOf } from '../../records/value.ts';
import type { PickerOption } from './picker.tsx';

/** A campaign as the pickers need it. */
export interface CampaignOption extends PickerOption {
  readonly from: string;
  readonly to: string;
  readonly closed: boolean;
}

const campaignOf = (record: ShownRecord): CampaignOption => ({
  id: record.id,
  label: String(valueOf(record, 'title')),
  from: String(valueOf(record, 'from_date')),
  to: String(valueOf(record, 'to_date')),
  closed: record['closed_at'] !== null,
});

/** The campaigns, newest first; `undefined` while they are fetched. */
export function useCampaigns(): {
  campaigns: CampaignOption[] | undefined;
  failure: ReturnType<typeof useCall>['failure'];
} {
  const { value, failure } = useCall('records.list', { kind: 'pledge_campaign', filter: {}, limit: 200 });
  const campaigns = useMemo(() => value?.rows.map(campaignOf), [value]);
  return { campaigns, failure };
}

const unitLabel = ({ type, name }: Unit): string => {
  const known = name.toLowerCase().startsWith(type.toLowerCase());
  return known ? name : `${type.charAt(0).toUpperCase()}${type.slice(1)} ${name}`;
};

/** The communes and villages as of a day; those of the day before stay while they are fetched. */
export function usePlaces(date: string | undefined) {
  const { value, failure } = useCall(
    'units.list',
    { date: date ?? '2000-01-01' },
    { skip: date === undefined },
  );
  return useMemo(() => {
    const units = value ?? [];
    const option = (unit: Unit): PickerOption => ({ id: unit.id, label: unitLabel(unit) });
    return {
      loaded: value !== undefined,
      failure,
      communes: units.filter(({ level }) => level === 'commune').map(option),
      villagesOf: (commune: number | undefined) =>
        units.filter(({ level, parent_id }) => level === 'village' && parent_id === commune).map(option),
    };
  }, [value, failure]);
}

export type Places = ReturnType<typeof usePlaces>;
