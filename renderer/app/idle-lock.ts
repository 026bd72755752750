import { useEffect, useRef } from 'react';

const STEP_MS = 5_000;

/** Calls `lock` once when nobody has touched key or mouse for that many minutes. */
export function useIdleLock(minutes: number, active: boolean, lock: () => void): void {
  const latest = useRef(lock);
  useEffect(() => {
    latest.current = lock;
  });
  useEffect(() => {
    if (!active) return;
    let touched = Date.now();
    const touch = () => {
      touched = Date.now();
    };
    const seen = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
    for (const name of seen) window.addEventListener(name, touch, { capture: true, passive: true });
    // A clock that is looked at, not one long timer: it also holds after the computer has slept.
    const timer = setInterval(() => {
      if (Date.now() - touched < minutes * 60_000) return;
      touched = Date.now();
      latest.current();
    }, STEP_MS);
    return () => {
      clearInterval(timer);
      for (const name of seen) window.removeEventListener(name, touch, { capture: true });
    };
  }, [minutes, active]);
}
