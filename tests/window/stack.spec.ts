import { ownCharacters } from '../../renderer/entry/keystrokes.ts';
import { expect, test } from './fixtures/program.ts';
import { allSaved, ask, openStack, password, prepareOffice, rows, typeForm } from './stack-steps.ts';

const forms = [
  { name: 'Vừ Bá Rê', birth: '08101990', sex: '1', members: '6', date: '11052023' },
  { name: 'Lầu Y Mỷ', birth: '1985', sex: '2', members: '4', date: '' },
  { name: 'Mùa Nỏ Chù', birth: '1978', sex: '1', members: '11', date: '12/05/2023' },
];

test('a stack is typed by keyboard alone, with five keys more than its own characters', async ({
  program,
}) => {
  const { page } = program;
  await prepareOffice(program);
  await openStack(page, 4);
  for (const form of forms) {
    let keys = 0;
    const texts = [form.name, form.birth, form.sex, form.members, form.date];
    for (const text of texts) {
      for (const letter of text) {
        if (/[ -~]/.test(letter)) await page.keyboard.press(letter === ' ' ? 'Space' : letter);
        else await page.keyboard.insertText(letter);
        if (letter !== '/') keys += 1;
      }
      await page.keyboard.press('Enter');
      keys += 1;
    }
    const own = ownCharacters({ texts: [form.name, form.birth, form.members, form.date], choiceKeys: 1 });
    expect(keys - own).toBe(5);
  }
  await allSaved(page);
  await expect(page.getByTestId('batch-progress')).toHaveText('3/4 tờ');
  await expect(page.getByTestId('batch-counts')).toHaveText('Đã ký 3; chưa ký 0');
  await expect(rows(page)).toHaveCount(3);
  const list = await ask(page, 'records.list', {
    kind: 'pledge',
    filter: {},
    sort: { field: 'form_number', descending: false },
  });
  expect(
    list.rows.map((row) => [row['form_number'], row['head_name'], row['birth'], row['signed_on']]),
  ).toEqual([
    [1, 'Vừ Bá Rê', '1990-10-08', '2023-05-11'],
    [2, 'Lầu Y Mỷ', '1985', '2023-05-11'],
    [3, 'Mùa Nỏ Chù', '1978', '2023-05-12'],
  ]);
  await page.screenshot({ path: test.info().outputPath('stack.png') });
});

test('thumbprint and not yet are one key; repeats, conflicts and soft errors are told on the spot', async ({
  program,
}) => {
  const { page } = program;
  await prepareOffice(program);
  await openStack(page, 5);
  await page.keyboard.press('F3');
  await typeForm(page, ['Vừ Bá Rê', '1990', '1', '6', '11052023']);
  await allSaved(page);
  // Not yet: the function key where the date stands, the reason's key, Enter.
  await typeForm(page, ['Lầu Y Mỷ', '1985', '2', '4']);
  await page.keyboard.press('F6');
  await page.keyboard.press('2');
  await page.keyboard.press('Enter');
  await allSaved(page);
  await expect(page.getByTestId('batch-counts')).toHaveText('Đã ký 1, trong đó điểm chỉ 1; chưa ký 1');
  // The first form once more, with another date: warned as soon as the birth is left.
  await typeForm(page, ['Vừ Bá Rê', '1990']);
  await expect(page.getByText('Trùng họ tên và năm sinh với tờ số 1')).toBeVisible();
  await typeForm(page, ['1', '6', '13052023']);
  await expect(page.getByLabel('Ghi chú')).toBeFocused();
  await page.screenshot({ path: test.info().outputPath('soft.png') });
  await page.keyboard.press('Control+Enter');
  await allSaved(page);
  await expect(rows(page).first()).toContainText('cần đối chiếu');
  await expect(page.getByTestId('batch-progress')).toHaveText('3/5 tờ');
  const conflicts = await ask(page, 'pledges.conflicts', {});
  expect(conflicts).toMatchObject([
    { first: { form_number: 1 }, repeat: { form_number: 3, signed_on: '2023-05-13' } },
  ]);
});

