import type { KeyboardEvent } from 'react';

type Stop = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Where Enter stops in a form: every field once, a group of radio buttons at the one that is chosen. */
function stopsOf(form: HTMLElement): Stop[] {
  const all = [...form.querySelectorAll<Stop>('input, textarea:not([aria-hidden]), select')];
  return all.filter((stop) => {
    if (stop.disabled || stop.closest('[hidden]') || stop.getAttribute('aria-hidden') === 'true')
      return false;
    // Reached from the field that it belongs to, by that field's own keys.
    if (stop.dataset['aside'] !== undefined) return false;
    if (!(stop instanceof HTMLInputElement) || stop.type !== 'radio') return stop.type !== 'hidden';
    const group = all.filter((other) => other.name === stop.name) as HTMLInputElement[];
    return stop === (group.find((other) => other.checked) ?? group[0]);
  });
}

function focusStop(stop: Stop): void {
  stop.focus();
  if (stop instanceof HTMLInputElement && stop.type !== 'radio' && stop.type !== 'checkbox') stop.select();
}

/** Puts the focus into a form's first field. */
export function focusFirst(form: HTMLElement | null): void {
  const first = form && stopsOf(form)[0];
  if (first) focusStop(first);
}

/**
 * For an effect: when a form or panel goes and takes the focus with it, the focus goes back to the panel that held
 * it, to the list, or to the page where there is no list yet.
 */
export function returnFocus(element: HTMLElement | null): () => void {
  const panel = element?.parentElement?.closest<HTMLElement>('[data-panel]');
  return () => {
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      const list = document.querySelector<HTMLElement>(
        'main [role="grid"][tabindex], main [role="grid"] [tabindex="0"], main [role="listbox"]',
      );
      (panel?.isConnected ? panel : (list ?? document.getElementById('page')))?.focus();
    });
  };
}

/**
 * A clerk's keys in a form: Enter goes on and from the last field saves, Shift+Enter goes back, Ctrl+Enter saves.
 * In a field of several lines Enter is a new line. Keys of an input method in the middle of its work and keys that
 * a field has used itself (a list that is open) are left alone.
 */
export function walkOnEnter(event: KeyboardEvent<HTMLElement>, save: () => void): void {
  const { nativeEvent: native } = event;
  if (event.key !== 'Enter' || event.defaultPrevented || native.isComposing) return;
  if (native.keyCode === 229 || native.keyCode === 231) return;
  if (event.ctrlKey) {
    event.preventDefault();
    save();
    return;
  }
  const target = event.target as HTMLElement;
  if (target instanceof HTMLButtonElement) return;
  // A text that only wraps has no lines of its own: Enter goes on.
  const lines = target instanceof HTMLTextAreaElement && target.dataset['walk'] === undefined;
  if (lines && !event.shiftKey) return;
  event.preventDefault();
  const stops = stopsOf(event.currentTarget);
  const at = stops.findIndex(
    (stop) =>
      stop === target ||
      (target instanceof HTMLInputElement && target.type === 'radio' && stop.name === target.name),
  );
  const next = stops[at + (event.shiftKey ? -1 : 1)];
  if (next) focusStop(next);
  else if (!event.shiftKey) save();
}
