import { expect, test } from './fixtures/program.ts';
import { addHouseholds, allSaved, ask, openRoster, prepareOffice } from './stack-steps.ts';

const names = ['Lầu Bá Chò', 'Lầu Y Mỷ', 'Mùa Nỏ Chù', 'Vừ Bá Rê', 'Vừ Y Dợ', 'Xồng Nỏ Lìa'];

test('a known household takes one key, not yet takes two; a name is jumped to', async ({ program }) => {
  const { page } = program;
  const { villageId } = await prepareOffice(program);
  await addHouseholds(page, villageId, names);
  await openRoster(page, 6);
  await page.keyboard.press('F7');
  await page.keyboard.type('11052023');
  await page.keyboard.press('Enter');
  const list = page.getByRole('listbox', { name: 'Các hộ của bản' });
  const order = await list.getByRole('option').allTextContents();
  expect(order).toHaveLength(names.length);
  await page.keyboard.press('1');
  await page.keyboard.press('2');
  await page.keyboard.press('0');
  await expect(page.getByText('Lý do chưa ký:')).toBeVisible();
  await page.keyboard.press('2');
  await allSaved(page);
  await expect(page.getByTestId('batch-counts')).toHaveText('Đã ký 2, trong đó điểm chỉ 1; chưa ký 1');
  await page.keyboard.type('xong');
  await expect(list.getByRole('option', { selected: true })).toContainText('Xồng Nỏ Lìa');
  await page.keyboard.press('Enter');
  await page.keyboard.press('3');
  await allSaved(page);
  await expect(page.getByTestId('batch-progress')).toHaveText('4/6 tờ');
  await page.screenshot({ path: test.info().outputPath('roster.png') });
  const { rows } = await ask(page, 'records.list', { kind: 'pledge', filter: {} });
  expect(rows.find((row) => row['head_name'] === 'Xồng Nỏ Lìa')).toMatchObject({
    signature_mode: 'represented',
    signed_on: '2023-05-11',
  });
});

test('"all signed, except…" only where the totals agree, and it can be taken back', async ({ program }) => {
  const { page } = program;
  const { villageId } = await prepareOffice(program);
  await addHouseholds(page, villageId, names);
  await openRoster(page, 6);
  await page.keyboard.press('F7');
  await page.keyboard.type('11052023');
  await page.keyboard.press('Enter');
  await page.keyboard.press('0');
  await page.keyboard.press('1');
  await allSaved(page);
  await page.keyboard.press('F8');
  await page.keyboard.type('6');
  await page.keyboard.press('Tab');
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await expect(page.getByText('khác nhau: hãy đếm lại')).toBeVisible();
  await page.keyboard.press('Backspace');
  await page.keyboard.type('6');
  await page.screenshot({ path: test.info().outputPath('rest.png') });
  await page.keyboard.press('Enter');
  await expect(page.getByText('Đã đánh dấu 5 hộ đã ký.')).toBeVisible();
  await expect(page.getByTestId('batch-counts')).toHaveText('Đã ký 5; chưa ký 1');
  await page.keyboard.press('Control+u');
  await expect(page.getByTestId('batch-counts')).toHaveText('Đã ký 0; chưa ký 1');
});
