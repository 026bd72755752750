/** A moment as people read it here: `dd/MM/yyyy HH:mm`, in the machine's own time. */
export function dayAndTime(moment: string): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return 'không rõ lúc nào';
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${two(date.getDate())}/${two(date.getMonth() + 1)}/${date.getFullYear()}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The calendar day of a moment in the machine's own time, `yyyy-MM-dd`. */
export function localDay(moment: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** The moment (ISO 8601, UTC) at which a calendar day begins on this machine's clock. */
export function beginningOf(day: string): string {
  return new Date(`${day}T00:00:00`).toISOString();
}
