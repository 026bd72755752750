import { formatDate } from '../../../shared/vietnamese/dates.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import type { Sink } from './canvas.ts';
import { closing } from './closing.ts';
import { houseListLooks, type HouseListKind, type ListLook } from './house-list-looks.ts';
import { drawHeading, drawLetterhead, type Agency } from './letterhead.ts';
import { landscape, mm } from './metrics.ts';
import { Paper, type DocumentOptions } from './paper.ts';
import { TableFlow } from './table-flow.ts';
import { Table } from './table.ts';

/** A house of a list, as it stood on the day of the document. */
export interface ListedHouse {
  /** Already without the name of a household that has not consented, where the list is public. */
  readonly name: string;
  readonly poverty_class: string;
  readonly build_kind: string;
  readonly member_count: number;
  /** đồng */
  readonly planned: number;
  readonly step: string;
  /** ISO date. */
  readonly handed_over_on: string | null;
  readonly note: string;
}

/** What the lists of a commune's houses of a phase have in common. */
export interface HouseListData {
  /** The programme's title. */
  readonly program: string;
  readonly phase: string;
  /** "xã Huồi Tụ" */
  readonly commune: string;
  readonly commune_type: string;
  /** Villages with their houses. */
  readonly groups: readonly { readonly village: string; readonly houses: readonly ListedHouse[] }[];
  readonly agency: Agency;
  /** ISO date; the houses are told as of this day. */
  readonly document_date: string;
  /** Head of the audit chain, in hexadecimal. */
  readonly chain_head: string;
  readonly sample: boolean;
}

const size = 12;
const tallestRow = mm(44);

/**
 * Makes a list of a commune's houses of a phase on sheets on their side, grouped by villages: for the office, for the
 * public (names only of households that consented), or for a survey, with empty columns for what is found. Bytes go
 * to the sink page by page. Fails `cancelled` when asked to stop.
 */
export function makeHouseList(
  kind: HouseListKind,
  data: HouseListData,
  options: DocumentOptions,
  sink: Sink,
): { pages: number; rows: number } {
  const look: ListLook = houseListLooks[kind];
  const { program, phase, commune, document_date, chain_head, sample, agency } = data;
  const furniture = { date: document_date, chainHead: chain_head, sample, layout: landscape };
  const paper = new Paper({ ...furniture, title: `${look.title} - ${commune}` }, options, sink);
  paper.addPage();
  const { canvas } = paper;
  const below = drawLetterhead(canvas, agency, document_date);
  const lines = [`${phase}, ${commune}, tính đến ngày ${formatDate(document_date)}`];
  const { columns, rowHeight = 0 } = look;
  const table = new Table(canvas, columns, { size, tallestRow, rowHeight });
  const heading = { title: look.title, subject: program, lines };
  const flow = new TableFlow(paper, table, drawHeading(canvas, heading, below));
  let rows = 0;
  for (const { village, houses } of data.groups) {
    flow.add(table.band(`${village} (${formatNumber(houses.length)} hộ)`, 'next'));
    for (const house of houses) flow.add(table.row(look.row(house, (rows += 1))));
    const subtotal = look.subtotal(houses);
    if (subtotal) flow.add(table.band(subtotal, 'previous'));
  }
  const all = data.groups.flatMap(({ houses }) => houses);
  flow.finish(closing(paper, look.sentences(all), look.signatures(data)));
  canvas.end();
  return { pages: canvas.pages, rows };
}
