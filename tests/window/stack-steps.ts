import type { Page } from '@playwright/test';
import type { CallInput, CallOutput, PlainCallName } from '../../shared/api.ts';
import type { RunningProgram } from '../browser-shell/program.ts';
import { openPage } from './fixtures/office.ts';

export { openPage };

export const password = 'mat-khau-dai-1';

/** Makes a call of the contract through the page's own door; throws what it refused. */
export async function ask<N extends PlainCallName>(
  page: Page,
  name: N,
  input: CallInput<N>,
): Promise<CallOutput<N>> {
  const answer = await page.evaluate(([called, given]) => window.baYen.call(called as string, given), [
    name,
    input,
  ] as const);
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
  return answer.value as CallOutput<N>;
}

/** What a prepared office has. */
export interface PreparedOffice {
  readonly campaignId: number;
  readonly communeId: number;
  readonly villageId: number;
  readonly villageName: string;
}

/** A new office (of Huồi Tụ alone, unless told) with a campaign of 2023, its administrator logged in. */
export async function prepareOffice(
  { page }: RunningProgram,
  communes: readonly string[] = ['16828'],
): Promise<PreparedOffice> {
  const created = await ask(page, 'office.create', {
    level: 'district',
    commune_codes: [...communes],
    agency: {
      valid_from: '2020-01-01',
      parent_agency: 'CÔNG AN TỈNH NGHỆ AN',
      own_agency: 'CÔNG AN HUYỆN KỲ SƠN',
      place_name: 'Kỳ Sơn',
      signer_title: 'TRƯỞNG CÔNG AN HUYỆN',
      signer_rank: 'Thượng tá',
      signer_name: 'Nguyễn Văn Hùng',
    },
    administrator: { login: 'mua', full_name: 'Mùa Thị Dợ', password },
  });
  const [group = ''] = created.recovery_key.split('-');
  await ask(page, 'office.confirm_recovery_key', { position: 1, group });
  await ask(page, 'office.log_in', { login: 'mua', password }).catch(() => undefined);
  const campaign = await ask(page, 'records.create', {
    kind: 'pledge_campaign',
    values: {
      year: 2023,
      title: 'Ký cam kết năm 2023',
      themes: 'Không vi phạm pháp luật',
      from_date: '2023-01-01',
      to_date: '2023-12-31',
    },
  });
  const units = await ask(page, 'units.list', { date: '2023-06-01' });
  const commune = units.find((unit) => unit.level === 'commune' && unit.code === '16828');
  const village = units.find((unit) => unit.level === 'village' && unit.parent_id === commune?.id);
  if (!commune || !village) throw new Error('The catalogue has no village of Huồi Tụ');
  await page.reload();
  await page.getByRole('navigation').first().waitFor();
  return {
    campaignId: campaign.id,
    communeId: commune.id,
    villageId: village.id,
    villageName: village.name,
  };
}

/** Opens a batch of Huồi Tụ's first village on a page of the rail, by the keyboard, as a clerk does. */
async function openBatch(page: Page, title: string, cover: number): Promise<void> {
  await openPage(page, title);
  await page.getByLabel('Số tờ trên bìa').waitFor();
  await page.keyboard.type(String(cover));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('huoi tu');
  await page.keyboard.press('Enter');
  await page.getByLabel('Bản, khối').and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Enter');
}

/** Opens a stack and waits for its form. */
export async function openStack(page: Page, cover: number): Promise<void> {
  await openBatch(page, 'Nhập tờ', cover);
  await page.getByLabel('Họ và tên chủ hộ').waitFor();
}

/** Types texts into fields one after the other, each with Enter behind it; an empty text is Enter alone. */
export async function typeForm(page: Page, texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    if (text !== '') await page.keyboard.insertText(text);
    await page.keyboard.press('Enter');
  }
}

/** The texts of the lines on the right, newest first. */
export function rows(page: Page) {
  return page.getByRole('list', { name: 'Các tờ vừa nhập' }).getByRole('listitem');
}

/** Waits until nothing is on its way to the database. */
export async function allSaved(page: Page): Promise<void> {
  await page.locator('[data-entry=ready]').waitFor();
}

/** Households of a village, added by the program's own call. */
export async function addHouseholds(page: Page, villageId: number, names: readonly string[]): Promise<void> {
  for (const [index, head_name] of names.entries()) {
    await ask(page, 'households.add', {
      village_id: villageId,
      head_name,
      birth: String(1960 + index),
      sex: index % 2 === 0 ? 'male' : 'female',
      member_count: 3 + (index % 5),
    });
  }
}

/** Opens a roster and waits for its households. */
export async function openRoster(page: Page, cover: number): Promise<void> {
  await openBatch(page, 'Nhập theo danh sách', cover);
  await page.getByRole('listbox', { name: 'Các hộ của bản' }).waitFor();
}
