import type { NotYetReason, SignatureMode } from '../../shared/records/pledge.ts';
import { fold } from '../../shared/vietnamese/fold.ts';
import { readChoice, reasonChoices } from './choice.ts';

/** Where the clerk stands in the roster. */
export interface RosterState {
  /** Index of the current line. */
  readonly current: number;
  /** "Chưa ký" was pressed: the next key is the reason. */
  readonly askingReason: boolean;
}

/** What a key does. */
export type RosterAction =
  | { readonly type: 'mark'; readonly mode: SignatureMode; readonly reason: NotYetReason | null }
  | { readonly type: 'move'; readonly to: number }
  | { readonly type: 'ask_reason' }
  | { readonly type: 'leave_reason' }
  /** The key belongs to the search field. */
  | { readonly type: 'type' }
  | { readonly type: 'none' };

const PAGE = 10;
const markKeys: Readonly<Record<string, SignatureMode>> = {
  Enter: 'signed',
  '1': 'signed',
  '2': 'thumbprint',
  '3': 'represented',
};

function moveBy(key: string, current: number, count: number): number | null {
  const last = Math.max(0, count - 1);
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, current + 1);
    case 'ArrowUp':
      return Math.max(0, current - 1);
    case 'PageDown':
      return Math.min(last, current + PAGE);
    case 'PageUp':
      return Math.max(0, current - PAGE);
    default:
      return null;
  }
}

function reasonAction(key: string): RosterAction {
  if (key === 'Escape') return { type: 'leave_reason' };
  if (key === 'Enter') return { type: 'mark', mode: 'not_yet', reason: null };
  const choice = key.length === 1 ? readChoice(key, reasonChoices) : undefined;
  return choice ? { type: 'mark', mode: 'not_yet', reason: choice.value } : { type: 'none' };
}

/**
 * What a key means on the roster. While a name is being searched for, digits belong to the search (VNI types its
 * tones with digits) and Enter ends it; otherwise one key marks the line.
 */
export function rosterAction(
  key: string,
  state: RosterState,
  list: { readonly count: number; readonly searching: boolean },
): RosterAction {
  if (state.askingReason) return reasonAction(key);
  const to = moveBy(key, state.current, list.count);
  if (to !== null) return { type: 'move', to };
  if (list.searching) return { type: 'type' };
  const mode = markKeys[key];
  if (mode) return list.count > 0 ? { type: 'mark', mode, reason: null } : { type: 'none' };
  if (key === '0') return list.count > 0 ? { type: 'ask_reason' } : { type: 'none' };
  return /^\d$/.test(key) ? { type: 'none' } : { type: 'type' };
}

/** The line after a marked one: the next without a mark, else the next at all. */
export function lineAfter(current: number, marked: readonly boolean[]): number {
  const open = marked.findIndex((done, index) => index > current && !done);
  return open === -1 ? Math.min(current + 1, Math.max(0, marked.length - 1)) : open;
}

/** The first name that has a word beginning as typed (with or without diacritics), from the current line on. */
export function jumpTo(typed: string, names: readonly string[], from: number): number | null {
  const wanted = fold(typed);
  if (wanted === '') return null;
  const fits = (name: string) => ` ${fold(name)}`.includes(` ${wanted}`);
  const order = [...names.keys()].map((index) => (index + from) % names.length);
  return order.find((index) => fits(names[index] ?? '')) ?? null;
}
