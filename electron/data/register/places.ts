import { villageLabel } from '../documents/wording.ts';
import type { Snapshot } from './snapshot.ts';

type Units = Pick<Snapshot, 'units'>;

/** A text that begins in lower case. */
export const lower = (text: string) => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

/** "Bản Huồi Đun": a village as a heading of that day names it. */
export const villageOn = ({ units }: Units, village: number, day: string): string =>
  villageLabel(units.nameAt(village, day));

/** "xã Huồi Tụ", "huyện Kỳ Sơn": a unit as a sentence of that day names it. */
export function unitOn({ units }: Units, id: number, day: string): string {
  const { type, name } = units.unitAt(id, day);
  return `${type} ${name}`;
}

/** "bản Huồi Đun, xã Huồi Tụ" */
export function placeOn(snapshot: Units, village: number, day: string): string {
  const commune = snapshot.units.communeOf(village, day);
  return `${lower(villageOn(snapshot, village, day))}, ${unitOn(snapshot, commune, day)}`;
}

/** The units above a commune on that day, from the nearest: "huyện Kỳ Sơn", "tỉnh Nghệ An". */
export function unitsAbove({ units }: Units, commune: number, day: string): string[] {
  const above: string[] = [];
  let { parent_id } = units.unitAt(commune, day);
  while (parent_id !== null) {
    const unit = units.unitAt(parent_id, day);
    above.push(`${unit.type} ${unit.name}`);
    parent_id = unit.parent_id;
  }
  return above;
}
