/** Drafts lie under a name of their form: the page saves them, the save of the form deletes them. */

/** The half-typed form of a batch: one per clerk and batch. */
export function batchDraft(batchId: number): string {
  return `stack:${batchId}`;
}

/** The form of a record; of a new one where there is no key yet. */
export function recordDraft(kind: string, id: number | null): string {
  return `${kind}:${id ?? 'new'}`;
}

/** What the name of a draft may be: a form, its record, and what is done to it. */
export const draftName = /^[a-z_]{1,30}:(new|\d{1,15})(:[a-z_]{1,20})?$/;
