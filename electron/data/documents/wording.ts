import { numberInWords, sentenceCase } from '../../../shared/vietnamese/amount-in-words.ts';
import { fold } from '../../../shared/vietnamese/fold.ts';
import type { RegisterData } from './register-data.ts';

const villageTypes = ['khối', 'thôn', 'bản', 'xóm', 'làng'];

/** What a village calls itself by the first word of its name: "khối" for "Khối 1"; undefined for a bare name. */
export function villageType(villageName: string): string | undefined {
  const name = villageName.normalize('NFC').toLocaleLowerCase('vi');
  return villageTypes.find((type) => name.startsWith(`${type} `));
}

/** A village's name with what it is in front, unless the name says it itself: "Bản Huồi Đun", "Khối 1". */
export function villageLabel(villageName: string): string {
  return villageType(villageName) ? villageName : `Bản ${villageName}`;
}

/** What the document covers: "Xã Huồi Tụ", or "Bản Huồi Đun, xã Huồi Tụ". */
export function areaLine(
  data: Pick<RegisterData, 'scope' | 'commune_name' | 'commune_type' | 'village_name'>,
): string {
  const commune = `${data.commune_type} ${data.commune_name}`.trim();
  if (data.scope === 'village' && data.village_name) return `${villageLabel(data.village_name)}, ${commune}`;
  return commune.charAt(0).toLocaleUpperCase('vi') + commune.slice(1);
}

/** The campaign's title with its year, unless the title names the year itself. */
export function campaignLine({ title, year }: RegisterData['campaign']): string {
  return title.includes(String(year)) ? title : `${title} năm ${year}`;
}

/** An amount in đồng in words, as vouchers write it: "Một trăm triệu đồng". */
export const moneyInWords = (amount: number): string => `${sentenceCase(numberInWords(amount))} đồng`;

/** A title as the name of a file, without its ending: "Phiếu thu PT 05/2023" → "phieu-thu-pt-05-2023". */
export const fileName = (title: string): string => fold(title).replace(/[^a-z0-9]+/g, '-');
