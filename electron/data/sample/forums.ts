import type { ParsedInput } from '../../../shared/api.ts';
import { usualTopics } from '../../../shared/records/opinion-topic.ts';
import { addDays } from '../../../shared/vietnamese/dates.ts';
import { addOpinion } from '../records/opinions/add.ts';
import type { SampleVillage } from './forms.ts';
import type { SamplePeople } from './people.ts';
import { missing, plant, type Sample } from './plant.ts';

/** As the source article says. */
const held = 39;
const opinionsEach = 2;

/** One of the district, one in each commune, the others in villages. */
function forums({ villages }: Sample) {
  const communes = [...Map.groupBy(villages, ({ commune_id }) => commune_id).values()];
  const first = communes.map(([village]) => village).filter((one) => one !== undefined);
  const second = communes.map(([, village]) => village).filter((one) => one !== undefined);
  const levels: [level: string, at: readonly SampleVillage[]][] = [
    ['district', first.slice(0, 1)],
    ['commune', first],
    ['village', second],
  ];
  return levels
    .flatMap(([forum_level, at]) => at.map((village) => ({ forum_level, village })))
    .slice(0, held)
    .map(({ forum_level, village }, index) => ({
      held_on: addDays('2023-03-20', index * 7),
      forum_level,
      commune_id: village.commune_id,
      village_id: forum_level === 'village' ? village.village_id : null,
      place: forum_level === 'village' ? 'Nhà văn hóa bản' : 'Hội trường UBND',
      minutes_number: `${String(index + 1).padStart(2, '0')}/BB-CAH`,
      started_at: '08:00',
      ended_at: '10:30',
      police_chair: 'Thượng tá Nguyễn Văn Mẫu, Trưởng Công an huyện',
      front_chair: 'Lô Văn Mẫu, Chủ tịch Ủy ban MTTQ',
      secretary: 'Trung úy Lê Đình An',
      attendees: 'Cấp ủy, UBND, MTTQ, đoàn thể, bí thư chi bộ, trưởng bản, nhân dân.',
      attendance_count: 60 + ((index * 17) % 90),
      conclusion: 'Tiếp thu các ý kiến; giao các đội giải quyết và trả lời đúng hạn.',
    }));
}

type Added = ParsedInput<'opinions.add'>;
type Said = Omit<Added, 'forum_id' | 'topic_id'>;

/** What people say at forums, in turn; `team` answers for what the police of the district have to do. */
function spoken(team: number): readonly [Said, ...Said[]] {
  const said: Omit<Said, 'opinion_kind' | 'handling' | 'content'> = {
    ...{ about: 'district_police', about_other: null, village_id: null, answer: null },
    ...{ responsible_team_id: null, responsible_agency: null, due_date: null, speaker: null },
  };
  return [
    {
      ...{ ...said, opinion_kind: 'praise', handling: 'accepted' },
      content: 'Khen cán bộ Công an xã nhiệt tình làm căn cước cho người già tại nhà.',
    },
    {
      ...{ ...said, opinion_kind: 'question', handling: 'explained' },
      content: 'Hỏi thủ tục đăng ký tạm trú cho người đi làm ăn xa trở về.',
      answer: 'Đã hướng dẫn đến Công an xã, mang theo căn cước.',
    },
    {
      ...{ ...said, opinion_kind: 'proposal', handling: 'assigned', responsible_team_id: team },
      content: 'Đề nghị tuần tra ban đêm vì có thanh niên tụ tập, hát karaoke gây ồn.',
    },
    {
      ...{ ...said, opinion_kind: 'proposal', handling: 'escalated' },
      responsible_agency: 'Công an tỉnh Nghệ An',
      content: 'Đề nghị trang bị thêm phương tiện cho tổ bảo vệ an ninh, trật tự ở bản.',
    },
    {
      ...{ ...said, opinion_kind: 'criticism', handling: 'accepted' },
      content: 'Góp ý: lịch tiếp dân cần niêm yết ở nhà văn hóa bản.',
      answer: 'Tiếp thu; niêm yết trong tuần.',
    },
  ];
}

/** Writes the forums and opinions that are not there yet; no speaker is recorded. */
export function fillForums(sample: Sample, { teams }: SamplePeople): void {
  const { database, by } = sample;
  const topics = plant(
    sample,
    'opinion_topic',
    usualTopics.map((name) => ({ name })),
  );
  const ids = plant(sample, 'forum', forums(sample));
  const [first, ...others] = spoken(teams[0] ?? 0);
  const opinions = ids.flatMap((forum_id, index) =>
    Array.from({ length: opinionsEach }, (_, turn): Added => {
      const place = index * opinionsEach + turn;
      const said = [first, ...others][place % (others.length + 1)] ?? first;
      return { ...said, forum_id, topic_id: topics[place % topics.length] ?? 0 };
    }),
  );
  for (const opinion of missing(database, 'opinion', opinions)) addOpinion(database, opinion, by(), null);
}
