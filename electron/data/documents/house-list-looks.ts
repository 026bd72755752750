import { numberInWords, sentenceCase } from '../../../shared/vietnamese/amount-in-words.ts';
import { formatDate } from '../../../shared/vietnamese/dates.ts';
import { formatMoney } from '../../../shared/vietnamese/money.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import type { HouseListData, ListedHouse } from './house-list.ts';
import { mm } from './metrics.ts';
import { agencySignature, compiler, type Signature } from './signatures.ts';
import type { Column } from './table.ts';
import { moneyInWords } from './wording.ts';

/** How a list looks: its heading, its columns, what stands in them, and how it closes. */
export interface ListLook {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rowHeight?: number;
  readonly row: (house: ListedHouse, number: number) => readonly string[];
  /** Below a village; empty for nothing. */
  readonly subtotal: (houses: readonly ListedHouse[]) => string;
  readonly sentences: (houses: readonly ListedHouse[]) => readonly string[];
  readonly signatures: (data: HouseListData) => readonly Signature[];
}

const plannedOf = (houses: readonly ListedHouse[]) => houses.reduce((sum, { planned }) => sum + planned, 0);
const handedOver = (houses: readonly ListedHouse[]) =>
  formatNumber(houses.filter(({ handed_over_on: day }) => day !== null).length);

const cellsOf = (house: ListedHouse, number: number): string[] => [
  formatNumber(number),
  house.name,
  house.poverty_class,
  house.build_kind,
  house.planned === 0 ? '' : formatNumber(house.planned),
  house.step,
  house.handed_over_on === null ? '' : formatDate(house.handed_over_on),
];

/** Widths in mm; they make up the 252 mm of a sheet on its side. */
const listColumns = (widths: readonly number[]): Column[] => {
  const titles = [
    'STT',
    'Chủ hộ',
    'Diện',
    'Loại',
    'Kinh phí dự kiến (đ)',
    'Đã đến bước',
    'Ngày bàn giao',
    'Ghi chú',
  ];
  const left = new Set([1, 2, 7]);
  return widths.map((width, index) => ({
    title: titles[index] ?? '',
    width,
    align: index === 4 ? 'right' : left.has(index) ? 'left' : 'center',
  }));
};

const ending = {
  subtotal: (houses: readonly ListedHouse[]) =>
    `Cộng: ${formatNumber(houses.length)} hộ, kinh phí dự kiến ${formatMoney(plannedOf(houses))}; đã bàn giao ${handedOver(houses)} nhà.`,
  sentences: (houses: readonly ListedHouse[]) => [
    `Danh sách này có ${formatNumber(houses.length)} hộ, trong đó ${handedOver(houses)} hộ đã nhận bàn giao nhà.`,
    `Tổng kinh phí dự kiến: ${formatMoney(plannedOf(houses))}. Bằng chữ: ${moneyInWords(plannedOf(houses))}.`,
  ],
  signatures: ({ agency }: HouseListData) => [compiler, agencySignature(agency)],
};

const internal: ListLook = {
  title: 'Danh sách nhà cho hộ nghèo',
  columns: listColumns([12, 50, 37, 22, 34, 31, 25, 41]),
  row: (house, number) => [...cellsOf(house, number), house.note],
  ...ending,
};
/** A clerk's note is nothing for the notice board. */
const forPublic: ListLook = {
  title: 'Danh sách công khai hộ được hỗ trợ nhà ở',
  columns: listColumns([12, 66, 46, 24, 38, 38, 28]),
  row: cellsOf,
  ...ending,
};
const survey: ListLook = {
  title: 'Danh sách khảo sát nhà ở',
  columns: [
    { title: 'STT', width: 12, align: 'center' },
    { title: 'Chủ hộ', width: 46, align: 'left' },
    { title: 'Diện', width: 31, align: 'left' },
    { title: 'Loại', width: 21, align: 'center' },
    { title: 'Số khẩu', width: 18, align: 'center' },
    { title: 'Đất ở', width: 26, align: 'left' },
    { title: 'Hiện trạng nhà', width: 36, align: 'left' },
    { title: 'Nguyện vọng của hộ', width: 36, align: 'left' },
    { title: 'Chủ hộ ký', width: 26, align: 'center' },
  ],
  rowHeight: mm(12),
  row: ({ name, poverty_class, build_kind, member_count }, number) => [
    formatNumber(number),
    name,
    poverty_class,
    build_kind,
    formatNumber(member_count),
    ...['', '', '', ''],
  ],
  subtotal: () => '',
  sentences: (houses) => [
    `Danh sách này có ${formatNumber(houses.length)} hộ.`,
    `Bằng chữ: ${sentenceCase(numberInWords(houses.length))} hộ.`,
  ],
  signatures: ({ agency, commune_type }) => [
    { titles: ['Người khảo sát'], name: '' },
    { titles: [`Đại diện UBND ${commune_type}`], name: '' },
    agencySignature(agency),
  ],
};

/** The looks by their use: in the office, on a notice board, at a survey. */
export const houseListLooks = { internal, public: forPublic, survey } as const;
export type HouseListKind = keyof typeof houseListLooks;
