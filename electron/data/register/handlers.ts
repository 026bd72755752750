import type { CallOutput, ParsedInput } from '../../../shared/api.ts';
import type { documentCalls, MadeDocument } from '../../../shared/api/documents.ts';
import { fail } from '../../../shared/failure.ts';
import { may } from '../../../shared/rights.ts';
import type { CallContext, Handlers, JobContext } from '../context.ts';
import type { Database } from '../database/database.ts';
import { areaLine } from '../documents/wording.ts';
import { officeNameOf, settingOf } from '../office/settings.ts';
import { campaignOf } from '../records/pledges/campaign.ts';
import { unitsOf } from '../records/units/directory.ts';
import { auditPaper } from './making.ts';
import type { RegisterArea } from './register-data.ts';
import { localDay } from '../office/wording.ts';

type RegisterInput = ParsedInput<'register.make'>;
type Documents = CallOutput<'register.make'>;

/** The areas whose registers are asked for; every commune that the office covers, one document each. */
function areasOf(database: Database, { scope, unit_id }: RegisterInput, day: string): RegisterArea[] {
  const units = unitsOf(database);
  if (scope === 'all')
    return units
      .listAt(day)
      .filter(({ level }) => level === 'commune')
      .map(({ id }) => ({ commune_id: id, village_id: null }));
  if (unit_id === undefined || units.level(unit_id) !== scope)
    fail('invalid', scope === 'village' ? 'Hãy chọn bản, khối.' : 'Hãy chọn xã.', {
      fields: { unit_id: 'Chưa chọn đơn vị.' },
    });
  if (scope === 'commune') return [{ commune_id: unit_id, village_id: null }];
  return [{ commune_id: units.communeOf(unit_id, day), village_id: unit_id }];
}

/** Title and file name of an area's register: the commune's code as of the campaign, the village's place in it. */
function namesOf(
  database: Database,
  area: RegisterArea,
  day: string,
): Pick<MadeDocument, 'title' | 'file_name'> {
  const units = unitsOf(database);
  const commune = units.unitAt(area.commune_id, day);
  const code = commune.code ?? `xa-${commune.id}`;
  const village_name = area.village_id === null ? null : units.nameAt(area.village_id, day);
  const scope = area.village_id === null ? 'commune' : 'village';
  const place = areaLine({ scope, commune_name: commune.name, commune_type: commune.type, village_name });
  const position = units.villagesOf(area.commune_id, day).findIndex(({ id }) => id === area.village_id) + 1;
  const end = area.village_id === null ? '' : `-${position || `b${area.village_id}`}`;
  return { title: `Danh sách hộ ký cam kết: ${place}`, file_name: `register-${code}${end}.pdf` };
}

async function makeRegisters(input: RegisterInput, context: JobContext): Promise<Documents> {
  const { office, documents } = context;
  const { database } = office;
  if (input.internal && !may(office.requireSession().role, 'documents.internal'))
    fail('forbidden', 'Bạn không có quyền lập bản lưu nội bộ.');
  const campaign = campaignOf(database, input.campaign_id);
  const planned = areasOf(database, input, campaign.to_date).map((area) => {
    const names = namesOf(database, area, campaign.to_date);
    const { id, path } = documents.allocate(names.title);
    return { names, target: { ...area, document_id: id, path } };
  });
  const [first] = planned;
  if (!first) fail('invalid', 'Đơn vị chưa có xã nào. Hãy thêm xã ở mục Địa bàn.');
  const area = input.scope === 'all' ? 'Danh sách hộ ký cam kết: tất cả các xã' : first.names.title;
  auditPaper(
    context,
    'make_register',
    `${area} (${campaign.title}${input.internal ? ', bản lưu nội bộ' : ''})`,
  );
  const { campaign_id, order, signature_column, internal, document_date } = input;
  const ethnicity = input.ethnicity && settingOf(database, 'ethnicity_enabled') === '1';
  const look = { order, ethnicity, signature_column, internal, document_date, sample: office.sample };
  const targets = planned.map(({ target }) => target);
  const made = await context.runTask('register', { ...look, campaign_id, targets }, context);
  return {
    documents: made.flatMap((result) => {
      const names = planned.find(({ target }) => target.document_id === result.document_id)?.names;
      return names ? [{ ...result, ...names }] : [];
    }),
  };
}

async function makeSheet(input: ParsedInput<'meeting_sheet.make'>, context: JobContext): Promise<Documents> {
  const { office, documents } = context;
  const { database } = office;
  const campaign = campaignOf(database, input.campaign_id);
  const units = unitsOf(database);
  units.requireVillage(input.village_id);
  const commune_id = units.communeOf(input.village_id, campaign.to_date);
  const names = namesOf(database, { commune_id, village_id: input.village_id }, campaign.to_date);
  const title = names.title.replace('Danh sách hộ ký cam kết', 'Danh sách ký tại cuộc họp');
  const file_name = names.file_name.replace('register', 'meeting-sheet');
  auditPaper(context, 'make_meeting_sheet', `${title} (${campaign.title})`);
  const { id, path } = documents.allocate(title);
  const made = await context.runTask('meeting_sheet', { ...input, sample: office.sample, path }, context);
  return { documents: [{ document_id: id, title, file_name, ...made, signed: 0 }] };
}

async function makeTrialPage(context: CallContext): Promise<MadeDocument> {
  const { office, documents } = context;
  const title = 'Trang in thử';
  auditPaper(context, 'make_test_page', title);
  const { id, path } = documents.allocate(title);
  const document_date = localDay(new Date());
  const office_name = officeNameOf(office.database, document_date) ?? '';
  const { pages } = await context.runTask('test_page', {
    path,
    office_name,
    printer_name: '',
    document_date,
  });
  return { document_id: id, title, file_name: 'trang-in-thu.pdf', pages, rows: 0, signed: 0 };
}

/** Registers, meeting sheets, the test page; and the way to stop any job. */
export const documentHandlers: Handlers<
  Extract<
    keyof typeof documentCalls,
    'register.make' | 'meeting_sheet.make' | 'documents.test_page' | 'jobs.cancel'
  >
> = {
  'register.make': makeRegisters,
  'meeting_sheet.make': makeSheet,
  'documents.test_page': (_input, context) => makeTrialPage(context),
  'jobs.cancel': ({ job }, context) => {
    context.cancelJob(job);
    return { done: true };
  },
};
