import { labourOf } from '../../../shared/records/labour-turn.ts';
import type { HouseStep } from '../../../shared/records/house-step.ts';
import { paperBench, type Given, type PaperBench } from './paper-kit.ts';

/** A housing programme with a phase, and houses as the office's calls write them. */
export interface HouseBench extends PaperBench {
  readonly phase: number;
  readonly officer: number;
  readonly team: number;
  /** A house of a new household in the n-th village of a commune; gives its key. */
  readonly house: (values?: Given, place?: { commune?: string; village?: number }) => number;
  readonly step: (house: number, step: HouseStep, day: string) => void;
  readonly stepOf: (house: number, step: HouseStep) => number;
  readonly accept: (house: number, day: string) => void;
  readonly funding: (house: number, source: string, planned: number, paid?: number) => void;
  readonly labour: (values?: Given, place?: { commune?: string; village?: number }) => number;
}

const hard = { hard_foundation: true, hard_frame: true, hard_roof: true };

export function houseBench(): HouseBench {
  const made = paperBench();
  const { insert, update, village, commune } = made;
  const team = insert('team', { name: 'Đội Xây dựng phong trào' });
  const officer = insert('officer', { full_name: 'Lầu Bá Đoọc', team_id: team });
  insert('officer_position', {
    officer_id: officer,
    valid_from: '2020-01-01',
    rank: 'Trung tá',
    position: 'Đội trưởng',
  });
  const program = insert('housing_program', {
    title: 'Chương trình làm nhà cho hộ nghèo, hộ khó khăn về nhà ở huyện Kỳ Sơn',
    from_date: '2023-02-04',
  });
  const phase = insert('housing_phase', {
    program_id: program,
    name: 'Giai đoạn 1',
    planned_houses: 1491,
    from_date: '2023-02-04',
    to_date: '2023-12-31',
  });
  insert('working_group', {
    program_id: program,
    name: 'Tổ công tác số 1',
    leader_id: officer,
    communes: `[[${commune('Huồi Tụ')},null]]`,
    from_date: '2023-02-10',
  });
  const at = { commune: 'Huồi Tụ', village: 1 };
  const steps = new Map<string, number>();
  const step = (house_id: number, name: HouseStep, step_on: string) => {
    steps.set(`${house_id} ${name}`, insert('house_step', { house_id, step: name, step_on }));
    update('house', house_id, { step: name, step_on, ...(name === 'accepted' ? hard : {}) });
  };
  return {
    ...made,
    get by() {
      return made.by;
    },
    phase,
    officer,
    team,
    house: (more = {}, place = {}) => {
      const where = { ...at, ...place };
      const village_id = village(where.commune, where.village);
      const head_name = String(more['beneficiary_name'] ?? 'Vừ Bá Rê');
      const head = { head_name, birth: '1978', sex: 'male', member_count: 5, state: 'living' };
      const household_id = insert('household', { village_id, ...head });
      const values: Given = {
        phase_id: phase,
        household_id,
        beneficiary_name: head_name,
        commune_id: commune(where.commune),
        village_id,
        poverty_class: 'poor',
        build_kind: 'new',
        approved_on: '2023-02-20',
        due_on: '2023-12-31',
        standard: 'nhà lắp ghép, 3 gian',
        floor_area: 46_500,
        consent: true,
        step: 'approved',
        step_on: '2023-02-20',
        ...more,
      };
      const id = insert('house', values);
      insert('house_step', { house_id: id, step: 'approved', step_on: String(values['approved_on']) });
      return id;
    },
    step,
    stepOf: (house, name) => steps.get(`${house} ${name}`) ?? 0,
    accept: (house, day) => step(house, 'accepted', day),
    funding: (house_id, source, planned_amount, paid_outside = 0) =>
      void insert('house_funding', { house_id, source, planned_amount, paid_outside }),
    labour: (more = {}, place = {}) => {
      const where = { ...at, ...place };
      const values = { people: 12, days: 1_500, ...more };
      return insert('labour_turn', {
        worked_on: '2023-03-05',
        team_id: team,
        village_id: village(where.commune, where.village),
        work: 'building',
        ...values,
        ...labourOf(values.people, values.days),
      });
    },
  };
}
