import type { Page } from '@playwright/test';
import { callFrom, logIn, makeOffice, openPage } from './fixtures/office.ts';
import { expect, test } from './fixtures/program.ts';

// A fund by keyboard: its campaign, receipts of every way, a payment, the book and its reconciliation.

test.beforeEach(async ({ program: { page } }) => {
  await makeOffice(page);
  await logIn(page);
  await callFrom(page, 'records.create', { kind: 'team', values: { name: 'Đội Xây dựng phong trào' } });
  for (const full_name of ['Lầu Bá Chò', 'Nguyễn Thị Hương Giang'])
    await callFrom(page, 'records.create', { kind: 'officer', values: { full_name, team_id: 1 } });
  await callFrom(page, 'records.create', {
    kind: 'in_kind_item',
    values: { name: 'Xi măng', unit_name: 'bao' },
  });
});

const totals = (page: Page) => page.getByRole('status', { name: 'Tổng số' });

async function newRecord(page: Page, title: string): Promise<void> {
  await openPage(page, title);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(totals(page)).toBeVisible();
  await page.keyboard.press('F4');
}

/** Types into the field that has the focus, which must be that one, and goes on. */
async function typeInto(page: Page, label: string, text: string): Promise<void> {
  const field = page
    .getByLabel(label, { exact: true })
    .or(page.getByRole('textbox', { name: label }))
    .first();
  await expect(field).toBeFocused();
  if (text !== '') await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
}

/** Picks from an open list by typing: waits for the match, Enter takes it, another one goes on. */
async function pick(page: Page, label: string, text: string): Promise<void> {
  await expect(page.getByRole('combobox', { name: label })).toBeFocused();
  await page.keyboard.insertText(text);
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
}

const campaign = {
  title: 'Vận động làm nhà cho hộ nghèo năm 2023',
  purpose: 'Làm nhà cho hộ nghèo trên địa bàn huyện',
  opens_on: '2023-02-01',
  closes_on: '2023-12-31',
  target_amount: 100_000_000,
};

async function openCampaign(page: Page): Promise<void> {
  await callFrom(page, 'records.create', {
    kind: 'fund_campaign',
    values: { ...campaign, scope: null, place: null, bank_account: null, basis: null, note: null },
  });
}

test('a campaign by keyboard, a cash receipt typed and numbered, its paper shown', async ({
  program: { page },
}) => {
  await newRecord(page, 'Đợt vận động');
  await typeInto(page, 'Tên đợt', campaign.title);
  await typeInto(page, 'Mục đích', campaign.purpose);
  for (let empty = 0; empty < 4; empty += 1) await page.keyboard.press('Enter');
  await typeInto(page, 'Ngày mở', '01/02/2023');
  await typeInto(page, 'Ngày đóng', '');
  await typeInto(page, 'Chỉ tiêu', '100.000.000');
  await page.keyboard.press('Control+Enter');
  await expect(totals(page)).toContainText('1 đợt vận động');
  await expect(page.getByRole('region', { name: 'Số dư hôm nay' })).toContainText('Đạt 0,0% chỉ tiêu');
  await page.screenshot({ path: 'test-results/fund-campaign.png' });

  await newRecord(page, 'Phiếu thu');
  // The only open campaign is proposed.
  await expect(page.getByRole('combobox', { name: 'Đợt vận động' })).toHaveValue(campaign.title);
  await page.keyboard.press('Enter');
  await typeInto(page, 'Ngày thu', '05/03/2023');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await typeInto(page, 'Người nộp, đơn vị', 'Vừ Bá Rê');
  await typeInto(page, 'Địa chỉ', 'bản Huồi Đun, xã Huồi Tụ');
  await page.keyboard.press('Enter');
  await typeInto(page, 'Lý do nộp', 'Ủng hộ làm nhà cho hộ nghèo');
  await typeInto(page, 'Số tiền', '1,500,000');
  await typeInto(page, 'Chứng từ gốc kèm theo', '');
  await pick(page, 'Người thu', 'Lau Ba');
  await page.keyboard.press('Control+Enter');
  // The English way of writing is refused on the spot, and nothing that was typed is lost.
  await expect(page.getByText('Hãy dùng dấu chấm ngăn cách hàng nghìn')).toBeVisible();
  await page.getByRole('textbox', { name: 'Số tiền' }).fill('1.500.000');
  await page.screenshot({ path: 'test-results/receipt-form.png' });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã phát hành số 1.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Phiếu thu PT 01/2023' })).toBeVisible();
  await expect(totals(page)).toContainText('Số tiền đã thu: 1.500.000 đ');
  await page.screenshot({ path: 'test-results/receipt.png' });
  await page.keyboard.press('F8');
  await page.locator('canvas[data-drawn]').first().waitFor();
  await page.screenshot({ path: 'test-results/receipt-paper.png' });
});

