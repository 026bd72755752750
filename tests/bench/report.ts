import type { Figures } from './harness.ts';

interface Limit {
  readonly key: string;
  readonly text: string;
  /** How much of the limit is used: more than 1 falls short. Undefined where a figure is missing. */
  readonly used: (value: (key: string) => number) => number;
}

const atMost = (key: string, limit: number): Limit => ({
  key,
  text: `≤ ${limit}`,
  used: (value) => value(key) / limit,
});
const timesFloor = (key: string, floor: string, limit: number): Limit => ({
  key,
  text: `≤ ${limit.toFixed(1)} × floor`,
  used: (value) => value(key) / value(floor) / limit,
});

const limits: readonly Limit[] = [
  {
    key: 'save_ms',
    text: '≤ max(4 × floor, floor + 1 ms)',
    used: (value) => value('save_ms') / Math.max(4 * value('save_floor_ms'), value('save_floor_ms') + 1),
  },
  {
    key: 'bulk_rows_s',
    text: '≥ 0.5 × floor',
    used: (value) => (0.5 * value('bulk_floor_rows_s')) / value('bulk_rows_s'),
  },
  timesFloor('register_ms', 'register_floor_ms', 2),
  atMost('register_rss_mb', 400),
  atMost('search_p95_ms', 16),
  atMost('list_page_ms', 50),
  atMost('list_total_ms', 150),
  atMost('opinion_board_ms', 50),
  atMost('house_board_ms', 50),
  atMost('fund_balance_ms', 20),
  timesFloor('backup_s', 'backup_floor_s', 1.5),
  timesFloor('attachment_add_ms', 'attachment_add_floor_ms', 5),
  timesFloor('start_ms', 'start_floor_ms', 2),
  atMost('freeze_ms', 50),
];

const shown = (value: number): string =>
  value >= 1000 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(3);

/** The figures as a table: each with its limit, how much of it is used, and a mark on what falls short. */
export function table(figures: Figures): string {
  const value = (key: string) => figures[key]?.median ?? NaN;
  const lines = Object.entries(figures).map(([key, { median, pairs, n }]) => {
    const limit = limits.find((one) => one.key === key);
    const used = limit?.used(value) ?? NaN;
    const share = Number.isNaN(used) ? '' : `${(used * 100).toFixed(0)} %`;
    const mark = used > 1 ? 'FALLS SHORT' : '';
    return [key, shown(median), String(pairs), String(n), limit?.text ?? '', share, mark];
  });
  const rows = [['figure', 'median', 'pairs', 'n', 'limit', 'used', ''], ...lines];
  const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const right = new Set([1, 2, 3, 5]);
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          right.has(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
