import type { SeededRandom } from './random.ts';

type Words = readonly [string, ...string[]];
const words = (text: string) => text.split(' ') as [string, ...string[]];

interface People {
  readonly clans: Words;
  readonly men: { readonly middle: Words; readonly given: Words };
  readonly women: { readonly middle: Words; readonly given: Words };
}

/** Parts of names as they are usual in the highlands of Nghệ An; every person made of them is invented. */
const peoples = {
  mong: {
    clans: words('Vừ Lầu Già Xồng Mùa Lỳ Hờ Và Thò Cự Dềnh Hạ'),
    men: {
      middle: words('Bá Nỏ Chồng Giống Nhìa Xái Vả Tồng'),
      given: words('Rê Tủa Lìa Chù Pó Mại Dênh Lông Xử Tu Phia Giờ Của Chia Nênh'),
    },
    women: { middle: words('Y'), given: words('Dở Mỷ Súa Xia Pà Chư Ka Dìa Mái Hoa') },
  },
  khoMu: {
    clans: words('Moong Cụt Xeo Pịt Ven Lữ Chích Oong Hoa Cút'),
    men: {
      middle: words('Phò Văn Khăm Bún Phia'),
      given: words('Lư Hương Thoong Dần Bình Ốc Nhật Kéo Tiến Hùng Thắng Xúc'),
    },
    women: { middle: words('Thị Mẹ'), given: words('Hương Nhung Oanh Lan Chăn Xen Hằng Thủy Hòa') },
  },
  thai: {
    clans: words('Lô Vi Lương Kha Hà Lộc Ngân Vang Quang Lang'),
    men: {
      middle: words('Văn Khăm Thanh Xuân Phò'),
      given: words('Thái Xuyên Dung Quý Hoàn Tuấn Phúc Toản Đức Khuyên Nghĩa'),
    },
    women: { middle: words('Thị'), given: words('Én Huyền Loan Thúy Nguyệt Phượng Lý Duyên Hậu') },
  },
  kinh: {
    clans: words('Nguyễn Trần Lê Phạm Hoàng Phan Đặng Bùi'),
    men: {
      middle: words('Văn Đình Hữu Quốc Xuân'),
      given: words('An Bảo Cường Dũng Đạt Hải Khánh Long Sơn'),
    },
    women: { middle: words('Thị Thu Ngọc'), given: words('Ánh Bích Châu Hạnh Liên Mai Nga Thảo Yến') },
  },
} satisfies Record<string, People>;

export type PeopleName = keyof typeof peoples;

/** An invented head of a household. */
export function inventName(random: SeededRandom, people: PeopleName, sex: 'male' | 'female'): string {
  const { clans, men, women } = peoples[people];
  const { middle, given } = sex === 'male' ? men : women;
  return `${random.pick(clans)} ${random.pick(middle)} ${random.pick(given)}`;
}

/** Mostly one people lives in a village: about two fifths Mông, a third Khơ Mú, the rest Thái; Kinh in town. */
export function peopleOf(random: SeededRandom, town: boolean): PeopleName {
  if (town) return random.chance(0.6) ? 'kinh' : 'thai';
  const share = random.next();
  return share < 0.38 ? 'mong' : share < 0.71 ? 'khoMu' : 'thai';
}
