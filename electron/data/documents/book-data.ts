import type { Agency } from './letterhead.ts';

/** A column of a book, as its kind declares it. */
export interface BookColumn {
  readonly title: string;
  /** Width on the screen; what is free on paper is shared out by it. */
  readonly px: number;
  /** Prose takes most of what is free, then names; words, days and numbers stand in the middle of little room. */
  readonly nature: 'prose' | 'name' | 'word' | 'exact';
  /** What has to stand on one line, the longest there is. */
  readonly samples: readonly string[];
}

/** One record of a book. */
export interface BookRow {
  /** One text per column, without the running number. */
  readonly texts: readonly string[];
  /** Printed above the first row of a group where the book has groups. */
  readonly group?: string | undefined;
  /** Said below the row's name: "(đã hủy)", which also strikes it through, or "(giữ số)". */
  readonly mark?: { readonly text: string; readonly struck: boolean } | undefined;
}

/** Everything that a book says. */
export interface BookData {
  readonly title: string;
  /** Period and filter in one line. */
  readonly subject: string;
  readonly agency: Agency;
  /** ISO date. */
  readonly document_date: string;
  /** Head of the audit chain, in hexadecimal. */
  readonly chain_head: string;
  readonly sample: boolean;
  readonly internal: boolean;
  readonly columns: readonly BookColumn[];
  /** The column that marks stand in. */
  readonly nameColumn: number;
  /** How many rows there will be. */
  readonly total: number;
  readonly rows: Iterable<BookRow>;
  /** Said once all rows are there: the totals of what is counted (empty for none) and the closing sentences. */
  readonly ending: () => { readonly totals: string; readonly sentences: readonly string[] };
}
