import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from './fixtures/program.ts';
import { allSaved, ask, openStack, prepareOffice } from './stack-steps.ts';

/** How an input method hands its letters over: as packets of one letter (231), or as text after a 229. */
type Delivery = 'packet' | 'text';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const bare = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');

async function key(cdp: CDPSession, name: string, code: number, text = ''): Promise<void> {
  const event = { key: name, windowsVirtualKeyCode: code, nativeVirtualKeyCode: code };
  await cdp.send('Input.dispatchKeyEvent', {
    type: text ? 'keyDown' : 'rawKeyDown',
    ...event,
    ...(text && { text }),
  });
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
}

/** Types a word's bare letters as real keys, then rewrites it as UniKey does: Backspace×n and the new letters. */
async function word(cdp: CDPSession, wanted: string, delivery: Delivery, delay: () => number): Promise<void> {
  const typed = bare(wanted);
  for (const letter of typed) await key(cdp, letter, letter.toUpperCase().charCodeAt(0), letter);
  if (typed === wanted) return;
  const from = [...wanted].findIndex((letter, index) => letter !== typed[index]);
  for (let count = typed.length - from; count > 0; count -= 1) {
    await key(cdp, 'Backspace', 8);
    await pause(delay());
  }
  const rest = [...wanted].slice(from);
  if (delivery === 'text') {
    await cdp.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Process',
      windowsVirtualKeyCode: 229,
    });
    await cdp.send('Input.insertText', { text: rest.join('') });
    return;
  }
  for (const letter of rest) {
    await key(cdp, letter, 231, letter);
    await pause(delay());
  }
}

async function typeName(
  cdp: CDPSession,
  name: string,
  delivery: Delivery,
  delay: () => number,
): Promise<void> {
  const words = name.split(' ');
  for (const [index, one] of words.entries()) {
    if (index > 0) await key(cdp, ' ', 32, ' ');
    await word(cdp, one, delivery, delay);
  }
}

const enter = (cdp: CDPSession) => key(cdp, 'Enter', 13, '\r');

async function digits(cdp: CDPSession, text: string): Promise<void> {
  for (const digit of text) await key(cdp, digit, digit.charCodeAt(0), digit);
}

const names = ['Vừ Bá Rê', 'Lầu Ý Mỷ', 'Hoàng Thị Hường', 'Đặng Nguyễn Thuỷ', 'Moong Phò Lư', 'Xồng Nỏ Lìa'];

async function savedNames(page: Page): Promise<unknown[]> {
  const sort = { field: 'form_number', descending: false };
  const { rows } = await ask(page, 'records.list', { kind: 'pledge', filter: {}, sort });
  return rows.map((row) => row['head_name']);
}

for (const delivery of ['packet', 'text'] as const) {
  for (const most of [0, 5]) {
    test(`bursts as ${delivery}, 0–${most} ms apart, Enter right behind: no letter and no Enter is lost`, async ({
      program,
    }) => {
      const { page } = program;
      await prepareOffice(program);
      await openStack(page, names.length);
      const cdp = await page.context().newCDPSession(page);
      let turn = 0;
      const delay = () => (most === 0 ? 0 : (turn = (turn + 3) % (most + 1)));
      for (const [index, name] of names.entries()) {
        await typeName(cdp, name, delivery, delay);
        await enter(cdp);
        await digits(cdp, String(1960 + index));
        await enter(cdp);
        await digits(cdp, '1');
        await enter(cdp);
        await digits(cdp, '5');
        await enter(cdp);
        if (index === 0) await digits(cdp, '11052023');
        await enter(cdp);
      }
      await expect(page.getByTestId('batch-progress')).toHaveText(`${names.length}/${names.length} tờ`);
      await allSaved(page);
      expect(await savedNames(page)).toEqual(names);
    });
  }
}

test('composition: its own Enter only ends it, the next one goes on', async ({ program }) => {
  const { page } = program;
  await prepareOffice(program);
  await openStack(page, 1);
  const cdp = await page.context().newCDPSession(page);
  const name = page.getByLabel('Họ và tên chủ hộ');
  for (const text of ['V', 'Vu', 'Vư', 'Vừ']) {
    await cdp.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', windowsVirtualKeyCode: 229 });
  await expect(name).toBeFocused();
  await cdp.send('Input.insertText', { text: 'Vừ' });
  await expect(name).toHaveValue('Vừ');
  await enter(cdp);
  await expect(page.getByLabel('Năm sinh')).toBeFocused();
  await expect(name).toHaveValue('Vừ');
});

test('keys of the frame do nothing in the middle of an input method’s work', async ({ program }) => {
  const { page } = program;
  await prepareOffice(program);
  await openStack(page, 1);
  const cdp = await page.context().newCDPSession(page);
  await typeName(cdp, 'Vừ', 'packet', () => 0);
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'F3', windowsVirtualKeyCode: 229 });
  await expect(page.getByRole('button', { name: 'F2 ký' })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('F3');
  await expect(page.getByRole('button', { name: 'F3 điểm chỉ' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByLabel('Họ và tên chủ hộ')).toHaveValue('Vừ');
});
