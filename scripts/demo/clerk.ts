import type { Locator, Page } from '@playwright/test';
import type { RunningProgram } from '../../tests/browser-shell/program.ts';
import { Keyboard } from './keyboard.ts';
import type { Screens } from './screens.ts';

/** The first administrator of the demo's office. */
export const administrator = { name: 'Lê Thị Quản', login: 'quantri', password: 'ba yen mot nam moi' };

/** Somebody at the program's keyboard. */
export class Clerk {
  readonly program: RunningProgram;
  readonly page: Page;
  readonly keyboard: Keyboard;
  readonly screens: Screens;

  constructor(program: RunningProgram, screens: Screens) {
    this.program = program;
    this.page = program.page;
    this.keyboard = new Keyboard(program.page);
    this.screens = screens;
    this.page.setDefaultTimeout(60_000);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  /** Waits for a text on screen, and gives where it stands. */
  async sees(text: string | RegExp): Promise<Locator> {
    const found = this.page.getByText(text).first();
    await found.waitFor();
    return found;
  }

  /** Opens a page by its name in the search field. */
  async open(title: string): Promise<void> {
    const results = this.page.getByRole('listbox', { name: 'Kết quả tìm' });
    await this.keyboard.press('Control+k');
    await this.keyboard.type(title);
    const wanted = this.page.getByText(title, { exact: true });
    await results.locator('[aria-selected=true]').filter({ has: wanted }).waitFor();
    await this.keyboard.press('Enter');
    const rail = this.page.getByRole('navigation', { name: 'Các trang' });
    const entry = rail.getByRole('button', { name: title, exact: true });
    await entry.and(rail.locator('[aria-current=page]')).waitFor();
  }

  async takes(screen: string): Promise<void> {
    await this.screens.take(this.page, screen);
  }

  /** Types the password of the administrator into the log-in form. */
  async logsIn(screen: string): Promise<void> {
    await this.page.getByRole('form', { name: 'Đăng nhập' }).waitFor();
    await this.takes(screen);
    const login = this.page.locator('#login');
    if ((await login.inputValue()) === '') {
      await this.keyboard.goTo(login);
      await this.keyboard.type(administrator.login);
    }
    await this.keyboard.goTo(this.page.locator('input[name=password]'));
    await this.keyboard.type(administrator.password);
    await this.keyboard.press('Enter');
    await this.page.getByRole('navigation', { name: 'Các trang' }).waitFor();
  }
}
