import type { PledgeFormRow } from '../../shared/csv/pledge-forms.ts';
import { formatBirth } from '../../shared/vietnamese/birth.ts';
import { formatDate } from '../../shared/vietnamese/dates.ts';
import { cleanText } from '../../shared/vietnamese/text.ts';
import type { Clerk } from './clerk.ts';
import type { PlacedStack } from './places.ts';

const sexKeys = { male: '1', female: '2' } as const;
const modeKeys = { signed: null, thumbprint: 'F3', represented: 'F4', not_yet: 'F6' } as const;
const reasonKeys = { away: '1', works_elsewhere: '2', just_moved_in: '3', not_met: '4' } as const;
const digitsOf = (date: string) => date.replaceAll('/', '');

/** Types a name into a picker until the unit is the one that Enter takes. */
async function pick(clerk: Clerk, label: string, name: string, unitId: number): Promise<void> {
  const { keyboard, page } = clerk;
  const picker = page.getByRole('combobox', { name: label, exact: true });
  await page.waitForFunction((wanted) => {
    const { activeElement } = document;
    return activeElement instanceof HTMLInputElement && activeElement.labels?.[0]?.innerText === wanted;
  }, label);
  await keyboard.type(cleanText(name));
  const marked = async () => (await picker.getAttribute('aria-activedescendant')) ?? '';
  for (let tries = 0; !(await marked()).endsWith(`-${String(unitId)}`); tries += 1) {
    if (tries > 200) throw new Error(`${name} cannot be picked in the field ${label}.`);
    await keyboard.press('ArrowDown');
  }
  await keyboard.press('Enter');
}

/** Opens a batch for the stack: the number on the cover first, then where it comes from. */
async function openBatch(clerk: Clerk, stack: PlacedStack): Promise<void> {
  const { keyboard, page } = clerk;
  await clerk.open('Nhập tờ');
  await keyboard.goTo(page.locator('#cover-count'));
  await keyboard.type(String(stack.forms.length));
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await pick(clerk, 'Xã', stack.communeName, stack.communeId);
  await clerk.takes('new-batch');
  await pick(clerk, 'Bản, khối', stack.villageName, stack.villageId);
  await page.locator('[data-entry]').waitFor();
}

/** The field that has the focus once everything typed so far is in the database or was refused. */
async function settled(clerk: Clerk): Promise<string> {
  await clerk.page.waitForSelector('[data-entry=ready]', { state: 'attached' });
  return clerk.page.evaluate(() => document.activeElement?.getAttribute('name') ?? '');
}

/** The last line of the form: an F-key unless it is signed, then the date or the reason. */
async function typeSignature(clerk: Clerk, form: PledgeFormRow): Promise<void> {
  const { keyboard, page } = clerk;
  const modeKey = modeKeys[form.signature_mode];
  if (modeKey) await keyboard.press(modeKey);
  if (form.signature_mode === 'not_yet') {
    if (form.reason) await keyboard.type(reasonKeys[form.reason]);
  } else if (form.signed_on) {
    const date = formatDate(form.signed_on);
    if ((await page.locator('#entry-signed_on').inputValue()) !== date) await keyboard.type(digitsOf(date));
  }
}

/** Types one form from its first field to its last Enter; `pause` is called in the middle of it. */
async function typeForm(clerk: Clerk, form: PledgeFormRow, pause?: () => Promise<void>): Promise<void> {
  const { keyboard, page } = clerk;
  if ((await page.locator('#entry-form_number').inputValue()) !== String(form.form_number)) {
    await keyboard.press('F7');
    await keyboard.type(String(form.form_number));
    await keyboard.press('Enter');
  }
  await keyboard.type(form.head_name);
  await keyboard.press('Enter');
  await keyboard.type(digitsOf(formatBirth(form.birth)));
  await keyboard.press('Enter');
  await pause?.();
  await keyboard.type(sexKeys[form.sex]);
  await keyboard.press('Enter');
  await keyboard.type(String(form.member_count));
  await keyboard.press('Enter');
  await typeSignature(clerk, form);
  await keyboard.press('Enter');
}

/** A soft error has led to the note: the clerk has looked at the paper and saves. */
async function saveAnyway(clerk: Clerk, form: PledgeFormRow): Promise<void> {
  await clerk.keyboard.press('Control+Enter');
  const field = await settled(clerk);
  if (field === 'head_name') return;
  const told = await clerk.page.getByRole('alert').allInnerTexts();
  throw new Error(`Form ${String(form.form_number)} was not saved (${field}): ${told.join(' ')}`);
}

/** What typing the stack has cost. */
export interface Typed {
  readonly forms: number;
  /** Keys pressed above the forms' own characters, of all forms together. */
  readonly extraKeys: number;
}

/** Types a village's stack on the entry screen, form by form as they lie, and closes the batch. */
export async function typeStack(clerk: Clerk, stack: PlacedStack): Promise<Typed> {
  const { keyboard } = clerk;
  await openBatch(clerk, stack);
  await settled(clerk);
  const [pressed, own] = [keyboard.pressed, keyboard.own];
  const middle = Math.floor(stack.forms.length / 2);
  let warned = false;
  for (const [index, form] of stack.forms.entries()) {
    await typeForm(clerk, form, index === middle ? () => clerk.takes('stack') : undefined);
    const field = await settled(clerk);
    if (field === 'head_name') continue;
    if (!warned) await clerk.takes('stack-warning');
    warned = true;
    await saveAnyway(clerk, form);
  }
  const extraKeys = keyboard.pressed - pressed - (keyboard.own - own);
  await keyboard.press('F10');
  await clerk.sees(/^Trên bìa .* đủ\.$/);
  await clerk.takes('stack-end');
  await keyboard.activate(clerk.button('Đóng tập'), 'Shift+Tab');
  await clerk.page.locator('#cover-count').waitFor();
  return { forms: stack.forms.length, extraKeys };
}
