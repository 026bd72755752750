const NEEDS_QUOTES = /[",\r\n]/;

function cellText(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * CSV text by RFC 4180: commas, CRLF after every row, quotes only where needed, null as an empty cell. Without a
 * byte order mark unless asked for (Excel needs it to see Vietnamese letters).
 */
export function writeCsv(
  rows: Iterable<readonly (string | number | null)[]>,
  { byteOrderMark = false }: { byteOrderMark?: boolean } = {},
): string {
  let text = byteOrderMark ? '\ufeff' : '';
  for (const row of rows) text += `${row.map(cellText).join(',')}\r\n`;
  return text;
}
