import type { ElectronApplication } from '@playwright/test';

/** The longest stops of a main process so far, in milliseconds: while it started, and since it works. */
export type LongestStops = { readonly atStart: number; readonly atWork: number };

/** The longer stop of each kind. */
export const longer = (one: LongestStops, other: LongestStops): LongestStops => ({
  atStart: Math.max(one.atStart, other.atStart),
  atWork: Math.max(one.atWork, other.atWork),
});

type Watch = { longest: number };

/** Asks again where V8 let go of the answer before it was given, as it does once in some ten thousand evaluations. */
async function surely(ask: () => Promise<void>): Promise<void> {
  try {
    await ask();
  } catch (error) {
    if (!String(error).includes('promise was garbage collected')) throw error;
    await surely(ask);
  }
}

/** Watches how long the event loop of an app's main process stands still. */
export class StopWatch {
  longest: LongestStops = { atStart: 0, atWork: 0 };
  #isAtWork = false;
  readonly #app: ElectronApplication;

  private constructor(app: ElectronApplication) {
    this.#app = app;
  }

  /** Begins to watch. */
  static async on(app: ElectronApplication): Promise<StopWatch> {
    await surely(() =>
      app.evaluate(() => {
        const watch: Watch = { longest: 0 };
        const TICK = 5;
        let before = performance.now();
        setInterval(() => {
          const now = performance.now();
          watch.longest = Math.max(watch.longest, now - before - TICK);
          before = now;
        }, TICK);
        Object.assign(globalThis, { soakWatch: watch });
      }),
    );
    return new StopWatch(app);
  }

  /** Looks once more; an app that is gone says nothing new. */
  async look(): Promise<void> {
    const { longest } = await this.#app
      .evaluate(() => (globalThis as unknown as { soakWatch: Watch }).soakWatch)
      .catch((): Watch => ({ longest: 0 }));
    const { atStart, atWork } = this.longest;
    this.longest = this.#isAtWork
      ? { atStart, atWork: Math.max(atWork, longest) }
      : { atStart: Math.max(atStart, longest), atWork };
  }

  /** Says that the app has started: stops count as stops at work from here on. */
  async begin(): Promise<void> {
    await this.look();
    this.#isAtWork = true;
    await surely(() =>
      this.#app.evaluate(() => {
        (globalThis as unknown as { soakWatch: Watch }).soakWatch.longest = 0;
      }),
    );
  }
}
