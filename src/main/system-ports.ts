import { randomInt, randomUUID } from 'node:crypto';
import type { Clock, Log, Ports } from './ports.ts';

const RANDOM_STEPS = 2 ** 47;

/** The system's clock; a sleep ends early, and without an error, when its signal is aborted. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) {
        resolve();
        return;
      }
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      signal.addEventListener('abort', end);
    }),
};

/** The real clock, ids and randomness, with the app's log. */
export const systemPorts = (log: Log): Ports => ({
  clock: systemClock,
  newId: () => randomUUID(),
  random: () => randomInt(RANDOM_STEPS) / RANDOM_STEPS,
  log,
});
