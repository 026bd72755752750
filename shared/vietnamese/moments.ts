const pad = (value: number): string => String(value).padStart(2, '0');

/** A moment (ISO 8601) as this machine's clock shows it: "14:05, 03/08/2023". Other text unchanged. */
export function formatMoment(moment: string): string {
  const at = new Date(moment);
  if (Number.isNaN(at.getTime())) return moment;
  const day = `${pad(at.getDate())}/${pad(at.getMonth() + 1)}/${at.getFullYear()}`;
  return `${pad(at.getHours())}:${pad(at.getMinutes())}, ${day}`;
}
