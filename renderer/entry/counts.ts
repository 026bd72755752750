import type { BatchCounts } from '../../shared/api/batches.ts';
import type { SignatureMode } from '../../shared/records/pledge.ts';
import { formatNumber } from '../../shared/vietnamese/numbers.ts';

/** The counts with the forms that are on their way to the database; `signed` is all three ways of signing. */
export function withPending(counts: BatchCounts, pending: readonly SignatureMode[]): BatchCounts {
  const sum = { ...counts };
  for (const mode of pending) {
    sum.forms += 1;
    if (mode !== 'not_yet') sum.signed += 1;
    if (mode !== 'signed') sum[mode] += 1;
  }
  return sum;
}

/** "Đã ký 24, trong đó điểm chỉ 3; chưa ký 2", then repeats where there are any. */
export function countsLine(counts: BatchCounts): string {
  const parts = [
    counts.thumbprint > 0 ? `điểm chỉ ${formatNumber(counts.thumbprint)}` : '',
    counts.represented > 0 ? `đại diện ${formatNumber(counts.represented)}` : '',
  ].filter(Boolean);
  const among = parts.length > 0 ? `, trong đó ${parts.join(', ')}` : '';
  const repeats = counts.repeats > 0 ? `; tờ trùng ${formatNumber(counts.repeats)}` : '';
  return `Đã ký ${formatNumber(counts.signed)}${among}; chưa ký ${formatNumber(counts.not_yet)}${repeats}`;
}
