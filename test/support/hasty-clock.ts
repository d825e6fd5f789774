import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../src/main/ports.ts';

/** How many seconds of a hasty clock pass in one real second. */
export const HASTE = 50;

/** The system's clock for deadlines that a test waits out: its delays are 50 times as short. */
export const hastyClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now() * HASTE,
  sleep: async (ms, signal) => {
    try {
      await wait(ms / HASTE, undefined, { signal });
    } catch {
      // An aborted sleep ends early, and without an error.
    }
  },
};
