import type { Page } from '@playwright/test';
import { callFrom, logIn, makeOffice, openPage } from './fixtures/office.ts';
import { expect, test } from './fixtures/program.ts';

// Houses by keyboard: programme and phase, many houses of a village, a batch with an exception, one house to its end.

interface Unit {
  readonly id: number;
  readonly name: string;
  readonly level: string;
  readonly parent_id: number | null;
}

const totals = (page: Page) => page.getByRole('status', { name: 'Tổng số' });
const heads = ['Vừ Bá Rê', 'Moong Phò Lư', 'Xeo Khăm Hương'];

/** Three households of Huồi Đun, entered as their pledge forms say. */
async function households(page: Page): Promise<void> {
  const values = {
    year: 2023,
    title: 'Đợt 2023',
    themes: null,
    from_date: '2023-01-05',
    to_date: '2023-12-31',
  };
  await callFrom(page, 'records.create', { kind: 'pledge_campaign', values });
  const units = (await callFrom(page, 'units.list', { date: '2023-05-31' })) as Unit[];
  const village_id = units.find(({ name, level }) => name === 'Huồi Đun' && level === 'village')?.id;
  await callFrom(page, 'batches.open', { campaign_id: 1, village_id, way: 'stack', cover_count: 3 });
  for (const [index, head_name] of heads.entries())
    await callFrom(page, 'pledges.save', {
      ...{ batch_id: 1, form_number: index + 1, head_name, birth: String(1970 + index), sex: 'male' },
      ...{ member_count: 4 + index, signature_mode: 'signed', reason: null, signed_on: '2023-02-05' },
    });
}

/** Opens the form of the next step, once what was saved before has been read again. */
async function nextStep(page: Page): Promise<void> {
  const form = page.getByRole('textbox', { name: 'Ngày' });
  await expect(form).toBeHidden();
  await expect(page.getByRole('button', { name: /\(F2\)$/ })).toBeVisible();
  await page.keyboard.press('F2');
  await expect(form).toBeVisible();
}

