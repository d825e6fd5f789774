import type { ElectronApplication } from '@playwright/test';

/** The longest stops of a main process so far, in milliseconds: while it started, and since it works. */
export class StopWatch {
  readonly longest = { atStart: 0, atWork: 0 };
  #phase: 'atStart' | 'atWork' = 'atStart';
  readonly #app: ElectronApplication;

  private constructor(app: ElectronApplication) {
    this.#app = app;
  }

  /** Begins to watch the event loop of an app's main process. */
  static async on(app: ElectronApplication): Promise<StopWatch> {
    await app.evaluate(() => {
      const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
      const histogram = monitorEventLoopDelay({ resolution: 5 });
      histogram.enable();
      Object.assign(globalThis, { soakHistogram: histogram });
    });
    return new StopWatch(app);
  }

  /** Looks once more; an app that is gone says nothing new. */
  async look(): Promise<void> {
    const nanoseconds = await this.#app
      .evaluate(() => (globalThis as unknown as { soakHistogram: { max: number } }).soakHistogram.max)
      .catch(() => 0);
    // From one tick of the histogram's timer to the next: a tick of five milliseconds is no stop.
    this.longest[this.#phase] = Math.max(this.longest[this.#phase], nanoseconds / 1e6 - 5);
  }

  /** Says that the app has started: stops count as stops at work from here on. */
  async begin(): Promise<void> {
    await this.look();
    this.#phase = 'atWork';
    await this.#app.evaluate(() => {
      (globalThis as unknown as { soakHistogram: { reset(): void } }).soakHistogram.reset();
    });
  }
}
