import type { CallOutput, ParsedInput } from '../../../../shared/api.ts';
import type { housePaperCalls } from '../../../../shared/api/houses.ts';
import { fail } from '../../../../shared/failure.ts';
import { houseSteps } from '../../../../shared/records/house-step.ts';
import { formatDate } from '../../../../shared/vietnamese/dates.ts';
import type { HouseListKind } from '../../documents/index.ts';
import { fileName } from '../../documents/wording.ts';
import type { Handlers, JobContext } from '../../context.ts';
import { localDay } from '../../office/wording.ts';
import { allocatePaper, auditPaper, requirePeriod } from '../../register/making.ts';
import { unitOn } from '../../register/places.ts';
import { unitsOf } from '../units/directory.ts';
import { communesWithHouses, phaseIn } from './papers-list.ts';
import { acceptedDay, houseIn } from './papers-minutes.ts';

type Documents = CallOutput<'house_list.make'>;
type Area = ParsedInput<'survey_list.make'>;

const titles: Record<HouseListKind, string> = {
  internal: 'Danh sách nhà',
  public: 'Danh sách công khai hộ được hỗ trợ nhà ở',
  survey: 'Danh sách khảo sát nhà ở',
};
const files: Record<HouseListKind, string> = {
  internal: 'danh-sach-nha',
  public: 'cong-khai-nha',
  survey: 'khao-sat-nha',
};

/** The communes asked for: one, or every one that has houses of the phase by that day. */
function communesOf(input: Area, { office }: JobContext): number[] {
  const { phase_id, commune_id, document_date } = input;
  const snapshot = { reader: office.database, units: unitsOf(office.database) };
  const all = communesWithHouses(snapshot, phase_id, document_date);
  const asked = commune_id === undefined ? all : all.filter((id) => id === commune_id);
  if (asked.length === 0)
    fail('invalid', `Chưa có nhà nào được phê duyệt đến ngày ${formatDate(document_date)} để in.`);
  return asked;
}

async function makeHouseLists(kind: HouseListKind, input: Area, context: JobContext): Promise<Documents> {
  const { office, documents } = context;
  const { phase_id, document_date } = input;
  const phase = phaseIn(office.database, phase_id);
  if (phase.voided_at !== null) fail('not_found', 'Giai đoạn này đã bị hủy. Hãy phục hồi trước.');
  const units = unitsOf(office.database);
  const planned = communesOf(input, context).map((commune_id) => {
    const place = unitOn({ units }, commune_id, document_date);
    const code = units.unitAt(commune_id, document_date).code ?? `xa-${commune_id}`;
    const title = `${titles[kind]}: ${phase.name}, ${place}`;
    return {
      commune_id,
      title,
      place,
      file_name: `${files[kind]}-${code}.pdf`,
      ...documents.allocate(title),
    };
  });
  const places = planned.map(({ place }) => place).join(', ');
  auditPaper(context, 'make_house_paper', `${titles[kind]}: ${phase.name}, ${places}`);
  const targets = planned.map(({ commune_id, path }) => ({ commune_id, path }));
  const job = { kind, phase_id, document_date, sample: office.sample, targets };
  const made = await context.runTask('house_lists', job, context);
  return {
    documents: planned.map(({ id, title, file_name }, index) => {
      const { pages, rows } = made[index] ?? { pages: 0, rows: 0 };
      return { document_id: id, title, file_name, pages, rows, signed: 0 };
    }),
  };
}

async function makeAcceptancePaper(
  { house_id, stage }: ParsedInput<'acceptance.make'>,
  context: JobContext,
): Promise<Documents> {
  const { office } = context;
  const { beneficiary_name } = houseIn(office.database, house_id);
  const title = `Biên bản xác nhận hoàn thành (${houseSteps[stage]}): hộ ${beneficiary_name}`;
  const { id, path } = allocatePaper(context, 'make_house_paper', title);
  const job = { house_id, stage, today: localDay(new Date()), sample: office.sample, path };
  const made = await context.runTask('acceptance', job, context);
  const file_name = `bien-ban-${fileName(houseSteps[stage])}-nha-${house_id}.pdf`;
  return { documents: [{ document_id: id, title, file_name, ...made, signed: 0 }] };
}

async function makeHandoverPaper(
  { house_id }: ParsedInput<'handover.make'>,
  context: JobContext,
): Promise<Documents> {
  const { office } = context;
  const { beneficiary_name } = houseIn(office.database, house_id);
  acceptedDay(office.database, house_id);
  const title = `Biên bản bàn giao nhà: hộ ${beneficiary_name}`;
  const { id, path } = allocatePaper(context, 'make_house_paper', title);
  const job = { house_id, today: localDay(new Date()), sample: office.sample, path };
  const made = await context.runTask('handover', job, context);
  const file_name = `bien-ban-ban-giao-nha-${house_id}.pdf`;
  return { documents: [{ document_id: id, title, file_name, ...made, signed: 0 }] };
}

async function makeLabourPaper(
  input: ParsedInput<'labour_table.make'>,
  context: JobContext,
): Promise<Documents> {
  const { from, to } = input;
  requirePeriod(input);
  const title = `Bảng ngày công giúp dân: ${formatDate(from)} – ${formatDate(to)}`;
  const { id, path } = allocatePaper(context, 'make_house_paper', title);
  const made = await context.runTask(
    'labour_table',
    { ...input, sample: context.office.sample, path },
    context,
  );
  const file_name = `ngay-cong-giup-dan-${from}-${to}.pdf`;
  return { documents: [{ document_id: id, title, file_name, ...made, signed: 0 }] };
}

/** The papers of houses: lists, minutes, labour. */
export const housePaperHandlers: Handlers<keyof typeof housePaperCalls> = {
  'survey_list.make': (input, context) => makeHouseLists('survey', input, context),
  'house_list.make': (input, context) => makeHouseLists(input.public ? 'public' : 'internal', input, context),
  'acceptance.make': makeAcceptancePaper,
  'handover.make': makeHandoverPaper,
  'labour_table.make': makeLabourPaper,
};
