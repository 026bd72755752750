import { linesText } from '../../../shared/records/lines.ts';
import { addDays } from '../../../shared/vietnamese/dates.ts';
import type { SamplePeople } from './people.ts';
import { linesOf, partsOfSum, plant, type Sample } from './plant.ts';
import { SeededRandom } from './random.ts';

/** What the source article reports of the year: every village, so many people in all (lượt). */
const attendance = 158_000;
const sessionsEach = 2;
const propagandaSessions = 25;

/** Each village was launched twice: in spring and in autumn. */
function launches({ villages }: Sample, { officers }: SamplePeople) {
  const random = new SeededRandom(12);
  const counts = partsOfSum(attendance, villages.length * sessionsEach, 12);
  return ['2023-02-06', '2023-08-07'].flatMap((first, season) =>
    villages.map(({ village_id }, index) => {
      const count = counts[season * villages.length + index] ?? 1;
      return {
        held_on: addDays(first, random.between(0, 75)),
        launch_form: 'mass_form',
        villages: linesText([{ id: village_id, count }]),
        attendance_count: count,
        content:
          season === 0
            ? 'Phát động phong trào Toàn dân bảo vệ an ninh Tổ quốc năm 2023; đăng ký khu dân cư an toàn về an ninh, trật tự.'
            : 'Vận động giao nộp vũ khí, vật liệu nổ; tố giác tội phạm ma túy; không nghe, không tin kẻ xấu.',
        presenters: linesOf([officers[index % officers.length] ?? 0]),
      };
    }),
  );
}

const topics = [
  'Luật Phòng, chống ma túy',
  'Luật Quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ',
  'Phòng, chống mua bán người',
  'Phòng, chống lừa đảo trên không gian mạng',
  'Luật Giao thông đường bộ',
] as const;
const places = ['Nhà văn hóa bản', 'Trường THCS', 'Chợ phiên', 'Hội trường UBND xã'] as const;

function propaganda({ villages }: Sample, { officers }: SamplePeople) {
  const random = new SeededRandom(13);
  const communes = [...new Set(villages.map(({ commune_id }) => commune_id))];
  return Array.from({ length: propagandaSessions }, (_, index) => ({
    held_on: addDays('2023-02-15', index * 12),
    commune_id: communes[index % communes.length] ?? 0,
    place: random.pick(places),
    topic: random.pick(topics),
    audience: random.chance(0.4) ? 'Học sinh, giáo viên' : 'Nhân dân trong xã',
    attendance_count: random.between(190, 260),
    presenters: linesOf([officers[(index * 3) % officers.length] ?? 0]),
  }));
}

const reportage = { medium: 'reportage', published_in: 'Đài Phát thanh và Truyền hình Nghệ An' } as const;
const article = { medium: 'article', published_in: 'Báo Nghệ An' } as const;
const news = { medium: 'news_item', published_in: 'Trang thông tin Công an tỉnh Nghệ An' } as const;
const leaflet = { medium: 'leaflet', published_in: 'Các bản, khối trong huyện' } as const;

/** Three reportages, as the source article says, and what else an office makes in a year. */
const made = [
  { ...reportage, published_on: '2023-03-20', title: 'Công an huyện Kỳ Sơn giúp dân làm nhà' },
  { ...reportage, published_on: '2023-06-18', title: 'Bản làng biên giới sạch ma túy' },
  { ...reportage, published_on: '2023-11-25', title: 'Ngày hội Toàn dân bảo vệ an ninh Tổ quốc ở Huồi Tụ' },
  { ...article, published_on: '2023-05-12', title: 'Người có uy tín giữ bình yên bản Mông' },
  { ...article, published_on: '2023-09-02', title: 'Những tổ tự quản ở vùng cao Kỳ Sơn' },
  { ...news, published_on: '2023-04-05', title: 'Nhân dân Na Loi giao nộp súng tự chế' },
  { ...news, published_on: '2023-08-19', title: 'Diễn đàn Công an lắng nghe ý kiến nhân dân tại Mường Lống' },
  { ...leaflet, published_on: '2023-02-20', title: 'Tờ rơi phòng, chống ma túy', copy_count: 5_000 },
  { ...leaflet, published_on: '2023-07-10', title: 'Tờ rơi giao nộp vũ khí, vật liệu nổ', copy_count: 3_500 },
];

const drafted = [
  ['2023-01-10', 'plan', 'KH', 'Kế hoạch xây dựng phong trào Toàn dân bảo vệ an ninh Tổ quốc năm 2023'],
  ['2023-01-30', 'plan', 'KH', 'Kế hoạch tổ chức ký cam kết tại 191 khối, bản'],
  ['2023-02-08', 'decision', 'QĐ', 'Quyết định thành lập Ban Chỉ đạo làm nhà cho hộ nghèo'],
  ['2023-03-15', 'plan', 'KH', 'Kế hoạch tổ chức diễn đàn Công an lắng nghe ý kiến nhân dân'],
  ['2023-06-20', 'report', 'BC', 'Báo cáo sơ kết sáu tháng đầu năm về phong trào'],
  ['2023-08-01', 'plan', 'KH', 'Kế hoạch tổ chức Ngày hội Toàn dân bảo vệ an ninh Tổ quốc'],
  ['2023-12-15', 'report', 'BC', 'Báo cáo tổng kết phong trào năm 2023'],
] as const;

function documents({ officers }: SamplePeople) {
  return drafted.map(([dated, doc_type, symbol, doc_summary], index) => ({
    dated,
    doc_type,
    issuing_agency: 'UBND huyện Kỳ Sơn',
    doc_number: `${String(index + 11)}/${symbol}-UBND`,
    doc_summary,
    drafting_officer_id: officers[index % 5] ?? null,
    addressee: 'people_committee',
    signed_result: 'signed',
    signed_on: dated,
  }));
}

/** Writes what the office did among the people: documents drafted, launches, propaganda, news. */
export function fillOutreach(sample: Sample, people: SamplePeople): void {
  plant(sample, 'advisory_document', documents(people), { each: true });
  plant(sample, 'launch_session', launches(sample, people));
  plant(sample, 'propaganda_session', propaganda(sample, people));
  plant(
    sample,
    'news_item',
    made.map((one) => ({ ...one, author_id: people.officers[0] ?? null })),
  );
}
