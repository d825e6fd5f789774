import type { ElectronApplication } from '@playwright/test';

/**
 * The longest stops of a main process so far, in milliseconds: while it started, and since it works. `ownAtWork` leaves
 * out what of a stop the process was ready and waited for a processor that others had (Linux counts that).
 */
export type LongestStops = { readonly atStart: number; readonly atWork: number; readonly ownAtWork: number };

/** The longer stop of each kind. */
export const longer = (one: LongestStops, other: LongestStops): LongestStops => ({
  atStart: Math.max(one.atStart, other.atStart),
  atWork: Math.max(one.atWork, other.atWork),
  ownAtWork: Math.max(one.ownAtWork, other.ownAtWork),
});

type Watch = { whole: number; own: number };

/** Watches how long the event loop of an app's main process stands still. */
export class StopWatch {
  longest: LongestStops = { atStart: 0, atWork: 0, ownAtWork: 0 };
  #isAtWork = false;
  readonly #app: ElectronApplication;

  private constructor(app: ElectronApplication) {
    this.#app = app;
  }

  /** Begins to watch. */
  static async on(app: ElectronApplication): Promise<StopWatch> {
    await app.evaluate(() => {
      const { readFileSync } = process.getBuiltinModule('node:fs');
      const watch: Watch = { whole: 0, own: 0 };
      const TICK = 5;
      let before = { at: performance.now(), waited: 0 };
      setInterval(() => {
        const [, waitedFor] = readFileSync('/proc/self/schedstat', 'utf8').split(' ');
        const now = { at: performance.now(), waited: Number(waitedFor) / 1e6 };
        const whole = now.at - before.at - TICK;
        watch.whole = Math.max(watch.whole, whole);
        watch.own = Math.max(watch.own, whole - (now.waited - before.waited));
        before = now;
      }, TICK);
      Object.assign(globalThis, { soakWatch: watch });
    });
    return new StopWatch(app);
  }

  /** Looks once more; an app that is gone says nothing new. */
  async look(): Promise<void> {
    const { whole, own } = await this.#app
      .evaluate(() => (globalThis as unknown as { soakWatch: Watch }).soakWatch)
      .catch((): Watch => ({ whole: 0, own: 0 }));
    const { atStart, atWork, ownAtWork } = this.longest;
    this.longest = this.#isAtWork
      ? { atStart, atWork: Math.max(atWork, whole), ownAtWork: Math.max(ownAtWork, own) }
      : { atStart: Math.max(atStart, whole), atWork, ownAtWork };
  }

  /** Says that the app has started: stops count as stops at work from here on. */
  async begin(): Promise<void> {
    await this.look();
    this.#isAtWork = true;
    await this.#app.evaluate(() => {
      Object.assign((globalThis as unknown as { soakWatch: Watch }).soakWatch, { whole: 0, own: 0 });
    });
  }
}
