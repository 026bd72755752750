import { useEffect } from 'react';
import { useCall, type CallState } from '../../app/data.ts';
import { onEvent } from '../../client.ts';
import type { Drive } from './place.ts';

const LOOK_AGAIN_MS = 3_000;

/** The plugged-in removable drives, looked for again every few seconds while shown. */
export function useDrives(): CallState<Drive[]> {
  const drives = useCall('desktop.drives', {});
  const { reload } = drives;
  useEffect(() => {
    const timer = setInterval(reload, LOOK_AGAIN_MS);
    const stop = onEvent((event) => {
      if (event.type === 'status_changed') reload();
    });
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [reload]);
  return drives;
}
