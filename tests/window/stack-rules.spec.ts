import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/program.ts';
import {
  addHouseholds,
  allSaved,
  ask,
  openPage,
  openRoster,
  openStack,
  password,
  prepareOffice,
  rows,
  typeForm,
} from './stack-steps.ts';

/** The commander closes the campaign; the administrator goes on afterwards. */
async function close(page: Page, id: number): Promise<void> {
  const commander = { login: 'tu', password: 'mat-khau-dai-2' };
  await ask(page, 'users.create', { ...commander, full_name: 'Vi Văn Tú', role: 'commander' });
  await ask(page, 'office.log_in', commander);
  const { version } = await ask(page, 'records.get', { kind: 'pledge_campaign', id });
  await ask(page, 'campaigns.close', { id, version });
  await ask(page, 'office.log_in', { login: 'mua', password });
}

const whyOf = async (page: Page) => {
  const { rows: trail } = await ask(page, 'audit.list', { limit: 50 });
  return trail.map((row) => row.reason).filter((reason) => reason === 'tờ nộp muộn').length;
};

test('ethnicity, where the office has switched it on: a spelling or a code, one code stored', async ({
  program,
}) => {
  const { page } = program;
  await prepareOffice(program);
  await ask(page, 'settings.set', { ethnicity_enabled: true, idle_minutes: 10 });
  await openStack(page, 3);
  await typeForm(page, ['Vừ Bá Rê', '1990', '1', 'H’Mông', '6', '11052023']);
  await typeForm(page, ['Lầu Y Mỷ', '1985', '2', '08', '4', '']);
  await typeForm(page, ['Mùa Nỏ Chù', '1978', '1', 'không có', '5', '']);
  await expect(page.getByLabel('Dân tộc')).toBeFocused();
  await page.screenshot({ path: test.info().outputPath('ethnicity.png') });
  await page.keyboard.press('Control+a');
  await typeForm(page, ['Hmông']);
  await page.keyboard.press('Control+Enter');
  await allSaved(page);
  const { rows: saved } = await ask(page, 'records.list', { kind: 'pledge', filter: {} });
  expect(saved.map((row) => row['ethnicity'])).toEqual(['08', '08', '08']);
  await page.keyboard.press('F9');
  await expect(page.getByLabel('Dân tộc')).toHaveValue('Mông');
});

test('a form typed twice is told as soon as its members are left, and kept only on purpose', async ({
  program,
}) => {
  const { page } = program;
  await prepareOffice(program);
  await openStack(page, 3);
  await typeForm(page, ['Vừ Bá Rê', '1990', '1', '6', '11052023']);
  await allSaved(page);
  await typeForm(page, ['Vừ Bá Rê', '1990', '1', '6']);
  await expect(page.getByText('Giống hệt tờ số 1: sẽ ghi là tờ trùng, không lưu lần hai.')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('repeat.png') });
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Ghi chú')).toBeFocused();
  await expect(page.getByTestId('batch-progress')).toHaveText('1/3 tờ');
  // The members were mistyped: put right, it is no repeat any more.
  for (let steps = 0; steps < 2; steps += 1) await page.keyboard.press('Shift+Enter');
  await expect(page.getByLabel('Số khẩu')).toBeFocused();
  await typeForm(page, ['7']);
  await expect(page.getByText('Giống hệt tờ số 1')).toBeHidden();
  await expect(page.getByText('Trùng họ tên và năm sinh với tờ số 1')).toBeVisible();
  await page.keyboard.press('Shift+Enter');
  await typeForm(page, ['6']);
  await expect(page.getByText('Giống hệt tờ số 1')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await allSaved(page);
  await expect(rows(page).first()).toContainText('không lưu lần hai');
  const { rows: saved } = await ask(page, 'records.list', { kind: 'pledge', filter: {} });
  expect(saved).toHaveLength(1);
});

