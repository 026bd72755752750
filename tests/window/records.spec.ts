import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { openPage } from './fixtures/office.ts';
import { expect, test } from './fixtures/program.ts';

const password = 'mật khẩu đủ dài';
const longName = 'Nguyễn Phan Hoàng Phương Khánh Thùy Dương Công Tằng Tôn Nữ Hạnh Phúc Muôn Đời';

/** A call of the contract, made from the page; fails the test when it is refused. */
async function ask<T>(page: Page, name: string, input: unknown): Promise<T> {
  const answer = await page.evaluate(([n, i]) => window.baYen.call(n, i), [name, input] as const);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.text}`);
  return answer.value as T;
}

/** An office of two communes whose names fold to one text, with a campaign and a few households. */
async function furnish(page: Page): Promise<void> {
  await expect(page.getByRole('heading').first()).toBeVisible();
  const agency = {
    valid_from: '2020-01-01',
    parent_agency: 'CÔNG AN TỈNH NGHỆ AN',
    own_agency: 'CÔNG AN HUYỆN KỲ SƠN',
    place_name: 'Kỳ Sơn',
    signer_title: 'TRƯỞNG CÔNG AN HUYỆN',
    signer_rank: 'Thượng tá',
    signer_name: 'Nguyễn Văn A',
  };
  const administrator = { login: 'quantri', full_name: 'Quản trị', password };
  const office = { level: 'district', commune_codes: ['16837', '16873'], agency, administrator };
  const { recovery_key } = await ask<{ recovery_key: string }>(page, 'office.create', office);
  const group = recovery_key.split('-')[0];
  await ask(page, 'office.confirm_recovery_key', { position: 1, group });
  await ask(page, 'office.log_in', { login: 'quantri', password });
  const units = await ask<{ id: number; level: string }[]>(page, 'units.list', { date: '2026-01-01' });
  const village_id = units.find(({ level }) => level === 'village')?.id;
  for (const [head_name, birth] of [
    ['Vừ Bá Rê', '1978'],
    ['Moong Phò Lư', '1990-10-08'],
    [longName, '1965'],
  ]) {
    const form = { village_id, head_name, birth, sex: 'male', member_count: 5 };
    await ask(page, 'households.add', form);
  }
  await page.reload();
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

async function open(page: Page, title: string): Promise<void> {
  await openPage(page, title);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** Nothing serious for axe, and nothing that scrolls sideways. Legacy mode: axe's own window would be closed. */
async function expectSound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  const wide = await page.evaluate(() => {
    const scrolls = (element: Element) =>
      ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) &&
      element.scrollWidth > element.clientWidth + 1;
    return [...document.querySelectorAll('body, body *')]
      .filter(scrolls)
      .map((one) => one.outerHTML.slice(0, 120));
  });
  expect(wide).toEqual([]);
}

test('a household by keyboard: found without diacritics, corrected, taken back, moved out', async ({
  program,
}) => {
  const { page } = program;
  await furnish(page);
  await open(page, 'Hộ gia đình');
  await expect(page.getByRole('status', { name: 'Tổng số' })).toContainText('3 hộ gia đình');
  await expectSound(page);
  await page.keyboard.press('Control+F');
  await page.keyboard.type('phuong khanh');
  await expect(page.getByRole('status', { name: 'Tổng số' })).toContainText('1 hộ gia đình');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('region', { name: longName });
  await expect(panel).toBeVisible();
  await expectSound(page);

  await page.keyboard.press('F2');
  await page.keyboard.type('Lầu Y Chò');
  await page.keyboard.press('Enter');
  await page.keyboard.type('31021990');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Tháng 2 năm 1990 không có ngày 31.')).toBeVisible();
  await page.getByLabel('Năm sinh').fill('08101990');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Lầu Y Chò' })).toBeVisible();
  await expect(page.getByText('08/10/1990')).toBeVisible();
  await page.keyboard.press('Control+Z');
  await expect(page.getByRole('heading', { name: longName })).toBeVisible();

  await page.getByRole('button', { name: 'Chuyển đi' }).press('Enter');
  await page.keyboard.type('05032024');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByText('đã chuyển đi').first()).toBeVisible();
  await expect(page.getByText('05/03/2024').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid')).toBeFocused();
});

test('a household entered by mistake is voided with a reason, and Ctrl+Z brings it back; Ctrl+K finds its village', async ({
  program,
}) => {
  const { page } = program;
  await furnish(page);
  await page.keyboard.press('Control+K');
  await page.keyboard.type('vu ba re');
  await expect(page.getByRole('option', { name: /Vừ Bá Rê/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Vừ Bá Rê' }).getByRole('button', { name: 'Hủy hộ' }).press('Enter');
  await page.getByLabel('Lý do').fill('nhập nhầm xã');
  await page.keyboard.press('Enter');
  await expect(page.getByText('đã hủy: nhập nhầm xã')).toBeVisible();
  await expect(page.getByRole('status', { name: 'Tổng số' })).toContainText('2 hộ gia đình');
  await expectSound(page);
  await page.keyboard.press('Control+Z');
  await expect(page.getByText('đã hủy: nhập nhầm xã')).toHaveCount(0);
  await expect(page.getByRole('status', { name: 'Tổng số' })).toContainText('3 hộ gia đình');

  const units = await ask<{ name: string; level: string }[]>(page, 'units.list', { date: '2026-01-01' });
  const village = units.filter(({ level }) => level === 'village').at(-1)?.name ?? '';
  await page.keyboard.press('Control+K');
  await page.keyboard.type(village);
  await page.getByRole('option', { name: village }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Địa bàn' })).toBeVisible();
  await expect(
    page.getByRole('main').getByRole('heading', { level: 2 }).filter({ hasText: village }),
  ).toBeVisible();
});

test('a new campaign proposes itself; an officer gets a dated rank; void and restore', async ({
  program,
}) => {
  const { page } = program;
  await furnish(page);
  await open(page, 'Đợt cam kết');
  await page.keyboard.press('F4');
  const year = new Date().getFullYear();
  await expect(page.getByLabel('Tên đợt')).toHaveValue(`Đợt ký cam kết năm ${year}`);
  await expectSound(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã thêm đợt cam kết.')).toBeVisible();
  await expect(page.getByRole('gridcell', { name: `31/12/${year}` })).toBeVisible();

  await open(page, 'Cán bộ');
  await page.keyboard.press('Insert');
  await page.keyboard.type('Xeo Khăm Hương');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Xeo Khăm Hương' })).toBeVisible();
  await page.getByRole('button', { name: 'Thêm', exact: true }).press('Enter');
  await page.keyboard.type('01012024');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Đại úy');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Đội trưởng');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('cell', { name: 'Đội trưởng' })).toBeVisible();
  await expectSound(page);

  await page.getByRole('button', { name: 'Hủy', exact: true }).first().press('Enter');
  await page.keyboard.type('nhập nhầm');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Đã hủy: nhập nhầm')).toBeVisible();
  await expect(page.getByRole('status', { name: 'Tổng số' })).toContainText('0 cán bộ');
  await page.keyboard.press('Control+Z');
  await expect(page.getByRole('status', { name: 'Tổng số' })).toContainText('1 cán bộ');
});

test('units: a sample village gets its name, counts are typed downwards and kept', async ({ program }) => {
  const { page } = program;
  await furnish(page);
  await open(page, 'Địa bàn');
  await expectSound(page);
  const villages = page.getByRole('listbox').nth(1);
  await villages.getByRole('option').filter({ hasText: 'mẫu' }).first().click();
  await page.keyboard.press('F2');
  await page.keyboard.type('Trường Sơn');
  await page.keyboard.press('Control+Enter');
  await expect(villages.getByRole('option', { name: 'Trường Sơn' })).toBeVisible();
  await expectSound(page);

  await page.getByRole('button', { name: 'Số hộ kê khai' }).press('Enter');
  const year = new Date().getFullYear();
  const fields = page.getByRole('region', { name: `Số hộ kê khai năm ${year}` }).getByRole('textbox');
  await fields.first().focus();
  await page.keyboard.type('75');
  await page.keyboard.press('Enter');
  await page.keyboard.type('40');
  await page.keyboard.press('Enter');
  await expect(page.getByText('115 hộ,')).toBeVisible();
  // Two counts whose saves are on their way at once: the total has both.
  await fields.evaluateAll((inputs) => {
    for (const [index, input] of (inputs as HTMLInputElement[]).slice(2, 4).entries()) {
      input.focus();
      input.value = index === 0 ? '10' : '5';
      input.blur();
    }
  });
  await expect(page.getByText('130 hộ,')).toBeVisible();
  await expectSound(page);
});

test('every other list of records is sound', async ({ program }) => {
  const { page } = program;
  await furnish(page);
  for (const title of ['Đội', 'Cơ quan và người ký']) {
    await open(page, title);
    await expect(page.getByRole('status', { name: 'Tổng số' })).not.toContainText('Đang đếm');
    await expectSound(page);
  }
});
