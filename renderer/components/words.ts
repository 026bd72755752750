import { formatDate, isIsoDate } from '../../shared/vietnamese/dates.ts';

import { formatDecimal } from '../../shared/vietnamese/numbers.ts';

export { formatMoment as momentInWords } from '../../shared/vietnamese/moments.ts';

const pad = (value: number): string => String(value).padStart(2, '0');

/** Remaining time of a job in words: "còn khoảng 2 phút". */
export function remainingInWords(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds <= 1) return 'sắp xong';
  if (seconds < 60) return `còn khoảng ${seconds} giây`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `còn khoảng ${minutes} phút` : `còn khoảng ${Math.round(minutes / 60)} giờ`;
}

/** Today on this machine, `yyyy-MM-dd`. */
export function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

/** Days in words: "hôm nay", "hôm qua", "5 ngày trước". */
export function daysAgo(days: number): string {
  if (days <= 0) return 'hôm nay';
  return days === 1 ? 'hôm qua' : `${days} ngày trước`;
}

/** A size of a file or drive in words: "1,4 GB". */
export function bytesInWords(bytes: number): string {
  const units = ['byte', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let index = 0;
  while (value >= 1000 && index < units.length - 1) {
    value /= 1000;
    index += 1;
  }
  return `${index === 0 || value >= 100 ? String(Math.round(value)) : formatDecimal(value, 1)} ${units[index] ?? ''}`;
}

/** A stored day as dd/MM/yyyy; other text unchanged. */
export function dateInWords(date: string): string {
  return isIsoDate(date) ? formatDate(date) : date;
}
