import type { Agency } from './letterhead.ts';

export type SignatureMode = 'signed' | 'thumbprint' | 'represented' | 'not_yet';
export type NotSignedReason = 'away' | 'works_elsewhere' | 'just_moved_in' | 'not_met';

/** One household of a register, as it stood on its form. */
export interface RegisterRow {
  head_name: string;
  /** `1978` or `1990-10-08`. */
  birth: string;
  member_count: number;
  /** ISO date; null for a household that has not signed yet. */
  signed_on: string | null;
  signature_mode: SignatureMode;
  /** The clerk's own note. */
  note: string;
  /** Printed on the internal copy only. */
  reason?: NotSignedReason | null;
  ethnicity_name?: string | null;
}

/** A village and its households in the order in which they are printed. */
export interface RegisterGroup {
  village_name: string;
  rows: readonly RegisterRow[];
}

/** Everything that a pledge register says. */
export interface RegisterData {
  scope: 'commune' | 'village';
  commune_name: string;
  /** "xã" or "thị trấn". */
  commune_type: string;
  /** The village of a village's register. */
  village_name?: string | null;
  campaign: { title: string; year: number };
  agency: Agency;
  /** ISO date. */
  document_date: string;
  /** Head of the audit chain, in hexadecimal. */
  chain_head: string;
  sample: boolean;
  /** The copy that stays in the office: it shows why a household has not signed. */
  internal: boolean;
  columns: { ethnicity: boolean; signature: boolean };
  groups: Iterable<RegisterGroup>;
}

/** What a finished document holds. */
export interface DocumentResult {
  pages: number;
  rows: number;
  signed: number;
}
