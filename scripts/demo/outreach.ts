import { basename, join } from 'node:path';
import { formatDate } from '../../shared/vietnamese/dates.ts';
import type { Clerk } from './clerk.ts';
import type { Job } from './forms-file.ts';
import { picks } from './picks.ts';
import type { PlacedStack } from './places.ts';

/** A launch session in the village of the stack, from its paper to the list and to the coverage. */
export async function holdSession(clerk: Clerk, job: Job, stack: PlacedStack): Promise<void> {
  const { keyboard, page } = clerk;
  const field = (name: string) => page.locator(`[name=${name}]`).first();
  await clerk.open('Phát động');
  await keyboard.activate(clerk.button('Thêm buổi phát động').first());
  await keyboard.replace(field('held_on'), formatDate(job.from));
  const villages = page.getByRole('combobox', { name: 'Bản, khối được phát động' });
  await picks(clerk, villages, stack.villageName, stack.villageName, stack.communeName);
  await keyboard.type('75');
  await keyboard.press('Enter');
  await keyboard.replace(field('attendance_count'), '75');
  await keyboard.replace(field('content'), 'Phát động toàn dân bảo vệ an ninh Tổ quốc; ký cam kết từng hộ.');
  await clerk.takes('launch-session');
  await keyboard.press('Control+Enter');
  await page.getByRole('status', { name: 'Tổng số' }).filter({ hasText: '1 buổi phát động' }).waitFor();
  await keyboard.press('F6');
  await keyboard.replace(field('from'), formatDate(job.from));
  await keyboard.replace(field('to'), formatDate(job.to));
  await keyboard.press('Enter');
  await page.getByTestId('launch-totals').filter({ hasText: '1 buổi' }).waitFor();
  await clerk.takes('launch-coverage');
}

const opinions = [
  {
    topic: 'Ma túy',
    content: 'Đề nghị tăng cường tuần tra ban đêm ở khu vực cuối bản.',
    handling: 'assigned',
  },
  { topic: 'Cư trú', content: 'Làm thẻ căn cước cho người già ở đâu?', handling: 'explained' },
  { topic: 'Giao thông', content: 'Đề nghị cấp trên sửa cầu treo đầu bản.', handling: 'escalated' },
] as const;

async function typeForum(clerk: Clerk, job: Job, stack: PlacedStack): Promise<void> {
  const { keyboard, page } = clerk;
  const field = (name: string) => page.locator(`[name=${name}]`).first();
  await clerk.open('Diễn đàn');
  await keyboard.activate(clerk.button('Thêm diễn đàn').first());
  await keyboard.replace(field('held_on'), formatDate(job.lastSignedOn));
  await keyboard.goTo(
    page.locator('[name=forum_level][value=commune]').or(page.locator('[name=forum_level]')).first(),
  );
  await keyboard.press('ArrowDown');
  await picks(
    clerk,
    page.getByRole('combobox', { name: 'Xã, thị trấn' }),
    stack.communeName,
    stack.communeName,
  );
  await keyboard.replace(field('place'), 'Hội trường UBND');
  await keyboard.replace(field('started_at'), '08:00');
  await keyboard.replace(field('ended_at'), '11:00');
  await keyboard.replace(field('police_chair'), 'Thượng tá Nguyễn Văn Kiểm, Trưởng Công an huyện');
  await keyboard.replace(field('front_chair'), 'Ông Lầu Bá Chò, Chủ tịch MTTQ');
  await keyboard.replace(field('secretary'), 'Đại úy Xeo Khăm Hương');
  await keyboard.replace(field('attendees'), 'Cấp ủy, UBND, các đoàn thể, trưởng bản và nhân dân');
  await keyboard.replace(field('attendance_count'), '75');
  await clerk.takes('forum');
  await keyboard.press('Control+Enter');
  await clerk.button('Nhập ý kiến').waitFor();
}

async function typeOpinions(clerk: Clerk): Promise<void> {
  const { keyboard, page } = clerk;
  await keyboard.activate(clerk.button('Nhập ý kiến'));
  for (const [index, { topic, content, handling }] of opinions.entries()) {
    await picks(clerk, page.getByRole('combobox', { name: 'Chủ đề' }), topic, topic);
    await keyboard.replace(page.locator('[name=content]'), content);
    const handlingChoice = page.getByLabel('Hướng xử lý');
    await keyboard.goTo(handlingChoice);
    await handlingChoice.selectOption(handling);
    if (handling === 'explained')
      await keyboard.replace(
        page.getByLabel('Trả lời', { exact: true }),
        'Tại Công an xã; người già được làm tại nhà.',
      );
    if (handling === 'escalated')
      await keyboard.replace(page.getByLabel('Cơ quan phụ trách'), 'Sở Giao thông vận tải');
    await keyboard.press('Control+Enter');
    await clerk.sees(`Đã thêm ý kiến ${String(index + 1)}.`);
  }
  await clerk.takes('opinions');
}

/** A forum with three opinions, its minutes saved as `minutes.pdf`, and the board of what is still owed. */
export async function holdForum(clerk: Clerk, job: Job, stack: PlacedStack, folder: string): Promise<void> {
  const { keyboard, page } = clerk;
  await typeForum(clerk, job, stack);
  await typeOpinions(clerk);
  await keyboard.press('F8');
  await page.locator('canvas[data-drawn]').first().waitFor();
  await clerk.takes('minutes');
  const file = join(folder, 'minutes.pdf');
  await clerk.program.answerDialogs({ saveFile: file });
  await keyboard.press('Control+s');
  await page
    .getByRole('status')
    .filter({ hasText: basename(file) })
    .waitFor();
  await clerk.open('Ý kiến, kiến nghị');
  await page.getByRole('row').nth(1).waitFor();
  await clerk.takes('opinion-board');
}
