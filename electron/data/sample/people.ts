import { inventName } from './names.ts';
import { idsOf, plant, type Sample } from './plant.ts';
import { SeededRandom } from './random.ts';

const teams = [
  'Đội Xây dựng phong trào bảo vệ ANTQ',
  'Đội An ninh',
  'Đội Cảnh sát điều tra tội phạm',
  'Đội Cảnh sát quản lý hành chính',
  'Đội Tổng hợp',
  'Đội Hậu cần',
] as const;
/** Officers of each team; the first of a team leads it. */
const officersEach = 5;
const ranks = ['Thiếu tá', 'Đại úy', 'Thượng úy', 'Trung úy', 'Thượng sĩ'] as const;

/** The teams of the sample's office and their officers, by keys; every person is invented. */
export interface SamplePeople {
  readonly teams: readonly number[];
  readonly officers: readonly number[];
}

/** Writes the teams, officers and their ranks that are not there yet. */
export function fillPeople(sample: Sample): SamplePeople {
  const random = new SeededRandom(8);
  const teamIds = plant(
    sample,
    'team',
    teams.map((name) => ({ name })),
  );
  const officers = teamIds.flatMap((team_id) =>
    Array.from({ length: officersEach }, () => ({
      team_id,
      full_name: inventName(random, random.chance(0.5) ? 'kinh' : 'thai', 'male'),
    })),
  );
  const officerIds = plant(sample, 'officer', officers);
  const positions = officerIds.map((officer_id, index) => ({
    officer_id,
    valid_from: '2022-01-01',
    rank: ranks[index % officersEach] ?? ranks[0],
    position: index % officersEach === 0 ? 'Đội trưởng' : 'Cán bộ',
  }));
  plant(sample, 'officer_position', positions);
  return { teams: teamIds, officers: idsOf(sample.database, 'officer') };
}
