import { formatDate } from '../../shared/vietnamese/dates.ts';
import type { Clerk } from './clerk.ts';
import type { Job } from './forms-file.ts';
import { callFromPage } from './page-call.ts';

const themes = 'Không vi phạm pháp luật, không tham gia tệ nạn xã hội; tố giác tội phạm.';

/** Opens the campaign of the file's year on its page; gives its id. */
export async function openCampaign(clerk: Clerk, job: Job): Promise<number> {
  const { keyboard, page } = clerk;
  await clerk.open('Đợt cam kết');
  await keyboard.activate(clerk.button('Thêm đợt cam kết').first());
  await keyboard.replace(page.locator('[name=year]'), String(job.year));
  await keyboard.replace(page.locator('[name=title]'), `Đợt ký cam kết năm ${String(job.year)}`);
  await keyboard.replace(page.locator('[name=themes]'), themes);
  await keyboard.replace(page.locator('[name=from_date]'), formatDate(job.from));
  await keyboard.replace(page.locator('[name=to_date]'), formatDate(job.to));
  await clerk.takes('campaign');
  await keyboard.press('Control+Enter');
  await page.locator('[name=themes]').waitFor({ state: 'detached' });
  const { rows } = await callFromPage(page, 'records.list', { kind: 'pledge_campaign', filter: {} });
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('The campaign is not there.');
  return id;
}
