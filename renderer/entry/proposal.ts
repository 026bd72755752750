/** What a key does to a field that shows a proposed value (the signing date last used, the form number). */
export type ProposalEffect =
  /** The proposal goes, and the digit is the first one of a new value. */
  | 'replace'
  /** The clerk edits the proposal in place from now on. */
  | 'edit'
  /** The proposal stays one. */
  | 'keep';

export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

const EDITING = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End', 'Backspace', 'Delete']);

/** Digits replace the proposal wherever the caret stands; caret keys begin to edit it; all else leaves it. */
export function proposalEffect({ key, ctrlKey, altKey, metaKey }: PressedKey): ProposalEffect {
  if (ctrlKey || altKey || metaKey) return 'keep';
  if (/^\d$/.test(key)) return 'replace';
  return EDITING.has(key) ? 'edit' : 'keep';
}
