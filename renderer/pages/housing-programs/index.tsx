import { pageOf } from '../../app/pages.ts';
import { ChildRecords } from '../../records/child-records.tsx';
import { RecordsPage } from '../../records/records-page.tsx';

/** Housing programmes, each with its phases. */
export default function HousingProgramsPage() {
  return (
    <RecordsPage
      kind="housing_program"
      title={pageOf('housing_programs').title}
      detail="Chương trình làm nhà và các giai đoạn với số nhà theo kế hoạch."
      more={(program) => <ChildRecords kind="housing_phase" parent={{ program_id: program.id }} />}
    />
  );
}