test("a team's list rolls up to one receipt; goods are received, paid out, and the books agree", async ({
  program: { page },
}) => {
  await openCampaign(page);
  await newRecord(page, 'Phiếu thu');
  await page.getByLabel('Ngày thu').fill('10/03/2023');
  await page.locator('select[name=way]').selectOption('salary');
  await page.getByRole('radio', { name: 'Tập thể' }).check();
  await page.getByRole('textbox', { name: 'Người nộp, đơn vị' }).fill('Đội Xây dựng phong trào');
  await page.getByRole('combobox', { name: 'Đội nộp theo danh sách' }).fill('Xay dung');
  await page.getByRole('listbox').getByRole('option').first().click();
  await page.getByRole('radio', { name: 'Tài khoản' }).check();
  await page.getByRole('textbox', { name: 'Lý do nộp' }).fill('Trích một ngày lương');
  await page.getByRole('button', { name: 'Lấy danh sách đội' }).click();
  const list = page.getByRole('group', { name: /Danh sách ủng hộ/ });
  await expect(list.getByLabel('Họ và tên').nth(1)).toHaveValue('Nguyễn Thị Hương Giang');
  await list.getByLabel('Số tiền').nth(0).fill('300000');
  await list.getByLabel('Số tiền').nth(1).fill('450.000');
  await expect(list.getByRole('status')).toContainText('750.000 đ');
  await page.getByRole('combobox', { name: 'Người thu' }).fill('Lau Ba');
  await page.getByRole('listbox').getByRole('option').first().click();
  await page.getByRole('button', { name: 'Tất cả đồng ý công khai' }).click();
  const consents = list.getByRole('checkbox', { name: 'Đồng ý công khai tên' });
  await expect(consents.nth(1)).toBeChecked();
  await consents.nth(0).uncheck();
  await page.screenshot({ path: 'test-results/receipt-list.png' });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Phiếu thu PT 01/2023' })).toBeVisible();
  await expect(totals(page)).toContainText('Số tiền đã thu: 750.000 đ');
  await expect(page.getByRole('row', { name: /Lầu Bá Chò 300.000 đ không/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Nguyễn Thị Hương Giang 450.000 đ có/ })).toBeVisible();

  await page.keyboard.press('F4');
  await page.locator('select[name=way]').selectOption('in_kind');
  await page.getByRole('radio', { name: 'Ẩn danh' }).check();
  await expect(page.getByRole('textbox', { name: 'Người nộp, đơn vị' })).toBeHidden();
  const items = page.getByRole('group', { name: 'Hiện vật' });
  await items.getByRole('combobox', { name: 'Hiện vật' }).first().fill('xi mang');
  await page.getByRole('listbox').getByRole('option').first().click();
  await items.getByLabel('Số lượng').first().fill('12,5');
  await items.getByLabel('Quy ra tiền (ước tính)').first().fill('1.125.000');
  await page.getByRole('combobox', { name: 'Người thu' }).fill('Lau Ba');
  await page.getByRole('listbox').getByRole('option').first().click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Phiếu thu PN 01/2023' })).toBeVisible();
  await expect(page.getByText('Nhà hảo tâm').first()).toBeVisible();

  await newRecord(page, 'Phiếu chi');
  await page.getByLabel('Ngày chi').fill('12/03/2023');
  await page.getByRole('radio', { name: 'Tài khoản' }).check();
  await page.getByRole('radio', { name: 'Mục đích khác' }).check();
  await page.getByRole('textbox', { name: 'Người nhận' }).fill('Hợp tác xã vận tải Kỳ Sơn');
  await page.getByRole('textbox', { name: 'Nội dung chi' }).fill('Vận chuyển vật liệu');
  await page.getByRole('textbox', { name: 'Chứng từ' }).fill('Hóa đơn 0012');
  // What is there on that day stands below the amount before anything is typed.
  const left = page.getByRole('status', { name: 'Số còn lại' });
  await expect(left).toHaveText('Ngày 12/03/2023: còn 750.000 đ.');
  await page.getByRole('textbox', { name: 'Số tiền' }).fill('800.000');
  await expect(left).toContainText('Thiếu 50.000 đ.');
  await page.getByRole('combobox', { name: 'Người chi' }).fill('Lau Ba');
  await page.getByRole('listbox').getByRole('option').first().click();
  await page.keyboard.press('Control+Enter');
  // More than there is: the text says how much there is, and what was typed stays.
  await expect(page.getByRole('alert').first()).toContainText('750.000 đ');
  await page.screenshot({ path: 'test-results/payment-refused.png' });
  await expect(page.getByRole('textbox', { name: 'Số tiền' })).toBeFocused();
  await page.getByRole('textbox', { name: 'Số tiền' }).fill('200.000');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Phiếu chi PC 01/2023' })).toBeVisible();

  await openPage(page, 'Sổ quỹ');
  await page.getByLabel('Từ ngày').fill('01/01/2023');
  await page.getByLabel('Đến ngày').fill('31/12/2023');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Sổ', exact: true }).click();
  await page.getByRole('listbox').getByRole('option', { name: 'Tài khoản' }).click();
  await expect(page.getByTestId('closing')).toHaveText('550.000 đ');
  await page.screenshot({ path: 'test-results/fund-book.png' });
  await page.getByRole('combobox', { name: 'Sổ', exact: true }).click();
  await page.getByRole('listbox').getByRole('option', { name: 'Hiện vật' }).click();
  await expect(page.getByTestId('closing')).toHaveText('12,5 bao');

  await newRecord(page, 'Đối chiếu quỹ');
  await page.getByRole('combobox', { name: 'Đợt vận động' }).fill('Vận động');
  await page.getByRole('listbox').getByRole('option').first().click();
  await page.getByRole('radio', { name: 'Tài khoản' }).check();
  await page.getByLabel('Ngày kiểm đếm').fill('31/12/2023');
  await page.getByLabel('Thực tế').fill('545.000');
  await page.getByRole('combobox', { name: 'Người kiểm đếm' }).fill('Lau Ba');
  await page.getByRole('listbox').getByRole('option').first().click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert').first()).toContainText('giải trình');
  await page.getByLabel('Giải trình chênh lệch').fill('Phí chuyển tiền 5.000 đ chưa lập phiếu chi.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('-5.000 đ').first()).toBeVisible();
  await page.screenshot({ path: 'test-results/reconciliation.png' });

  // A payment of before that day changes its book: what was signed stays, and the difference of today is told.
  const late = {
    ...{ fund_id: 1, paid_on: '2023-03-20', account: 'bank', purpose: 'other', house_id: null },
    ...{ house_source: null, payee_name: 'Ngân hàng', payee_address: null, content: 'Phí chuyển tiền' },
    ...{ voucher: 'Giấy báo nợ', amount: 5000, payer_id: 1, approver_id: null, note: null },
  };
  await callFrom(page, 'payments.save', { values: late, items: [], issue: true });
  await openPage(page, 'Sổ quỹ');
  await openPage(page, 'Đối chiếu quỹ');
  await page.getByRole('alert').getByRole('button', { name: '31/12/2023, tài khoản' }).click();
  await expect(page.getByRole('status', { name: 'Sổ hôm nay' })).toContainText(
    'Lúc ký sổ là 550.000 đ; nay sổ của ngày 31/12/2023 là 545.000 đ (bớt 5.000 đ): khớp với thực tế.',
  );
  await expect(page.getByText('-5.000 đ').first()).toBeVisible();
  await page.screenshot({ path: 'test-results/reconciliation-outdated.png' });
  await page.getByRole('button', { name: 'Xem sổ đến ngày này' }).click();
  await expect(page.getByTestId('closing')).toHaveText('545.000 đ');
  await expect(page.getByLabel('Đến ngày')).toHaveValue('31/12/2023');
});

test('a donor who no longer wants to be named is taken off the public list; the list is of the days in its fields', async ({
  program: { page },
}) => {
  await openCampaign(page);
  const values = {
    ...{ fund_id: 1, received_on: '2023-03-05', way: 'cash', account: 'cash', donor_kind: 'collective' },
    ...{ donor_name: 'Đội An ninh', donor_address: null, donor_officer_id: null, donor_team_id: null },
    ...{ consent: true, content: 'Ủng hộ', amount: 500_000, reference: null, receiver_id: 1, note: null },
  };
  const donations = ['Vừ Bá Rê', 'Lầu Y Mái'].map((donor_name) => ({
    ...{ officer_id: null, donor_name, amount: 250_000, consent: true },
  }));
  await callFrom(page, 'receipts.save', { values, donations, items: [], issue: true });
  await openPage(page, 'Phiếu thu');
  await expect(page.getByRole('gridcell', { name: 'PT 01/2023' })).toBeVisible();
  await page.getByRole('row').nth(1).click();
  await page.getByRole('button', { name: 'Sửa đồng ý công khai tên' }).click();
  await page.getByRole('checkbox', { name: 'Lầu Y Mái' }).uncheck();
  await page.screenshot({ path: 'test-results/receipt-consent.png' });
  await page.getByRole('textbox', { name: 'Lý do' }).fill('Bà Mái gọi điện đề nghị không nêu tên');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Đã ghi việc đồng ý công khai tên.')).toBeVisible();
  await expect(page.getByRole('row', { name: /Lầu Y Mái/ })).toContainText('không');

  await openPage(page, 'Đợt vận động');
  await page.getByRole('row').nth(1).click();
  const papers = page.getByRole('region', { name: 'Văn bản của đợt' });
  await papers.getByLabel('Đến ngày').fill('31/03/2023');
  await papers.getByRole('button', { name: 'Danh sách công khai' }).click();
  await page.locator('canvas[data-drawn]').first().waitFor();
  await page.screenshot({ path: 'test-results/disclosure-paper.png' });
  const made = { action: 'make_disclosure', limit: 5 };
  const { rows } = (await callFrom(page, 'audit.list', made)) as { rows: { about: string }[] };
  expect(rows.map(({ about }) => about)).toEqual([
    `Danh sách công khai: ${campaign.title}, 01/02/2023 – 31/03/2023`,
  ]);
});

test('an issued receipt is cancelled with a reason; it keeps its number and the book shows the reversal', async ({
  program: { page },
}) => {
  await openCampaign(page);
  const values = {
    ...{ fund_id: 1, received_on: '2023-03-05', way: 'cash', account: 'cash', donor_kind: 'person' },
    ...{ donor_name: 'Vừ Bá Rê', donor_address: null, donor_officer_id: null, donor_team_id: null },
    ...{ consent: true, content: 'Ủng hộ', amount: 500_000, reference: null, receiver_id: 1, note: null },
  };
  await callFrom(page, 'receipts.save', { values, donations: [], items: [], issue: true });
  await openPage(page, 'Phiếu thu');
  await expect(page.getByRole('gridcell', { name: 'PT 01/2023' })).toBeVisible();
  await page.getByRole('row').nth(1).click();
  await page.getByRole('button', { name: 'Hủy phiếu' }).click();
  await page.getByLabel('Ngày hủy').fill('06/03/2023');
  await page.getByLabel('Lý do hủy phiếu').fill('Ghi nhầm người nộp');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã hủy: Ghi nhầm người nộp')).toBeVisible();
  await expect(totals(page)).toContainText('Số tiền đã thu: 0 đ');
  await openPage(page, 'Sổ quỹ');
  await page.getByLabel('Từ ngày').fill('01/01/2023');
  await page.getByLabel('Đến ngày').fill('31/12/2023');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Đảo do hủy phiếu')).toBeVisible();
  await expect(page.getByTestId('closing')).toHaveText('0 đ');
});
