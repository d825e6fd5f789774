import { useCallback, useEffect, useRef } from 'react';

/** Answers a function that stays the same and does what the newest `act` does; for what is told, never while drawing. */
export function useStable<Told extends readonly unknown[]>(
  act: (...told: Told) => void,
): (...told: Told) => void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  return useCallback((...told) => {
    latest.current(...told);
  }, []);
}
