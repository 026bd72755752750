import type { Clerk } from './clerk.ts';
import type { PlacedStack } from './places.ts';

/** Looks at what the forms have filled: the start page, conflicts, the list of forms, coverage and who is missing. */
export async function lookAround(clerk: Clerk, stack: PlacedStack): Promise<void> {
  const { keyboard, page } = clerk;
  const main = page.getByRole('main');
  await clerk.open('Bắt đầu');
  await main.getByText('Vừa nhập').first().waitFor();
  await clerk.takes('home');
  await clerk.open('Cần đối chiếu');
  await main
    .getByText(/tờ nhập hai lần|Không có tờ nào cần đối chiếu/)
    .first()
    .waitFor();
  await clerk.takes('conflicts');
  await clerk.open('Cam kết');
  await main.getByRole('gridcell').first().waitFor();
  await clerk.takes('pledges');
  await clerk.open('Độ phủ');
  const village = main.locator(`[data-village="${String(stack.villageId)}"]`);
  await village.waitFor();
  await keyboard.goTo(main.locator('[data-village][tabindex="0"]'));
  await keyboard.goTo(village, 'ArrowRight');
  await clerk.takes('coverage');
  await keyboard.press('Enter');
  await main.getByRole('region', { name: /^Hộ chưa ký/ }).waitFor();
  await clerk.takes('coverage-missing');
}