/** The list of the late houses: the one of Moong Phò Lư, and chips that say what it is narrowed to. */
async function expectLateOnes(page: Page): Promise<void> {
  await expect(totals(page)).toContainText('1 nhà');
  await expect(page.getByRole('button', { name: 'Đã đến bước: chưa bàn giao' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Phải bàn giao trước: đến/ })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Moong Phò Lư' })).toBeVisible();
}

test.beforeEach(async ({ program: { page } }) => {
  await makeOffice(page);
  await logIn(page);
  await households(page);
});

async function addPhase(page: Page): Promise<void> {
  const program = {
    title: 'Làm nhà cho hộ nghèo',
    basis: null,
    from_date: '2023-01-01',
    to_date: null,
    note: null,
  };
  await callFrom(page, 'records.create', { kind: 'housing_program', values: program });
  const phase = { name: 'Giai đoạn 1', planned_houses: 2, from_date: '2023-01-01', to_date: '2023-12-31' };
  await callFrom(page, 'records.create', {
    kind: 'housing_phase',
    values: { program_id: 1, ...phase, note: null },
  });
}

test('a programme with its phase, many houses of a village, a batch with an exception and its undo', async ({
  program: { page },
}) => {
  await openPage(page, 'Chương trình làm nhà');
  await expect(totals(page)).toBeVisible();
  await page.keyboard.press('F4');
  await page.keyboard.insertText('Làm nhà cho hộ nghèo');
  await page.keyboard.press('Enter');
  await page.getByLabel('Từ ngày').fill('01/01/2023');
  await page.keyboard.press('Control+Enter');
  await expect(totals(page)).toContainText('1 chương trình');
  await page.getByRole('region', { name: 'Giai đoạn làm nhà' }).getByRole('button', { name: 'Thêm' }).click();
  await page.getByRole('textbox', { name: 'Giai đoạn' }).fill('Giai đoạn 1');
  await page.getByLabel('Số nhà theo kế hoạch').fill('2');
  await page.getByRole('textbox', { name: 'Từ ngày' }).last().fill('01/01/2023');
  await page.getByLabel('Phải xong trước').fill('31/12/2023');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('cell', { name: 'Giai đoạn 1' })).toBeVisible();

  await openPage(page, 'Nhà');
  await expect(totals(page)).toBeVisible();
  await page.keyboard.press('F6');
  await expect(page.getByRole('combobox', { name: 'Giai đoạn' })).toBeFocused();
  await page.keyboard.insertText('Giai');
  await page.getByRole('listbox').getByRole('option').first().click();
  await page.getByRole('combobox', { name: 'Bản, khối' }).fill('huoi dun');
  await page.getByRole('listbox').getByRole('option').first().click();
  await page.getByRole('checkbox', { name: 'Tất cả 3 hộ' }).check();
  await page.getByLabel('Ngày phê duyệt').fill('10/02/2023');
  await page.getByLabel('Quy cách').fill('Nhà lắp ghép 3 gian');
  await page.getByLabel('Diện tích (m²)').fill('46,5');
  const lines = page.getByRole('group', { name: 'Kinh phí dự kiến theo nguồn' });
  await lines.getByLabel('Nguồn').first().selectOption('ministry');
  await lines.getByLabel('Dự kiến').first().fill('50.000.000');
  await page.screenshot({ path: 'test-results/houses-many.png' });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã thêm 3 nhà.')).toBeVisible();
  // The focus has left the fields, where the key would take back letters.
  await page.keyboard.press('Control+Z');
  await expect(page.getByText('Đã hoàn tác.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Tất cả 3 hộ' }).check();
  await page.getByRole('button', { name: 'Thêm 3 nhà' }).click();
  await expect(page.getByText('Đã thêm 3 nhà.')).toBeVisible();

  await openPage(page, 'Ghi bước hàng loạt');
  await page.getByRole('combobox', { name: 'Xã, thị trấn' }).fill('huoi tu');
  await page.getByRole('listbox').getByRole('option').first().click();
  await expect(page.getByRole('status').filter({ hasText: '3/3 nhà được đánh dấu' })).toBeVisible();
  const houses = page.getByRole('group', { name: 'Nhà của xã' });
  // The form that comes with the first tick leaves the focus in its box.
  await page.getByRole('button', { name: 'Bỏ dấu hết' }).click();
  await expect(page.getByText('Chưa có nhà nào được đánh dấu.')).toBeVisible();
  await houses.getByRole('checkbox').first().focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Ghi 1 nhà: khảo sát' })).toBeVisible();
  await expect(houses.getByRole('checkbox').first()).toBeFocused();
  await page.getByRole('button', { name: 'Đánh dấu hết' }).click();
  await houses.getByText('Moong Phò Lư').click();
  await expect(page.getByRole('status').filter({ hasText: '2/3 nhà được đánh dấu' })).toBeVisible();
  await page
    .getByRole('main')
    .getByLabel('Ngày', { exact: true })
    .or(page.getByRole('textbox', { name: 'Ngày' }))
    .first()
    .fill('20/02/2023');
  await page.screenshot({ path: 'test-results/house-batch.png' });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã ghi 2 nhà: khảo sát.')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '1/1 nhà được đánh dấu' })).toBeVisible();
  await page.keyboard.press('Control+Z');
  await expect(page.getByText('Đã hoàn tác.')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '3/3 nhà được đánh dấu' })).toBeVisible();

  // A wrong date that is found on another day: the page was left in between.
  // By keyboard alone: F6 and the commune, F2 and the day.
  await page.keyboard.press('F6');
  await page.keyboard.insertText('huoi tu');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: '3/3 nhà được đánh dấu' })).toBeVisible();
  await page.keyboard.press('F2');
  await page.keyboard.insertText('21022023');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã ghi 3 nhà: khảo sát.')).toBeVisible();
  await expect(page.getByText('Xã này không còn nhà nào chưa qua bước “khảo sát”.')).toBeVisible();
  await openPage(page, 'Nhà');
  await expect(totals(page)).toContainText('3 nhà');
  await openPage(page, 'Ghi bước hàng loạt');
  const recent = page.getByRole('region', { name: 'Các lần ghi gần đây' });
  await recent.getByRole('button', { name: 'Hoàn tác lần ghi: Khảo sát 21/02/2023: 3 nhà, Huồi Tụ' }).click();
  await page.getByLabel('Lý do').fill('nhầm ngày');
  await page.screenshot({ path: 'test-results/house-batch-undo.png' });
  await page.getByRole('button', { name: 'Hoàn tác lần ghi', exact: true }).click();
  await expect(recent).toBeHidden();
});

