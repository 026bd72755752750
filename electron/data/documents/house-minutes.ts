import { longDate } from '../../../shared/vietnamese/dates.ts';
import type { Agency } from './letterhead.ts';
import { blank } from './prose.ts';

/** A house as its minutes name it. */
export interface MinutesHouse {
  readonly program: string;
  readonly phase: string;
  readonly head: string;
  readonly poverty_class: string;
  /** "làm mới" */
  readonly build_kind: string;
  /** "bản Huồi Đun, xã Huồi Tụ, huyện Kỳ Sơn, tỉnh Nghệ An" */
  readonly place: string;
  readonly village: string;
  /** "xã Huồi Tụ" */
  readonly commune: string;
  readonly commune_type: string;
  readonly standard: string | null;
  /** "46,5" */
  readonly floor_area: string | null;
  /** The working group of the commune on that day, with its leader; null for none. */
  readonly group: string | null;
}

/** What is common to the minutes of a house. */
export interface HouseMinutes {
  readonly house: MinutesHouse;
  readonly agency: Agency;
  /** ISO date of what the minutes tell; null while it has not been recorded: the line is left to be filled in. */
  readonly day: string | null;
  /** ISO date that the file is dated with. */
  readonly document_date: string;
  /** Head of the audit chain, in hexadecimal. */
  readonly chain_head: string;
  readonly sample: boolean;
}

/** "ngày 05 tháng 3 năm 2023", or the same to be filled in. */
export const dayOrBlank = (day: string | null): string =>
  day === null ? `ngày ........ tháng ........ năm ..........` : longDate(day);

/** Somebody who takes part, to be written in by hand. */
export const personToFill = `ông (bà) ${blank}; chức vụ: ${blank}`;

/** Standard and floor area, as far as they are known. */
export function buildWords({ standard, floor_area }: MinutesHouse): string {
  const area = floor_area === null ? null : `diện tích ${floor_area} m²`;
  return [standard, area].filter(Boolean).join('; ');
}
