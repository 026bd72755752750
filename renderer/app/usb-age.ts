import { useEffect } from 'react';
import { onEvent } from '../client.ts';
import { daysAgo } from '../components/words.ts';
import { useCall } from './data.ts';
import { useOfficeStatus } from './session.tsx';

const HOUR_MS = 3_600_000;

export interface UsbAge {
  readonly state: 'fresh' | 'amber' | 'red';
  /** "Chép USB: 5 ngày trước"; empty while unknown. */
  readonly text: string;
}

/** State of a copy that is so many days old; null means that there is none. Amber after 7 days, red after 14. */
export function usbState(days: number | null): UsbAge['state'] {
  if (days === null || days > 14) return 'red';
  return days > 7 ? 'amber' : 'fresh';
}

/** How old the last verified copy on a stick is; asked again when something changed, and every hour. */
export function useUsbAge(): UsbAge {
  const { sample } = useOfficeStatus();
  const { value, reload } = useCall('backup.status', {});
  useEffect(() => {
    const timer = setInterval(reload, HOUR_MS);
    const stop = onEvent((event) => {
      if (event.type === 'status_changed') reload();
    });
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [reload]);
  // Nobody needs a copy of practice records.
  if (!value || sample) return { state: 'fresh', text: '' };
  const days = value.last_usb?.days ?? null;
  return {
    state: usbState(days),
    text: days === null ? 'Chưa chép ra USB' : `Chép USB: ${daysAgo(days)}`,
  };
}
