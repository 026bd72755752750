import { pageOf } from '../../app/pages.ts';
import { ChildRecords } from '../../records/child-records.tsx';
import { useKindTabs, type KindTab } from '../../records/kind-tabs.tsx';
import { RecordsPage, type RecordsPageProps } from '../../records/records-page.tsx';

const tabs = [
  { kind: 'housing_program', label: 'Chương trình' },
  { kind: 'steering_committee', label: 'Ban Chỉ đạo' },
  { kind: 'working_group', label: 'Tổ công tác' },
] as const satisfies readonly [KindTab<string>, ...KindTab<string>[]];

type Part = Pick<RecordsPageProps, 'detail' | 'more'>;

const parts: Record<(typeof tabs)[number]['kind'], Part> = {
  housing_program: {
    detail: 'Chương trình làm nhà và các giai đoạn với số nhà theo kế hoạch.',
    more: (program) => <ChildRecords kind="housing_phase" parent={{ program_id: program.id }} />,
  },
  steering_committee: {
    detail: 'Quyết định thành lập, thành viên và vai trò theo ngày.',
    more: (committee) => <ChildRecords kind="committee_member" parent={{ committee_id: committee.id }} />,
  },
  working_group: { detail: 'Mỗi xã do một tổ phụ trách trong cùng một thời gian.' },
};

/** Housing programmes with their phases, and the people who lead them: committees and working groups. */
export default function HousingProgramsPage() {
  const { shown, buttons } = useKindTabs<(typeof tabs)[number]['kind']>(tabs);
  return (
    <RecordsPage
      key={shown}
      kind={shown}
      title={pageOf('housing_programs').title}
      buttons={buttons}
      {...parts[shown]}
    />
  );
}
