import { formatDate } from '../../shared/vietnamese/dates.ts';
import { cleanText } from '../../shared/vietnamese/text.ts';
import { administrator, type Clerk } from './clerk.ts';
import type { Job } from './forms-file.ts';

/** Since 01/03/2025 there is no police of the district level; its successor is the commune's. */
const FIRST_YEAR_OF_COMMUNE_POLICE = 2025;

function agencyOf(job: Job): readonly string[] {
  if (job.year < FIRST_YEAR_OF_COMMUNE_POLICE) {
    return [
      'CÔNG AN TỈNH NGHỆ AN',
      'CÔNG AN HUYỆN KỲ SƠN',
      'Kỳ Sơn',
      'TRƯỞNG CÔNG AN HUYỆN',
      'Thượng tá',
      'Nguyễn Văn Kiểm',
    ];
  }
  const commune = cleanText(job.stacks[0].communeName);
  return [
    'CÔNG AN TỈNH NGHỆ AN',
    `CÔNG AN XÃ ${commune.toUpperCase()}`,
    commune,
    'TRƯỞNG CÔNG AN XÃ',
    'Trung tá',
    'Nguyễn Văn Kiểm',
  ];
}

async function chooseArea(clerk: Clerk, job: Job): Promise<void> {
  const { keyboard, page } = clerk;
  await keyboard.goTo(page.getByRole('radio', { checked: true }));
  if (job.year >= FIRST_YEAR_OF_COMMUNE_POLICE) await keyboard.press('ArrowDown');
  const date = page.getByRole('textbox', { name: 'Lập sổ từ ngày' });
  await keyboard.replace(date, formatDate(`${String(job.year)}-01-01`).replaceAll('/', ''));
  await keyboard.activate(clerk.button('Chọn tất cả'));
  await clerk.button('Bỏ chọn tất cả').waitFor();
  await clerk.takes('set-up-area');
  await keyboard.goTo(date, 'Shift+Tab');
  await keyboard.press('Enter');
}

async function retypeKey(clerk: Clerk): Promise<void> {
  await clerk.sees('Hãy cất khóa khôi phục');
  const label = await clerk.page.locator('label', { hasText: 'Nhóm thứ' }).innerText();
  const position = /\d+/.exec(label)?.[0] ?? '';
  await clerk.takes('set-up-recovery-key');
  const group = await clerk.page.locator(`[data-group="${position}"]`).innerText();
  await clerk.keyboard.goTo(clerk.page.getByRole('textbox', { name: label }));
  await clerk.keyboard.type(group);
  await clerk.keyboard.press('Enter');
}

/** The set-up wizard: the area as of the campaign's year, the agency, the first administrator, the recovery key. */
export async function setUp(clerk: Clerk, job: Job): Promise<void> {
  const { keyboard, page } = clerk;
  await clerk.button('Bắt đầu').waitFor();
  await clerk.takes('welcome');
  await keyboard.activate(clerk.button('Bắt đầu'));
  await chooseArea(clerk, job);
  await keyboard.goTo(page.getByRole('textbox', { name: 'Cơ quan chủ quản' }));
  await keyboard.typeInto(agencyOf(job));
  await clerk.takes('set-up-agency');
  await keyboard.press('Enter');
  await keyboard.goTo(page.getByRole('textbox', { name: 'Họ và tên' }));
  const { name, login, password } = administrator;
  await keyboard.typeInto([name, login, password, password]);
  await clerk.takes('set-up-administrator');
  await keyboard.press('Enter');
  await retypeKey(clerk);
}
