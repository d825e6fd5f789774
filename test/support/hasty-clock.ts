import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../src/main/ports.ts';

/** How many seconds of a clock in haste pass in one real second. */
export const HASTE = 50;

/** The system's clock, which can be moved on, be wrong, and run faster for deadlines that a test waits out. */
export class HastyClock implements Clock {
  #passed = 0;

  constructor(readonly haste = 1) {}

  /** How far the wall clock is off, ms. */
  wrong = 0;

  readonly now = (): number => Date.now() + this.wrong;

  readonly monotonic = (): number => performance.now() * this.haste + this.#passed;

  readonly sleep = async (ms: number, signal: AbortSignal): Promise<void> => {
    try {
      await wait(ms / this.haste, undefined, { signal });
    } catch {
      // An aborted sleep ends early, and without an error.
    }
  };

  /** Moves the clock on; whoever sleeps on it sleeps on. */
  pass(ms: number): void {
    this.#passed += ms;
  }
}
