/** What the demo did, as `summary.json` has it. */
export interface Summary {
  readonly forms_read: number;
  readonly forms_typed_in_window: number;
  readonly duplicates_skipped: number;
  readonly conflicts: number;
  readonly households_saved: number;
  readonly pledges_signed: number;
  readonly pledges_not_signed: number;
  readonly register_rows: number;
  readonly register_pages: number;
  readonly backup_verified: boolean;
  readonly restored_households: number;
  readonly keystrokes_per_form_stack: number;
  readonly seconds_total: number;
  readonly runtime: string;
}

/** The summary as a table of two columns. */
export function asTable(summary: Summary): string {
  const entries = Object.entries(summary) as [string, string | number | boolean][];
  const width = Math.max(...entries.map(([name]) => name.length));
  return entries.map(([name, value]) => `${name.padEnd(width)}  ${String(value)}\n`).join('');
}