test('what cannot be is refused, and nothing typed is lost', async ({ program }) => {
  const { page } = program;
  await prepareOffice(program);
  await openStack(page, 2);
  await typeForm(page, ['Vừ Bá Rê', '1990', '1', '0', '31022023']);
  await expect(page.getByLabel('Số khẩu')).toBeFocused();
  await expect(page.getByText('Tháng 2 năm 2023 không có ngày 31.')).toBeVisible();
  await expect(page.getByLabel('Họ và tên chủ hộ')).toHaveValue('Vừ Bá Rê');
  await typeForm(page, ['6', '28022023']);
  await allSaved(page);
  await expect(rows(page)).toHaveCount(1);
});

test('half typed survives a lock and a restart of the page', async ({ program }) => {
  const { page } = program;
  await prepareOffice(program);
  await openStack(page, 2);
  await typeForm(page, ['Vừ Bá Rê', '1990']);
  await page.keyboard.press('F3');
  await page.keyboard.press('Control+l');
  await page.getByLabel('Mật khẩu').fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Họ và tên chủ hộ')).toHaveValue('Vừ Bá Rê');
  await expect(page.getByLabel('Giới tính')).toBeFocused();
  await typeForm(page, ['1']);
  await page.reload();
  await openPageAgain(page);
  await expect(page.getByText('Có tờ đang nhập dở')).toBeVisible();
  await expect(page.getByLabel('Họ và tên chủ hộ')).toHaveValue('Vừ Bá Rê');
  await expect(page.getByLabel('Năm sinh')).toHaveValue('1990');
  await page.screenshot({ path: test.info().outputPath('draft.png') });
  await page.keyboard.press('Enter');
  await typeForm(page, ['', '', '6', '11052023']);
  await allSaved(page);
  await expect(page.getByTestId('batch-counts')).toHaveText('Đã ký 1, trong đó điểm chỉ 1; chưa ký 0');
});

async function openPageAgain(page: import('@playwright/test').Page): Promise<void> {
  await page.getByRole('navigation').getByText('Nhập tờ', { exact: true }).click();
  await page.getByText('Tập đang nhập dở').waitFor();
  await page.keyboard.press('F9');
  await page.getByLabel('Họ và tên chủ hộ').waitFor();
}

test('the last form is one key away: corrected, voided, taken back; the end of the stack says what is missing', async ({
  program,
}) => {
  const { page } = program;
  await prepareOffice(program);
  await openStack(page, 3);
  await typeForm(page, ['Vừ Bá Rê', '1990', '1', '6', '11052023']);
  await typeForm(page, ['Lầu Y Mỷ', '1985', '2', '4', '']);
  await allSaved(page);
  await page.keyboard.press('F9');
  await expect(page.getByLabel('Họ và tên chủ hộ')).toHaveValue('Lầu Y Mỷ');
  await typeForm(page, ['', '1986']);
  await page.keyboard.press('Control+Enter');
  await expect(rows(page).first()).toContainText('1986');
  await page.keyboard.press('F9');
  await expect(page.getByLabel('Năm sinh')).toHaveValue('1986');
  await page.keyboard.press('Control+d');
  await expect(page.getByText('Hủy tờ số 2 của Lầu Y Mỷ?')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('batch-progress')).toHaveText('1/3 tờ');
  await page.keyboard.press('Control+u');
  await expect(page.getByTestId('batch-progress')).toHaveText('2/3 tờ');
  await page.keyboard.press('F10');
  await expect(page.getByText('Trên bìa 3 tờ, đã nhập 2 tờ: còn thiếu 1 tờ.')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('end.png') });
  await page.keyboard.insertText('tờ số 3 để ở bản');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Không có tập nào dở dang.')).toBeVisible();
});

test('a stack that agrees with its cover is closed by Enter', async ({ program }) => {
  const { page } = program;
  await prepareOffice(program);
  await openStack(page, 1);
  await typeForm(page, ['Vừ Bá Rê', '1990', '1', '6', '11052023']);
  await page.keyboard.press('F10');
  await expect(page.getByText('Trên bìa 1 tờ, đã nhập 1 tờ: đủ.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Đóng tập' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Không có tập nào dở dang.')).toBeVisible();
});
