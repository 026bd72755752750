import type { Locator } from '@playwright/test';
import type { Clerk } from './clerk.ts';

/** Types a part of a name into a picker and takes the offer that bears all of these words. */
export async function picks(
  { keyboard, page }: Clerk,
  picker: Locator,
  typed: string,
  ...words: string[]
): Promise<void> {
  await keyboard.goTo(picker);
  await keyboard.type(typed);
  let wanted = page.getByRole('listbox').getByRole('option');
  for (const word of words) wanted = wanted.filter({ hasText: word });
  await wanted.first().waitFor();
  const reached = () => wanted.first().evaluate((option) => option.classList.contains('Mui-focused'));
  while (!(await reached())) await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
}