test('one house from its approval to its hand-over, with its minutes; then the board, the map and the phase', async ({
  program: { page },
}) => {
  await addPhase(page);
  const approval = {
    ...{ poverty_class: 'poor', build_kind: 'new', approved_on: '2023-02-10', due_on: null, consent: true },
    ...{
      standard: null,
      floor_area: 46_500,
      note: null,
      funding: [{ source: 'ministry', planned_amount: 50_000_000 }],
    },
  };
  for (const household_id of [1, 2])
    await callFrom(page, 'houses.add', { phase_id: 1, household_id, ...approval });
  await openPage(page, 'Nhà');
  await page.getByRole('row').filter({ hasText: 'Vừ Bá Rê' }).click();
  await expect(page.getByRole('heading', { name: 'Vừ Bá Rê' })).toBeVisible();

  // A hand-over without an acceptance cannot be.
  await page.getByRole('button', { name: 'bàn giao', exact: true }).click();
  await page.getByRole('textbox', { name: 'Ngày' }).fill('01/03/2023');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Chưa nghiệm thu thì không bàn giao được.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Thôi' }).click();

  const steps = [
    'khảo sát',
    'hộ cam kết',
    'san nền',
    'tập kết vật liệu',
    'móng, nền',
    'khung, tường',
    'lợp mái',
    'hoàn thiện',
  ];
  for (const [index, step] of steps.entries()) {
    await nextStep(page);
    await page.getByRole('textbox', { name: 'Ngày' }).fill(`${String(11 + index)}/02/2023`);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(`Đã ghi: ${step}.`)).toBeVisible();
    await expect(page.getByText(`Đã đến: ${step}`)).toBeVisible();
  }
  await nextStep(page);
  await page.getByRole('textbox', { name: 'Ngày' }).fill('01/03/2023');
  await page.getByRole('checkbox', { name: 'Nền cứng' }).check();
  await page.getByRole('checkbox', { name: 'Mái cứng' }).check();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Chưa đạt "3 cứng": khung, tường cứng.').first()).toBeVisible();
  await page.getByRole('checkbox', { name: 'Khung, tường cứng' }).check();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã đến: nghiệm thu')).toBeVisible();
  await nextStep(page);
  await page.getByRole('textbox', { name: 'Ngày' }).fill('05/03/2023');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã đến: bàn giao')).toBeVisible();
  await page.screenshot({ path: 'test-results/house.png' });
  await page.getByRole('button', { name: 'Bàn giao', exact: true }).click();
  await page.locator('canvas[data-drawn]').first().waitFor();
  await page.screenshot({ path: 'test-results/handover.png' });
  await page.keyboard.press('Escape');

  await openPage(page, 'Tiến độ làm nhà');
  const row = page.getByRole('row').filter({ hasText: 'Huồi Tụ' });
  await expect(row).toContainText('2');
  await page.screenshot({ path: 'test-results/house-board.png' });
  await page.keyboard.press('F6');
  await expect(
    page.getByRole('button', { name: /^Huồi Tụ: 50,0%.*đã bàn giao 1 trên 2 nhà, 1 nhà chậm/ }),
  ).toBeVisible();
  await page.screenshot({ path: 'test-results/house-map.png' });
  await page.keyboard.press('F6');
  await expect(page.getByRole('region', { name: 'Làm nhà cho hộ nghèo: Giai đoạn 1' })).toContainText(
    'đạt 50,0%',
  );
  await page.screenshot({ path: 'test-results/house-phases.png' });
  await page.getByRole('button', { name: '1 nhà đã chậm' }).click();
  await expectLateOnes(page);

  await openPage(page, 'Tiến độ làm nhà');
  await page.getByRole('row', { name: /^Cộng/ }).getByRole('cell').last().getByRole('button').click();
  await expectLateOnes(page);

  // The late one stands behind its figure, whatever step it is at, and the list says that it shows only such.
  await openPage(page, 'Tiến độ làm nhà');
  await row.getByRole('cell').last().getByRole('button').click();
  await expect(page.getByRole('checkbox', { name: 'Chỉ nhà chậm hạn bàn giao' })).toBeChecked();
  const houses = page.getByRole('group', { name: 'Nhà của xã' });
  await expect(houses.getByText('Moong Phò Lư')).toBeVisible();
  await expect(houses.getByText('Vừ Bá Rê')).toBeHidden();
  await page.screenshot({ path: 'test-results/house-late.png' });
});

