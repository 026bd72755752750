import type { Locator, Page } from '@playwright/test';

const letters = new Intl.Segmenter('vi', { granularity: 'grapheme' });
const MOST_STEPS = 400;

/**
 * A clerk's hands: everything is done by keys, and every key is counted. A letter with its marks counts as one
 * key, a combination with Ctrl or Shift as well.
 */
export class Keyboard {
  readonly page: Page;
  /** Keys pressed so far. */
  pressed = 0;
  /** Those of them that are letters, digits, spaces or choice keys of what is typed. */
  own = 0;

  constructor(page: Page) {
    this.page = page;
  }

  /** A key that is no part of the text: Enter, Tab, F-keys, combinations. */
  async press(key: string): Promise<void> {
    this.pressed += 1;
    await this.page.keyboard.press(key);
  }

  /** Text, key by key; letters that no key carries come as one input each, as an input method sends them. */
  async type(text: string): Promise<void> {
    for (const { segment } of letters.segment(text.replace(/[\t\r\n]+/g, ' '))) {
      this.pressed += 1;
      this.own += 1;
      if (/^[\x20-\x7e]$/.test(segment)) await this.page.keyboard.press(segment === ' ' ? 'Space' : segment);
      else await this.page.keyboard.insertText(segment);
    }
  }

  /** Text into fields one after the other, with Tab between them. */
  async typeInto(texts: readonly string[]): Promise<void> {
    for (const [index, text] of texts.entries()) {
      if (index > 0) await this.press('Tab');
      await this.type(text);
    }
  }

  /**
   * Moves the focus to an element, by Tab or by the arrow keys of a table.
   * @throws Error when it cannot be reached by keyboard
   */
  async goTo(target: Locator, key: 'Tab' | 'Shift+Tab' | 'ArrowRight' = 'Tab'): Promise<void> {
    await target.waitFor();
    const reached = () => target.evaluate((element) => element === document.activeElement);
    for (let steps = 0; steps < MOST_STEPS; steps += 1) {
      if (await reached()) return;
      await this.press(key);
    }
    throw new Error(`Not reachable by keyboard: ${target.toString()}`);
  }

  /** Tabs to a button and presses it. */
  async activate(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await this.goTo(target, key);
    await this.press('Enter');
  }

  /** Replaces what stands in a field. */
  async replace(target: Locator, text: string): Promise<void> {
    await this.goTo(target);
    await this.press('ControlOrMeta+a');
    await this.type(text);
  }
}
