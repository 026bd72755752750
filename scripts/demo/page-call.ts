import type { Page } from '@playwright/test';
import { definitionOf, type CallInput, type CallOutput, type PlainCallName } from '../../shared/api.ts';
import { FailureError } from '../../shared/failure.ts';

/**
 * Makes one of the program's own calls from its page, through the same door as the page itself.
 * @throws FailureError as the page would get it
 */
export async function callFromPage<N extends PlainCallName>(
  page: Page,
  name: N,
  input: CallInput<N>,
): Promise<CallOutput<N>> {
  const answer = await page.evaluate(([callName, callInput]) => window.baYen.call(callName, callInput), [
    name,
    input,
  ] as const);
  if (!answer.ok) throw new FailureError(answer.error);
  return definitionOf(name)?.output.parse(answer.value) as CallOutput<N>;
}
