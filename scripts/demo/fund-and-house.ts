import { basename, join } from 'node:path';
import { houseSteps } from '../../shared/records/house-step.ts';
import { stepsInOrder, threeHard } from '../../shared/records/house-flow.ts';
import { formatDate } from '../../shared/vietnamese/dates.ts';
import { cleanText } from '../../shared/vietnamese/text.ts';
import type { Clerk } from './clerk.ts';
import type { Job } from './forms-file.ts';
import { callFromPage } from './page-call.ts';
import { picks } from './picks.ts';
import type { PlacedStack } from './places.ts';

const officer = 'Nguyễn Thị Hương Giang';
const fund = 'Vận động làm nhà cho hộ nghèo';

/** What receipts and houses stand on: an officer, a campaign, a programme with its phase. */
async function prepare(clerk: Clerk, { from, to }: Job): Promise<void> {
  const create = (
    kind: 'officer' | 'fund_campaign' | 'housing_program' | 'housing_phase',
    values: Record<string, string | number | null>,
  ) => callFromPage(clerk.page, 'records.create', { kind, values });
  await create('officer', { full_name: officer });
  const unsaid = {
    scope: null,
    place: null,
    bank_account: null,
    basis: null,
    target_amount: 100_000_000,
    note: null,
  };
  await create('fund_campaign', { title: fund, purpose: fund, opens_on: from, closes_on: null, ...unsaid });
  const program = await create('housing_program', {
    ...{ title: 'Làm nhà cho hộ nghèo', basis: null, from_date: from, to_date: null, note: null },
  });
  const phase = { name: 'Giai đoạn 1', planned_houses: 1, from_date: from, to_date: to, note: null };
  await create('housing_phase', { program_id: program.id, ...phase });
}

/** Saves the document that is shown as a file of that name, by keyboard. */
async function savesAs(clerk: Clerk, file: string): Promise<void> {
  await clerk.page.locator('canvas[data-drawn]').first().waitFor();
  await clerk.program.answerDialogs({ saveFile: file });
  await clerk.keyboard.press('Control+s');
  await clerk.page
    .getByRole('status')
    .filter({ hasText: basename(file) })
    .waitFor();
}

/** A receipt typed by keyboard and numbered; its paper saved as `receipt.pdf`. */
async function receives(clerk: Clerk, job: Job, out: string): Promise<void> {
  const { keyboard, page } = clerk;
  const field = (name: string) => page.locator(`[name=${name}]`).first();
  await clerk.open('Phiếu thu');
  await keyboard.activate(clerk.button('Lập phiếu thu').first());
  await keyboard.replace(field('received_on'), formatDate(job.from));
  await keyboard.replace(field('donor_name'), 'Hợp tác xã Mường Lống');
  await keyboard.replace(field('donor_address'), 'xã Mường Lống');
  await keyboard.replace(field('content'), 'Ủng hộ làm nhà cho hộ nghèo');
  await keyboard.replace(field('amount'), '12.500.000');
  await picks(clerk, page.getByRole('combobox', { name: 'Người thu' }), officer, officer);
  await clerk.takes('receipt');
  await keyboard.press('Control+Enter');
  await clerk.sees(/Đã phát hành số 1\./);
  await keyboard.press('F8');
  await savesAs(clerk, join(out, 'receipt.pdf'));
  await clerk.takes('receipt-paper');
  await keyboard.press('Escape');
}

/** A house for the first household of the stack, approved and taken step by step to its hand-over. */
async function builds(clerk: Clerk, { to }: Job, stack: PlacedStack): Promise<void> {
  const { keyboard, page } = clerk;
  const [form] = stack.forms;
  if (!form) throw new Error('There is no household to build for.');
  // As the program keeps it; the file may have its letters taken apart.
  const head = cleanText(form.head_name);
  const field = (name: string) => page.locator(`[name=${name}]`).first();
  await clerk.open('Nhà');
  await keyboard.activate(clerk.button('Thêm nhà').first());
  await picks(clerk, page.getByRole('combobox', { name: 'Giai đoạn' }), 'Giai', 'Giai đoạn 1');
  await picks(clerk, page.getByRole('combobox', { name: 'Hộ', exact: true }), head, head);
  await keyboard.replace(field('approved_on'), formatDate(to));
  await keyboard.replace(field('standard'), 'Nhà lắp ghép 3 gian');
  await keyboard.replace(field('floor_area'), '46,5');
  await keyboard.press('Control+Enter');
  await clerk.sees('Đã thêm nhà.');
  for (const step of stepsInOrder.slice(1)) {
    // The button stands once what was saved before has been read again.
    await clerk.button(/\(F2\)$/).waitFor();
    await keyboard.press('F2');
    await page.getByRole('heading', { name: houseSteps[step] }).waitFor();
    await keyboard.replace(field('step_on'), formatDate(to));
    if (step === 'accepted')
      for (const name of Object.keys(threeHard)) {
        await keyboard.goTo(field(name));
        await keyboard.press('Space');
      }
    await keyboard.press('Control+Enter');
    await clerk.sees(`Đã đến: ${houseSteps[step]}`);
  }
  await clerk.takes('house');
}

/**
 * One receipt, and one house from its approval to its hand-over; their papers are saved as `receipt.pdf` and
 * `handover.pdf`.
 */
export async function receiveAndBuild(
  clerk: Clerk,
  job: Job,
  stack: PlacedStack,
  out: string,
): Promise<void> {
  await prepare(clerk, job);
  await receives(clerk, job, out);
  await builds(clerk, job, stack);
  await clerk.keyboard.activate(clerk.button('Bàn giao'));
  await savesAs(clerk, join(out, 'handover.pdf'));
  await clerk.takes('handover');
  await clerk.keyboard.press('Escape');
  await clerk.open('Tiến độ làm nhà');
  await clerk.page.getByRole('row').nth(1).waitFor();
  await clerk.takes('house-board');
}