test('who may not write comes from a late figure to the list of these houses', async ({
  program: { page },
}) => {
  await addPhase(page);
  const approval = { poverty_class: 'poor', build_kind: 'new', standard: null, floor_area: null, note: null };
  for (const household_id of [2, 3]) {
    const due_on = household_id === 2 ? null : '2099-12-31';
    const values = { ...approval, approved_on: '2023-02-10', due_on };
    await callFrom(page, 'houses.add', { phase_id: 1, household_id, ...values });
  }
  const viewer = { login: 'xem', full_name: 'Lò Văn Xem', role: 'viewer', password: 'chỉ xem thôi nhé' };
  await callFrom(page, 'users.create', viewer);
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.getByRole('textbox', { name: 'Tên đăng nhập' }).fill(viewer.login);
  await page.getByLabel('Mật khẩu').fill(viewer.password);
  await page.keyboard.press('Enter');
  await openPage(page, 'Tiến độ làm nhà');
  const row = page.getByRole('row').filter({ hasText: 'Huồi Tụ' });
  await row.getByRole('cell').last().getByRole('button').click();
  await expectLateOnes(page);
});

test('the lists of a phase bear a day that is typed on the paper; phases stand together in a table', async ({
  program: { page },
}) => {
  await addPhase(page);
  const second = { name: 'Giai đoạn 2', planned_houses: 3, from_date: '2023-06-01', to_date: '2023-12-31' };
  await callFrom(page, 'records.create', {
    kind: 'housing_phase',
    values: { program_id: 1, ...second, note: null },
  });
  const approval = { poverty_class: 'poor', build_kind: 'new', standard: null, floor_area: null, note: null };
  for (const [phase_id, approved_on] of [
    [1, '2023-02-10'],
    [2, '2023-06-10'],
  ] as const)
    await callFrom(page, 'houses.add', { phase_id, household_id: 1, ...approval, approved_on });
  await openPage(page, 'Tiến độ làm nhà');
  await page.getByRole('combobox', { name: 'Giai đoạn' }).click();
  await page.getByRole('option', { name: /^Giai đoạn 1/ }).click();
  await page.screenshot({ path: 'test-results/house-lists.png' });
  await page.getByRole('button', { name: 'In công khai' }).click();
  await page.locator('canvas[data-drawn]').first().waitFor();
  const day = page.getByLabel('Ngày văn bản');
  await day.fill('31/02/2023');
  await day.press('Enter');
  await expect(page.getByText('Tháng 2 năm 2023 không có ngày 31.')).toBeVisible();
  await day.fill('01/02/2023');
  await day.press('Enter');
  await expect(page.getByText('Chưa có nhà nào được phê duyệt đến ngày 01/02/2023 để in.')).toBeVisible();
  await day.fill('31/03/2023');
  await day.press('Enter');
  await page.locator('canvas[data-drawn]').first().waitFor();
  await page.screenshot({ path: 'test-results/house-public-list.png' });
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Giai đoạn' }).click();
  await page.getByRole('option', { name: 'Tất cả giai đoạn' }).click();
  await page.getByRole('button', { name: 'Giai đoạn', exact: true }).click();
  const table = page.getByRole('table', { name: 'Các giai đoạn so với kế hoạch' });
  await expect(table.getByRole('row', { name: /^Cộng 5 2 0 0,0% 2/ })).toBeVisible();
  await page.screenshot({ path: 'test-results/house-phase-table.png' });
  await table
    .getByRole('row', { name: /^Giai đoạn 2/ })
    .getByRole('button')
    .first()
    .click();
  await expect(totals(page)).toContainText('1 nhà');
  await expect(page.getByRole('button', { name: 'Giai đoạn: Giai đoạn 2' })).toBeVisible();
});

test('labour turns are counted in turns and person-days', async ({ program: { page } }) => {
  await callFrom(page, 'records.create', { kind: 'team', values: { name: 'Đội Xây dựng phong trào' } });
  await openPage(page, 'Ngày công');
  await expect(totals(page)).toBeVisible();
  await page.keyboard.press('F4');
  await page.getByRole('textbox', { name: 'Ngày' }).first().fill('12/02/2023');
  await page.getByRole('combobox', { name: 'Đội' }).fill('xay dung');
  await page.getByRole('listbox').getByRole('option').first().click();
  await page.getByRole('combobox', { name: 'Bản, khối' }).fill('huoi dun');
  await page.getByRole('listbox').getByRole('option').first().click();
  await page.getByRole('radio', { name: 'San lấp mặt bằng' }).check();
  await page.getByLabel('Số người').fill('10');
  await page.getByLabel('Số ngày').fill('0,5');
  await page.keyboard.press('Control+Enter');
  await expect(totals(page)).toContainText('Lượt người: 10');
  await expect(totals(page)).toContainText('Ngày công: 5');
  await page.screenshot({ path: 'test-results/labour.png' });
});
