import { yearOf, type IsoDate } from '../../../shared/vietnamese/dates.ts';

/** What a new campaign proposes: this year, its usual title, the whole calendar year. */
export function proposeCampaign(today: IsoDate): Record<string, string | number> {
  const year = yearOf(today);
  return {
    year,
    title: `Đợt ký cam kết năm ${year}`,
    from_date: `${year}-01-01`,
    to_date: `${year}-12-31`,
  };
}