test('a campaign closed in the middle of a stack: the forms wait, the reason is asked for once', async ({
  program,
}) => {
  const { page } = program;
  const { campaignId } = await prepareOffice(program);
  await openStack(page, 3);
  await typeForm(page, ['Vừ Bá Rê', '1990', '1', '6', '11052023']);
  await allSaved(page);
  await close(page, campaignId);
  await page.reload();
  await openPage(page, 'Nhập tờ');
  await page.getByText('Tập đang nhập dở').waitFor();
  await page.keyboard.press('F9');
  await expect(page.getByText('Đợt cam kết đã khóa.')).toBeVisible();
  // Not answered now: typing goes on all the same, and the forms wait.
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('Họ và tên chủ hộ')).toBeFocused();
  await typeForm(page, ['Lầu Y Mỷ', '1985', '2', '4', '']);
  await expect(page.getByText('Ctrl+G để ghi lý do')).toBeVisible();
  await typeForm(page, ['Mùa Nỏ Chù', '1978', '1', '5', '']);
  await page.screenshot({ path: test.info().outputPath('closed.png') });
  await page.keyboard.press('Control+g');
  await page.getByLabel('Lý do', { exact: false }).and(page.locator(':focus')).waitFor();
  await page.keyboard.insertText('tờ nộp muộn');
  await page.screenshot({ path: test.info().outputPath('reason.png') });
  await page.keyboard.press('Enter');
  await allSaved(page);
  await expect(page.getByTestId('batch-progress')).toHaveText('3/3 tờ');
  await expect(page.getByLabel('Họ và tên chủ hộ')).toBeFocused();
  expect(await whyOf(page)).toBeGreaterThanOrEqual(2);
});

test('the roster of a closed campaign asks before the first mark', async ({ program }) => {
  const { page } = program;
  const { campaignId, villageId } = await prepareOffice(program);
  await addHouseholds(page, villageId, ['Lầu Bá Chò', 'Lầu Y Mỷ']);
  await close(page, campaignId);
  await openRoster(page, 2);
  await expect(page.getByText('Đợt cam kết đã khóa.')).toBeVisible();
  await page.keyboard.insertText('tờ nộp muộn');
  await page.screenshot({ path: test.info().outputPath('roster-closed.png') });
  await page.keyboard.press('Enter');
  await expect(page.getByText('Đợt cam kết đã khóa.')).toBeHidden();
  await page.keyboard.press('F7');
  await expect(page.getByLabel('Ngày ký')).toBeFocused();
  await page.keyboard.type('11052023');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Ngày ký')).not.toBeFocused();
  await page.keyboard.press('1');
  await page.keyboard.press('1');
  await allSaved(page);
  await expect(page.getByTestId('batch-counts')).toHaveText('Đã ký 2; chưa ký 0');
  expect(await whyOf(page)).toBeGreaterThanOrEqual(2);
});

test('what differs is settled entry by entry, in a closed campaign each with a reason of its own', async ({
  program,
}) => {
  const { page } = program;
  const { campaignId } = await prepareOffice(program);
  await openStack(page, 4);
  await typeForm(page, ['Vừ Bá Rê', '1990', '1', '6', '11052023']);
  await typeForm(page, ['Lầu Y Mỷ', '1985', '2', '4', '']);
  for (const repeat of [
    ['Vừ Bá Rê', '1990', '1', '6', '12052023'],
    ['Lầu Y Mỷ', '1985', '2', '4', '13052023'],
  ]) {
    await typeForm(page, repeat);
    // The check may bring the form back after the next one stood there for a moment.
    await expect(page.getByLabel('Ghi chú')).toBeFocused();
    await page.keyboard.press('Control+Enter');
    await allSaved(page);
  }
  await close(page, campaignId);
  await page.reload();
  await openPage(page, 'Cần đối chiếu');
  await page.getByText('Vừ Bá Rê').waitFor();
  await page.keyboard.press('F3');
  await expect(page.getByText('Vì sao lấy theo tờ sau của Vừ Bá Rê?')).toBeVisible();
  await page.keyboard.insertText('đã xem lại giấy');
  await page.screenshot({ path: test.info().outputPath('conflict-reason.png') });
  await page.keyboard.press('Enter');
  await expect(page.getByText('Vừ Bá Rê', { exact: true })).toBeHidden();
  await page.keyboard.press('F2');
  // The second entry asks anew, and takes no empty answer.
  await expect(page.getByText('Vì sao giữ tờ đầu của Lầu Y Mỷ?')).toBeVisible();
  await expect(page.getByLabel('Lý do')).toHaveValue('');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Cần ghi lý do.')).toBeVisible();
  await page.keyboard.insertText('trưởng bản xác nhận');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Không có tờ nào cần đối chiếu.')).toBeVisible();
  const { rows: trail } = await ask(page, 'audit.list', { limit: 50 });
  const reasons = new Set(trail.map(({ reason }) => reason));
  expect(reasons).toContain('đã xem lại giấy');
  expect(reasons).toContain('trưởng bản xác nhận');
});
