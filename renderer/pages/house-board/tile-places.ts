/** A place in the tile map: row and column, from 1. */
export interface TilePlace {
  readonly row: number;
  readonly column: number;
}

/**
 * Where the communes of Kỳ Sơn lie to each other, from the Lao border in the west and north to the plain in the
 * south-east. Only a layout: a commune without a place stands behind the others.
 */
const rows: readonly (readonly (string | null)[])[] = [
  [null, 'Mỹ Lý', 'Bắc Lý', 'Keng Đu', null],
  ['Na Loi', 'Đoọc Mạy', 'Huồi Tụ', 'Mường Lống', null],
  ['Nậm Cắn', 'Phà Đánh', 'Bảo Nam', 'Bảo Thắng', null],
  ['Tà Cạ', 'Mường Xén', 'Hữu Lập', 'Hữu Kiệm', 'Chiêu Lưu'],
  ['Mường Típ', 'Tây Sơn', 'Na Ngoi', 'Nậm Càn', null],
  ['Mường Ải', null, null, null, null],
];

/** The place of a commune by its exact name; undefined for one that is not on the map. */
export function tilePlace(name: string): TilePlace | undefined {
  for (const [row, names] of rows.entries()) {
    const column = names.indexOf(name);
    if (column >= 0) return { row: row + 1, column: column + 1 };
  }
  return undefined;
}

export const tileRows = rows.length;
export const tileColumns = 5;
