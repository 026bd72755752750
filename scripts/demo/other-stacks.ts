import type { Page } from '@playwright/test';
import { callFromPage } from './page-call.ts';
import type { PlacedStack } from './places.ts';

/** The largest number that a cover sheet may bear. */
const MOST_FORMS = 5000;

async function saveBatch(page: Page, campaignId: number, stack: PlacedStack): Promise<void> {
  const batch = await callFromPage(page, 'batches.open', {
    campaign_id: campaignId,
    village_id: stack.villageId,
    way: 'stack',
    cover_count: stack.forms.length,
  });
  for (const form of stack.forms) {
    await callFromPage(page, 'pledges.save', {
      batch_id: batch.id,
      form_number: form.form_number,
      head_name: form.head_name,
      birth: form.birth,
      sex: form.sex,
      member_count: form.member_count,
      signature_mode: form.signature_mode,
      signed_on: form.signed_on,
      reason: form.reason,
    });
  }
  const { version } = await callFromPage(page, 'batches.get', { batch_id: batch.id });
  await callFromPage(page, 'batches.close', { batch_id: batch.id, version });
}

/** Enters stacks through the program's own call for saving a form, a batch for each village. */
export async function enterOtherStacks(
  page: Page,
  campaignId: number,
  stacks: readonly PlacedStack[],
): Promise<void> {
  for (const stack of stacks) {
    for (let first = 0; first < stack.forms.length; first += MOST_FORMS) {
      await saveBatch(page, campaignId, { ...stack, forms: stack.forms.slice(first, first + MOST_FORMS) });
    }
  }
}
