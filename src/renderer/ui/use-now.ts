import { useEffect, useState, useSyncExternalStore } from 'react';

/** The time, looked at again every `interval` milliseconds. */
export function useNow(interval: number): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(new Date());
    }, interval);
    return () => {
      clearInterval(timer);
    };
  }, [interval]);
  return now;
}

const today = (): string => new Date().toDateString();

function watchClock(look: () => void): () => void {
  const timer = setInterval(look, 10_000);
  return () => {
    clearInterval(timer);
  };
}

/** The day that it is; what shows moments by their day is drawn again when another one begins. */
export const useToday = (): string => useSyncExternalStore(watchClock, today);
