import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from '../database/database.ts';
import { query } from '../database/tables.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { putSetting, settingOf } from '../office/settings.ts';
import { planForm } from '../records/pledges/save-form.ts';
import { insertRecord } from '../records/record-writer.ts';
import { putDeclared } from '../records/units/declared.ts';
import { unitsOf } from '../records/units/directory.ts';
import { fillForums } from './forums.ts';
import { fillFunds } from './funds.ts';
import { fillHousing } from './housing.ts';
import { fillOutreach } from './outreach.ts';
import { fillPeople } from './people.ts';
import { sampleForms, type SampleForm, type SampleVillage } from './forms.ts';

interface Options {
  readonly progress: (step: string, done: number, total: number) => void;
  /** Who is said to have entered it. */
  readonly userId: number;
}

const year = 2023;
const lastDay = '2023-12-31';
const chunkSize = 100;
/** Set when the year is complete: a filling that broke off goes on where it stood. */
const filled = 'sample_filled';

const campaignValues = {
  year,
  title: 'Ký cam kết không vi phạm pháp luật, không tham gia tệ nạn xã hội năm 2023',
  themes: [
    'Chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước.',
    'Không mua bán, tàng trữ, sử dụng trái phép chất ma túy.',
    'Không chế tạo, tàng trữ, sử dụng trái phép vũ khí, vật liệu nổ, pháo.',
  ].join('\n'),
  from_date: '2023-01-15',
  to_date: lastDay,
};

function campaignId(database: Database, userId: number): number {
  const campaigns = query.selectFrom('pledge_campaign').select('id').where('year', '=', year).orderBy('id');
  const known = database.first(campaigns.compile());
  if (known) return known.id;
  const unit = new UnitOfWork();
  const by = { userId, at: database.now() };
  const { id } = insertRecord(database, unit, 'pledge_campaign', campaignValues, by);
  database.commit(unit);
  return id;
}

function villagesOf(database: Database): SampleVillage[] {
  const units = unitsOf(database).listAt(lastDay);
  const types = new Map(units.map(({ id, type }) => [id, type]));
  return units.flatMap(({ id, level, parent_id }) =>
    level === 'village' && parent_id !== null
      ? [{ village_id: id, commune_id: parent_id, town: types.get(parent_id) === 'thị trấn' }]
      : [],
  );
}

/** The declared counts agree with the forms: by the year's end every household has signed. */
function declare(unit: UnitOfWork, forms: readonly SampleForm[]): void {
  const counts = new Map<number, number>();
  for (const { village_id } of forms) counts.set(village_id, (counts.get(village_id) ?? 0) + 1);
  for (const [village, count] of counts) putDeclared(unit, village, year, count);
}

/**
 * Fills a database with the sample year 2023: about 16,500 invented households in every village that the office
 * covers, its outreach, forums, houses and funds, through the program's own saving. Does nothing where the year is
 * complete.
 */
export async function fillSample(database: Database, { progress, userId }: Options): Promise<void> {
  if (settingOf(database, filled) !== undefined) return;
  const campaign_id = campaignId(database, userId);
  const villages = villagesOf(database);
  const forms = [...sampleForms(villages)];
  const saved = query
    .selectFrom('pledge')
    .select(['commune_id', 'form_number'])
    .where('campaign_id', '=', campaign_id);
  const numberOf = (form: { commune_id: number; form_number: number }) =>
    `${form.commune_id} ${form.form_number}`;
  const there = new Set(database.all(saved.compile()).map(numberOf));
  for (let start = 0; start < forms.length; start += chunkSize) {
    const unit = new UnitOfWork();
    const by = { userId, at: database.now() };
    for (const next of forms.slice(start, start + chunkSize)) {
      if (there.has(numberOf(next))) continue;
      const { commune_id, village_id, ...form } = next;
      planForm(database, unit, { campaign_id, commune_id, village_id, batch_id: null }, form, by);
    }
    if (unit.changes.length > 0) database.commit(unit);
    progress('Đang tạo dữ liệu mẫu', Math.min(start + chunkSize, forms.length), forms.length);
    await nextTurn();
  }
  const sample = { database, villages, by: () => ({ userId, at: database.now() }) };
  const people = fillPeople(sample);
  fillOutreach(sample, people);
  fillForums(sample, people);
  await fillHousing(sample, people, (done, total) => progress('Đang tạo các nhà mẫu', done, total));
  fillFunds(sample, people);
  const unit = new UnitOfWork();
  declare(unit, forms);
  putSetting(unit, filled, '1');
  unit.audit({ action: 'fill_sample', userId, payload: { about: `Dữ liệu mẫu năm ${year}` } });
  database.commit(unit);
}
