import type { Page } from '@playwright/test';
import type { PageEvent } from '../../shared/events.ts';

/** Runs in the page before its own scripts: the same door that the preload script opens in Electron. */
export const bridgeScript = `(() => {
  if (window !== window.top || window.baYen) return;
  const early = [];
  let listener;
  const send = window.baYenCall;
  Object.defineProperty(window, 'baYenPush', {
    value: (event) => { if (listener) listener(event); else early.push(event); },
  });
  Object.defineProperty(window, 'baYen', {
    value: Object.freeze({
      call: (name, input) => send(name, input),
      onEvent: (newListener) => {
        listener = newListener;
        for (const event of early.splice(0)) newListener(event);
      },
    }),
  });
})()`;

/** Hands events to the page one after the other, in their order; before there is one, nobody listens. */
export class EventPipe {
  #page: Page | undefined;
  #last: Promise<unknown> = Promise.resolve();

  open(page: Page): void {
    this.#page = page;
  }

  push(event: PageEvent): void {
    this.#last = this.#last.then(async () => {
      try {
        await this.#page?.evaluate((pushed) => {
          const { baYenPush } = window as unknown as { baYenPush?: (event: unknown) => void };
          baYenPush?.(pushed);
        }, event as unknown);
      } catch {
        // The page is closing or loading again: it asks for the state itself when it is there.
      }
    });
  }
}
